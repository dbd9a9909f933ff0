import { setTimeout as sleep } from "node:timers/promises";

export interface RetryOptions {
	/** Attempts in all, the first included. */
	attempts: number;
	/** Wait before the second attempt, milliseconds; doubles each time, with up to as much again at random. */
	firstDelayMs: number;
	signal: AbortSignal;
	/** False for an error that no repetition cures. */
	worthRetrying?: (error: unknown) => boolean;
	onRetry?: (error: unknown, attempt: number) => void;
}

/** Runs `task` until it succeeds, gives the last error when it never does; stops at once when aborted. */
export async function retry<T>(task: (attempt: number) => Promise<T>, options: RetryOptions): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		options.signal.throwIfAborted();
		try {
			return await task(attempt);
		} catch (error) {
			options.signal.throwIfAborted();
			if (attempt >= options.attempts || options.worthRetrying?.(error) === false) throw error;
			options.onRetry?.(error, attempt);
			const delay = options.firstDelayMs * 2 ** (attempt - 1);
			await sleep(delay + Math.random() * delay, undefined, { signal: options.signal });
		}
	}
}
