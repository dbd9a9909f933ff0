/** Viewers' exposures in columns: viewer `u` has entries `offsets[u]` up to `offsets[u + 1]`, oldest first. */
export interface Histories {
	readonly itemCount: number;
	readonly offsets: Uint32Array;
	readonly items: Uint32Array;
	/** 1 where it was a long view (or better), else 0. */
	readonly long: Uint8Array;
	/** Milliseconds since 1970. */
	readonly at: Float64Array;
}

export interface Event {
	readonly item: number;
	readonly longView: boolean;
	readonly at: number;
}

/**
 * Events kept of one viewer, the latest: what a person watches in weeks, and a cap on what a bot that watches everything
 * can say about which videos go together.
 */
export const EVENTS_PER_VIEWER = 200;

/** `viewers`: each one's events, oldest first. */
export function toHistories(viewers: readonly (readonly Event[])[], itemCount: number): Histories {
	const kept = viewers.map((events) => events.slice(-EVENTS_PER_VIEWER));
	const total = kept.reduce((sum, events) => sum + events.length, 0);
	const offsets = new Uint32Array(kept.length + 1);
	const items = new Uint32Array(total);
	const long = new Uint8Array(total);
	const at = new Float64Array(total);
	let place = 0;
	kept.forEach((events, viewer) => {
		for (const event of events) {
			items[place] = event.item;
			long[place] = event.longView ? 1 : 0;
			at[place++] = event.at;
		}
		offsets[viewer + 1] = place;
	});
	return { itemCount, offsets, items, long, at };
}

export const viewerCount = (histories: Histories): number => histories.offsets.length - 1;
