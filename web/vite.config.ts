import { cpSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { catalogue, wordsChunk } from "./catalogue.ts";
import { serviceWorkers } from "./precache.ts";

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL(".", import.meta.url));

/** `/docs` shows the API with Swagger UI; its files go beside the page, so that nothing is fetched from elsewhere. */
const apiDocs = (): Plugin => {
	let into = "";
	return {
		name: "reelay-api-docs",
		apply: "build",
		configResolved(config) {
			into = resolve(config.root, config.build.outDir, "docs");
		},
		closeBundle() {
			const from = dirname(require.resolve("swagger-ui-dist/package.json"));
			for (const file of ["swagger-ui.css", "swagger-ui-bundle.js"]) cpSync(join(from, file), join(into, file));
		},
	};
};

/** The client is built to `web/dist`, which the Worker serves as its assets; `hls.js` and the rarer screens are chunks of their own. */
export default defineConfig({
	root,
	plugins: [apiDocs(), catalogue(), serviceWorkers(root)],
	oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
	build: {
		outDir: "dist",
		emptyOutDir: true,
		target: ["es2022", "safari16.4", "chrome110", "firefox115"],
		manifest: true,
		// The policy forbids data: fonts and scripts; small pictures stay files as well so that each is cached under its own hash.
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		rolldownOptions: {
			// The player that other sites embed is a page of its own: nothing of the app is in it.
			input: { index: resolve(root, "index.html"), embed: resolve(root, "embed.html") },
			output: {
				// What the first screen needs comes in one file: on a phone's line each further request costs more than its bytes.
				codeSplitting: {
					groups: [
						{ name: wordsChunk, test: /words.*\?language=/, priority: 3 },
						// What loads a chunk later is the embedded player's, too, which has nothing else of the app.
						{ name: "later", test: /preload-helper/, priority: 2 },
						{
							name: "app",
							test: /virtual:reelay-first-words$|node_modules.(preact|@preact|wouter-preact)|web.src.(api.(?!comments|history|messages|notifications|people|pins|preferences|reports|search|sharing|sounds)|ui.(?!drafts|[Ww]aveform|PullToRefresh|[Ss]heet|swipeBack|[Ff]ield|[Ss]witch|segments|writing)|shell.(?!BackButton|[Rr]oom|NotFound)|player.(?!hls|hold)|feed.(?!MoreSheet|more-sheet|HelpSheet|Why|mute|keepFeed|placedList|address|share|sheets.words|PlaybackChoices|DeskControls|desk-controls|ScrubPreview))|session\.ts/,
							priority: 1,
						},
						// What most screens have and the first one has not.
						{
							name: "screens",
							test: /web.src.(ui.(PullToRefresh|[Ss]heet|swipeBack|[Ff]ield|[Ss]witch|segments|writing)|feed.(placedList|address|share|more-sheet)|shell.BackButton|api.(history|pins|preferences))/,
						},
					],
				},
			},
		},
	},
});
