import { parentPort } from "node:worker_threads";
import type { EmbedAnswer, EmbedRequest } from "./embedder.ts";
import { embedVideo, warmUp } from "./index.ts";

const port = parentPort;
if (port === null) throw new Error("The embed worker runs as a worker thread only.");

const answer = async ({ id, input }: EmbedRequest): Promise<EmbedAnswer> => {
	try {
		if (input !== "warm-up") return { id, embedding: await embedVideo(input) };
		await warmUp();
		return { id, embedding: null };
	} catch (error) {
		return { id, error: error instanceof Error ? error.message : String(error) };
	}
};

// One at a time: the networks hold the thread anyway, and two at once would only double the memory.
let last = Promise.resolve();
port.on("message", (request: EmbedRequest) => {
	last = last.then(async () => port.postMessage(await answer(request)));
});
