import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const root = fileURLToPath(new URL(".", import.meta.url));

/** The client is built to `web/dist`, which the Worker serves as its assets; `hls.js` and the rarer screens are chunks of their own. */
export default defineConfig({
	root,
	oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
	build: {
		outDir: "dist",
		emptyOutDir: true,
		target: ["es2022", "safari16.4", "chrome110", "firefox115"],
		manifest: true,
		// The policy forbids data: fonts and scripts; small pictures stay files as well so that each is cached under its own hash.
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
	},
});
