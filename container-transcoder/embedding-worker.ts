import { parentPort } from "node:worker_threads";
import { embedVideo } from "./embed/index.ts";
import type { EmbeddingInput } from "./embedding.ts";

parentPort?.on("message", async ({ id, input }: { id: number; input: EmbeddingInput }) => {
	try {
		parentPort?.postMessage({ id, ok: true, embedding: await embedVideo(input) });
	} catch (error) {
		parentPort?.postMessage({ id, ok: false, message: error instanceof Error ? error.message : String(error) });
	}
});
