import { setTimeout as sleep } from "node:timers/promises";

export interface WatchdogOptions {
	readonly url: string;
	/** Milliseconds between looks, and how long one waits for an answer. */
	readonly interval?: number;
	readonly patience?: number;
	/** Looks in a row without any answer after which it counts as hung. */
	readonly misses?: number;
	/** Called once it hangs; looking goes on after it. */
	readonly onHung: () => Promise<void>;
}

/**
 * Looks after a server that may be alive as a process and yet answer nothing: wrangler does so when its runtime is killed. Any HTTP answer
 * counts. Returns what ends it.
 */
export function watch(options: WatchdogOptions): () => void {
	const { url, interval = 10_000, patience = 10_000, misses = 3, onHung } = options;
	const stopped = new AbortController();
	const look = async (): Promise<boolean> => {
		try {
			const response = await fetch(url, { signal: AbortSignal.any([stopped.signal, AbortSignal.timeout(patience)]) });
			await response.body?.cancel();
			return true;
		} catch {
			// No answer is what is looked for.
			return false;
		}
	};
	const run = async () => {
		let missed = 0;
		while (!stopped.signal.aborted) {
			// Rejects only when stopped, which the loop sees.
			await sleep(interval, undefined, { signal: stopped.signal }).catch(() => undefined);
			if (stopped.signal.aborted) return;
			missed = (await look()) ? 0 : missed + 1;
			if (missed < misses || stopped.signal.aborted) continue;
			missed = 0;
			await onHung();
		}
	};
	void run();
	return () => stopped.abort();
}
