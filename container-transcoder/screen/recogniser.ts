import type { SpokenStretch } from "../../contracts/screening.ts";
import { openCaller } from "../threads/caller.ts";

/** Ten minutes of unbroken speech take two minutes of one core beside an encoder; longer than this it is given up, milliseconds. */
const TIMEOUT_MS = 600_000;

const THREAD = new URL("./recognise-worker.ts", import.meta.url);

export interface Recogniser {
	/** What is said in a sound, mono, 16 kHz. Rejects when the thread dies or takes too long; the next call gets a fresh one. */
	recognise(pcm: Float32Array): Promise<SpokenStretch[]>;
	close(): Promise<void>;
}

/** Recognises speech in a worker thread, one video after another; the thread keeps the networks, 120 MB. */
export function createRecogniser({ timeoutMs = TIMEOUT_MS, thread = THREAD }: { timeoutMs?: number; thread?: URL } = {}): Recogniser {
	const caller = openCaller<Float32Array, SpokenStretch[]>({ thread, what: "The speech", timeoutMs });
	return {
		recognise: (pcm) => caller.call(pcm),
		close: () => caller.close(),
	};
}
