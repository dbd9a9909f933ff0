import { join } from "node:path";
import { build } from "vite";

/** The vector index stand-in as one JavaScript module, for Miniflare to run as a second Worker. */
export async function bundleVectorize(root: string): Promise<string> {
	const output = await build({
		root,
		configFile: false,
		logLevel: "error",
		ssr: { noExternal: true, target: "webworker" },
		build: {
			ssr: join(root, "local/vectorize/index.ts"),
			write: false,
			target: "es2022",
			minify: false,
			rollupOptions: { external: ["cloudflare:workers"] },
		},
	});
	const chunks = Array.isArray(output) ? output.flatMap((part) => part.output) : "output" in output ? output.output : [];
	const [chunk] = chunks;
	if (chunks.length !== 1 || chunk?.type !== "chunk") throw new Error("The vector index stand-in did not bundle to one module.");
	return chunk.code;
}
