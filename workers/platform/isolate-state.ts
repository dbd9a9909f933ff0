/** What one isolate keeps in its memory between requests: copies, permits, breakers. A new one is an isolate that has just started. */
export class IsolateState {
	readonly #parts = new Map<object, unknown>();

	/** The part known by this key, made when it is first asked for. */
	part<T>(key: object, make: () => T): T {
		if (this.#parts.has(key)) return this.#parts.get(key) as T;
		const made = make();
		this.#parts.set(key, made);
		return made;
	}
}
