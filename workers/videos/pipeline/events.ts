import { TranscodeEvent } from "../../../contracts/transcode.ts";
import { within } from "../../platform/waiting.ts";

/** Longest line read, characters: a result with its manifest and embedding has some 10 000. */
const LINE_MOST = 1024 * 1024;

/** The transcoder broke off, fell silent, or said what it never should. */
export class BrokenStream extends Error {
	constructor(message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = "BrokenStream";
	}
}

/**
 * Reads newline-delimited JSON events as they come.
 * @param silenceMs longest time without any line; heartbeats keep it open
 * @throws BrokenStream when the connection ends amid a line, falls silent, or sends something else
 */
export async function* transcodeEvents(body: ReadableStream<Uint8Array>, silenceMs: number): AsyncGenerator<TranscodeEvent, void> {
	const reader = body.getReader();
	const decoder = new TextDecoder();
	let rest = "";
	try {
		while (true) {
			const { done, value } = await within(silenceMs, "the next line", reader.read()).catch(broken);
			rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
			const lines = rest.split("\n");
			rest = lines.pop() ?? "";
			if (rest.length > LINE_MOST) throw new BrokenStream("a line without an end");
			for (const line of lines) if (line.trim() !== "") yield parseEvent(line);
			if (done) break;
		}
		if (rest.trim() !== "") throw new BrokenStream("the connection ended amid a line");
	} finally {
		// Letting go of the connection does not end the job: the next message attaches to it.
		await reader.cancel().catch(() => undefined);
	}
}

function broken(cause: Error): never {
	throw new BrokenStream(cause.message, { cause });
}

function parseEvent(line: string): TranscodeEvent {
	try {
		return TranscodeEvent.parse(JSON.parse(line));
	} catch (cause) {
		throw new BrokenStream(`not an event: ${line.slice(0, 200)}`, { cause });
	}
}
