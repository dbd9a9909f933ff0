/** Look-ups under way, by the videos they are for. */
export class Flights {
	readonly #byId = new Map<string, { readonly since: number }>();

	/** Whether a look-up of any of these was begun after `since`; one before that belonged to a request that is gone. */
	isUnderWay(videoIds: readonly string[], since: number): boolean {
		return videoIds.some((id) => (this.#byId.get(id)?.since ?? Number.NEGATIVE_INFINITY) > since);
	}

	/** @returns what is to be called when the look-up has ended, either way */
	begin(videoIds: readonly string[], now: number): () => void {
		const flight = { since: now };
		for (const id of videoIds) this.#byId.set(id, flight);
		return () => {
			for (const id of videoIds) if (this.#byId.get(id) === flight) this.#byId.delete(id);
		};
	}
}
