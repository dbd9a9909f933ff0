import { LRUCache } from "lru-cache";

/** Lessons of one viewer that count within an hour: what somebody who does nothing else can watch to the end. */
export const LESSONS_AN_HOUR = 200;
/** … of one who is new: a newcomer's hour of looking around. */
export const NEW_LESSONS_AN_HOUR = 12;
/** … and of all who are new behind one network address. */
export const NEW_LESSONS_AN_ADDRESS = 48;
const HOUR_MS = 3_600_000;
/** Viewers and addresses remembered; those beyond were not here for long. */
const REMEMBERED = 40_000;

/** Whose lessons they are. */
export interface Teacher {
	readonly viewer: string;
	readonly isSettled?: boolean;
	readonly address?: string;
}

/** Bounds what one viewer, a bot that watches everything, or an address with many of them can teach. */
export class Allowance {
	readonly #spent = new LRUCache<string, { hour: number; count: number }>({ max: REMEMBERED });

	/** How many of `wanted` more lessons may be given now; they are given with that. */
	take({ viewer, isSettled = false, address }: Teacher, wanted: number, now: number): number {
		const hour = Math.floor(now / HOUR_MS);
		const own = Math.min(wanted, this.#left(viewer, isSettled ? LESSONS_AN_HOUR : NEW_LESSONS_AN_HOUR, hour));
		const shared = isSettled || address === undefined ? null : `at ${address}`;
		const granted = shared === null ? own : Math.min(own, this.#left(shared, NEW_LESSONS_AN_ADDRESS, hour));
		this.#spend(viewer, granted, hour);
		if (shared !== null) this.#spend(shared, granted, hour);
		return granted;
	}

	#left(name: string, limit: number, hour: number): number {
		const held = this.#spent.get(name);
		return Math.max(0, limit - (held?.hour === hour ? held.count : 0));
	}

	#spend(name: string, count: number, hour: number): void {
		const held = this.#spent.get(name);
		this.#spent.set(name, { hour, count: (held?.hour === hour ? held.count : 0) + count });
	}
}
