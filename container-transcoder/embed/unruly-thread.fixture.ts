import { parentPort } from "node:worker_threads";
import type { Embedding } from "../../contracts/transcode.ts";
import type { Answer, Question } from "../threads/caller.ts";
import type { EmbedQuestion } from "./embedder.ts";

/** Does what the title says: dies, throws, hangs, or answers at once. */
parentPort?.on("message", ({ id, input }: Question<EmbedQuestion>) => {
	const title = typeof input === "object" && "text" in input ? input.text.title : "answer";
	if (title === "die") process.exit(3);
	if (title === "throw") throw new Error("out of memory");
	if (title === "hang") return;
	parentPort?.postMessage({ id, output: { version: "test", vector: [id] } } satisfies Answer<Embedding>);
});
