import type { PictureScores } from "../../contracts/screening.ts";
import type { Embedding } from "../../contracts/transcode.ts";
import { openCaller } from "../threads/caller.ts";
import type { EmbedInput } from "./parts.ts";

/** A video that takes longer than this is given up and its thread replaced, milliseconds; an ordinary one takes under 500. */
const TIMEOUT_MS = 60_000;

/** What the thread runs. */
const THREAD = new URL("./embed-worker.ts", import.meta.url);

/** Pictures to be looked at, as files. */
export interface Looking {
	readonly look: readonly Uint8Array[];
}
export type EmbedQuestion = EmbedInput | Looking | "warm-up";
export type EmbedOutput = Embedding | PictureScores[] | null;

export interface Embedder {
	/** Rejects when a frame can't be read, the thread dies, or a minute passes; the next call gets a fresh thread. */
	embed(input: EmbedInput): Promise<Embedding>;
	/** What the pictures seem to be, each; one that was looked at is not looked at again for the embedding. Rejects as `embed` does. */
	look(pictures: readonly Uint8Array[]): Promise<PictureScores[]>;
	/** Loads the networks ahead of the first video. */
	warmUp(): Promise<void>;
	/** Ends the thread; calls under way reject. */
	close(): Promise<void>;
}

/** Embeds videos in a worker thread, one after another. */
export function createEmbedder({ timeoutMs = TIMEOUT_MS, thread = THREAD }: { timeoutMs?: number; thread?: URL } = {}): Embedder {
	const caller = openCaller<EmbedQuestion, EmbedOutput>({ thread, what: "The embedding", timeoutMs });
	return {
		async embed(input) {
			const output = await caller.call(input);
			if (output === null || Array.isArray(output)) throw new Error("The embedding thread gave no vector.");
			return output;
		},
		async look(look) {
			const output = await caller.call({ look });
			if (!Array.isArray(output) || output.length !== look.length) throw new Error("The embedding thread gave no scores.");
			return output;
		},
		async warmUp() {
			await caller.call("warm-up");
		},
		close: () => caller.close(),
	};
}
