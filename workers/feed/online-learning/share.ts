/** Lessons a second one object takes in with ease; Cloudflare's soft limit is 1 000 requests a second, and a batch is many. */
const LESSONS_PER_SECOND = 500;
/** However busy it gets, some are learned from. */
const LEAST = 0.001;
/** Measured over so long, milliseconds. */
const OVER_MS = 5_000;

/**
 * Which share of impressions sessions tell lessons of: all, until there are more than the ranker needs. It halves at once and
 * recovers by doubling, so that a crowd that comes and goes does not swing it.
 */
export class Share {
	#share = 1;
	#since: number | null = null;
	#told = 0;

	get value(): number {
		return this.#share;
	}

	/** Counts lessons that sessions sent. */
	add(lessons: number, now: number): void {
		this.#since ??= now;
		this.#told += lessons;
		const elapsed = now - this.#since;
		if (elapsed < OVER_MS) return;
		const perSecond = (this.#told * 1000) / elapsed;
		const wanted = perSecond === 0 ? 1 : (this.#share * LESSONS_PER_SECOND) / perSecond;
		this.#share = Math.max(LEAST, Math.min(1, wanted, this.#share * 2));
		this.#since = now;
		this.#told = 0;
	}
}
