/**
 * So many at once in an isolate; whoever finds no place goes without. A place is free again after `heldMs` at the latest: the
 * request that held it may have been ended in the middle of its work, and is told of nothing.
 */
export class Places {
	readonly #count: number;
	readonly #heldMs: number;
	readonly #since = new Set<{ readonly at: number }>();

	constructor(count: number, heldMs: number) {
		this.#count = count;
		this.#heldMs = heldMs;
	}

	/** @returns what gives the place back; null when there is none */
	take(now: number): (() => void) | null {
		for (const held of this.#since) if (now - held.at >= this.#heldMs) this.#since.delete(held);
		if (this.#since.size >= this.#count) return null;
		const held = { at: now };
		this.#since.add(held);
		return () => void this.#since.delete(held);
	}
}
