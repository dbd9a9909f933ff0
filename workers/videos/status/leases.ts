/** Status streams one person holds open at once: two uploads side by side are followed live, others by asking. */
const STREAMS_AT_ONCE = 2;
/** A stream that was not heard of for so long is over, milliseconds: it is renewed at each look, seconds apart. */
const LEASE_MS = 15_000;

/** What a person's session object can be asked about the status streams they have open. */
export interface StreamsRpc extends Rpc.DurableObjectBranded {
	/** Whether the user may follow one more video on its way, or this one on. */
	holdStream(id: string): boolean;
	releaseStream(id: string): void;
}

/** The status streams a person has open, in the memory of their session object: lost with it, they are held again at the next look. */
export class StreamLeases {
	readonly #heardOf = new Map<string, number>();

	/** Begins or goes on with a stream. @returns false when there are enough others */
	hold(id: string, now: number): boolean {
		for (const [other, at] of this.#heardOf) if (now - at > LEASE_MS) this.#heardOf.delete(other);
		if (!this.#heardOf.has(id) && this.#heardOf.size >= STREAMS_AT_ONCE) return false;
		this.#heardOf.set(id, now);
		return true;
	}

	release(id: string): void {
		this.#heardOf.delete(id);
	}
}
