import { parentPort } from "node:worker_threads";
import type { Answer, Question } from "./caller.ts";

/** What a thread of `openCaller` does with each question. One at a time: models hold the thread anyway, and two at once would only double the memory. */
export function answerWith<Input, Output>(answer: (input: Input) => Promise<Output>): void {
	const port = parentPort;
	if (port === null) throw new Error("This runs as a worker thread only.");
	const reply = async ({ id, input }: Question<Input>): Promise<Answer<Output>> => {
		try {
			return { id, output: await answer(input) };
		} catch (error) {
			return { id, error: error instanceof Error ? error.message : String(error) };
		}
	};
	let last = Promise.resolve();
	port.on("message", (question: Question<Input>) => {
		last = last.then(async () => port.postMessage(await reply(question)));
	});
}
