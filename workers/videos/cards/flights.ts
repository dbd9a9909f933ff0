/** Look-ups under way, by the videos they are for. */
export class Flights {
	readonly #byId = new Map<string, Promise<unknown>>();

	/** Look-ups of others that will bring some of these. */
	of(videoIds: readonly string[]): Promise<unknown>[] {
		return [...new Set(videoIds.flatMap((id) => this.#byId.get(id) ?? []))];
	}

	add(videoIds: readonly string[], flight: Promise<unknown>): void {
		for (const id of videoIds) this.#byId.set(id, flight);
		const land = () => {
			for (const id of videoIds) if (this.#byId.get(id) === flight) this.#byId.delete(id);
		};
		flight.then(land, land);
	}
}
