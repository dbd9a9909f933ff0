import { LRUCache } from "lru-cache";

/** Lessons of one viewer that count within an hour: what somebody who does nothing else can watch to the end. */
export const LESSONS_AN_HOUR = 200;
const HOUR_MS = 3_600_000;
/** Viewers remembered; those beyond were not here for long. */
const VIEWERS = 20_000;

/** Bounds what one viewer, or a bot that watches everything, can teach. */
export class Allowance {
	readonly #spent = new LRUCache<string, { hour: number; count: number }>({ max: VIEWERS });

	/** How many of `wanted` more lessons this viewer may give now; they are given with that. */
	take(viewer: string, wanted: number, now: number): number {
		const hour = Math.floor(now / HOUR_MS);
		const held = this.#spent.get(viewer);
		const spent = held?.hour === hour ? held.count : 0;
		const granted = Math.max(0, Math.min(wanted, LESSONS_AN_HOUR - spent));
		this.#spent.set(viewer, { hour, count: spent + granted });
		return granted;
	}
}
