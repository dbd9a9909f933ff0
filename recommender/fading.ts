/**
 * Counts that fade by half in a fixed time. Each is entered with a weight that grows by the same law from a fixed day on
 * (forward decay, Cormode et al. 2009), so that nothing stored ever has to be aged. Weights double each half-life from the
 * start of a period of 256 of them, which keeps them far below the largest double. A new period starts empty.
 */
export class Fading {
	readonly #name: string;
	readonly #halfLifeMs: number;

	constructor(name: string, halfLifeMs: number) {
		this.#name = name;
		this.#halfLifeMs = halfLifeMs;
	}

	/** Redis sorted set of the period that holds `at`. */
	key(at: number): string {
		return `${this.#name}:${this.#period(at)}`;
	}

	/** What one at `at` adds to a score in the period of `now`; one of long ago, next to nothing. */
	weight(at: number, now = at): number {
		return 2 ** (at / this.#halfLifeMs - this.#period(now) * PERIOD);
	}

	/** A stored score as it counts at `now`. */
	faded(score: number, now: number): number {
		return score / this.weight(now);
	}

	#period(at: number): number {
		return Math.floor(at / (this.#halfLifeMs * PERIOD));
	}
}

/** Half-lives in a period. */
const PERIOD = 256;
