/**
 * At most `permits` at once in an isolate; whoever gets none goes without. A permit is free again after `heldMs` at the latest: the
 * request that held it may have been ended in the middle of its work, and is told of nothing.
 */
export class Semaphore {
	readonly #permits: number;
	readonly #heldMs: number;
	readonly #held = new Set<{ readonly at: number }>();

	constructor(permits: number, heldMs: number) {
		this.#permits = permits;
		this.#heldMs = heldMs;
	}

	/** @returns what gives the permit back; null when there is none */
	tryAcquire(now: number): (() => void) | null {
		for (const permit of this.#held) if (now - permit.at >= this.#heldMs) this.#held.delete(permit);
		if (this.#held.size >= this.#permits) return null;
		const permit = { at: now };
		this.#held.add(permit);
		return () => void this.#held.delete(permit);
	}
}
