import { parentPort } from "node:worker_threads";
import type { EmbedAnswer, EmbedRequest } from "./embedder.ts";

/** Does what the title says: dies, throws, hangs, or answers at once. */
parentPort?.on("message", ({ id, input }: EmbedRequest) => {
	const title = input === "warm-up" ? "answer" : input.text.title;
	if (title === "die") process.exit(3);
	if (title === "throw") throw new Error("out of memory");
	if (title === "hang") return;
	parentPort?.postMessage({ id, embedding: { version: "test", vector: [id] } } satisfies EmbedAnswer);
});
