/** The names of calls that came, each until it would have ended anyhow. Lost with the process: a job is then fenced by its generation. */
export class SeenCalls {
	readonly #endings = new Map<string, number>();

	/** Notes a call. @param exp its end, Unix seconds. @returns whether it is the first of its name */
	take(name: string, exp: number, nowS: number): boolean {
		this.#forget(nowS);
		if (this.#endings.has(name)) return false;
		this.#endings.set(name, exp);
		return true;
	}

	get size(): number {
		return this.#endings.size;
	}

	/** Those that ended. They stand in the order they came, and all last about as long: the first that has not ended is near enough. */
	#forget(nowS: number): void {
		for (const [name, exp] of this.#endings) {
			if (exp > nowS) return;
			this.#endings.delete(name);
		}
	}
}
