/** Small work that is done while its request waits: so much at once, and only so many wait for a place. */
export class Places {
	readonly #atOnce: number;
	readonly #waitingMost: number;
	readonly #waiting: (() => void)[] = [];
	#running = 0;

	constructor({ atOnce, waitingMost }: { readonly atOnce: number; readonly waitingMost: number }) {
		this.#atOnce = atOnce;
		this.#waitingMost = waitingMost;
	}

	/** Whether one more would have to be sent away. */
	get areTaken(): boolean {
		return this.#waiting.length >= this.#waitingMost;
	}

	/** Does the work when there is a place. */
	async take<Result>(work: () => Promise<Result>): Promise<Result> {
		if (this.#running < this.#atOnce) this.#running += 1;
		else await new Promise<void>((resolve) => this.#waiting.push(resolve));
		try {
			return await work();
		} finally {
			const next = this.#waiting.shift();
			if (next === undefined) this.#running -= 1;
			else next();
		}
	}
}
