import { GIVEN_FOR_MS, SEEN_AFTER_MS, SETTLED_AFTER_MS } from "../../../contracts/limits.ts";
import type { ShownEvent } from "./protocol.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Videos one viewer can move within an hour: one every six seconds, all the hour. */
export const SHOWINGS_AN_HOUR = 600;
/** More watch time than passed is believed by this much, milliseconds: a request takes its time, and clocks are not one. */
export const TOLERANCE_MS = 3_000;

/** A viewer is settled when they have been watching for `SETTLED_AFTER_MS`, on so many days (UTC), and so many impressions counted. */
const SETTLED_DAYS = 2;
const SETTLED_IMPRESSIONS = 20;

/** What is kept of a viewer, so that it is known what their impressions count for. Times are milliseconds since 1970. */
export interface Standing {
	/** When the first impression counted; null before. */
	readonly since: number | null;
	readonly days: number;
	readonly lastDay: number;
	readonly impressions: number;
	/** Until when the time that passed is used up by what was watched. */
	readonly watchedUntil: number;
	readonly hour: number;
	/** Impressions of that hour. */
	readonly inHour: number;
}

export const NEWCOMER: Standing = { since: null, days: 0, lastDay: -1, impressions: 0, watchedUntil: 0, hour: 0, inHour: 0 };

/** Whether a viewer has a history: an account or a cookie of today has none, however busy. */
export function isSettled({ since, days, impressions }: Standing, now: number): boolean {
	return since !== null && now - since >= SETTLED_AFTER_MS && days >= SETTLED_DAYS && impressions >= SETTLED_IMPRESSIONS;
}

/** What is known of impressions beside what the player tells. */
export interface Facts {
	readonly now: number;
	/** When an answer named the video to this viewer last; null when none did. */
	givenAt(videoId: string): number | null;
	isOwn(videoId: string): boolean;
	/** Remembers names for good. @returns those it did not have */
	onceAnHour(names: readonly string[]): ReadonlySet<string>;
}

export interface Admitted {
	readonly standing: Standing;
	/** The impressions that may count for others, and the watch time of each that can be true. */
	readonly counted: ReadonlyMap<ShownEvent, number>;
}

/**
 * Which impressions may count for others at all: as views, in what is popular, trending or viral, in the guarantee of reach, the ranker, experiments and
 * the archive. Those of a video that was given to this viewer within the hour before, somebody else's, seen for half a second, once an hour, and no more of them, nor
 * for longer, than a person can have watched. What the viewer's own taste learns is not bounded by it.
 */
export function admit(standing: Standing, events: readonly ShownEvent[], facts: Facts): Admitted {
	const { now } = facts;
	const named = new Map<string, { event: ShownEvent; since: number }>();
	for (const event of events) {
		const givenAt = facts.givenAt(event.videoId);
		if (givenAt === null || event.at - givenAt > GIVEN_FOR_MS || event.watchMs < SEEN_AFTER_MS || facts.isOwn(event.videoId)) continue;
		// A clock that is slow tells a time before the video was given.
		const name = `${event.videoId}.${Math.floor(Math.max(event.at, givenAt) / HOUR_MS)}`;
		// Of several, the one watched longest speaks.
		const other = named.get(name);
		if (other === undefined || other.event.watchMs < event.watchMs) named.set(name, { event, since: givenAt });
	}
	const hour = Math.floor(now / HOUR_MS);
	let inHour = hour === standing.hour ? standing.inHour : 0;
	let { watchedUntil } = standing;
	const possible: { readonly name: string; readonly event: ShownEvent; readonly watchMs: number }[] = [];
	for (const [name, { event, since }] of [...named].sort((a, b) => a[1].event.at - b[1].event.at)) {
		const from = Math.max(watchedUntil, since);
		const watchMs = Math.min(event.watchMs, now + TOLERANCE_MS - from);
		if (watchMs < SEEN_AFTER_MS || inHour + possible.length >= SHOWINGS_AN_HOUR) continue;
		watchedUntil = from + watchMs;
		possible.push({ name, event, watchMs });
	}
	const fresh = facts.onceAnHour(possible.map(({ name }) => name));
	const counted = new Map(possible.flatMap(({ name, event, watchMs }) => (fresh.has(name) ? [[event, watchMs] as const] : [])));
	if (counted.size === 0) return { standing, counted };
	inHour += counted.size;
	const day = Math.floor(now / DAY_MS);
	return {
		standing: {
			since: standing.since ?? now,
			days: standing.days + (day === standing.lastDay ? 0 : 1),
			lastDay: day,
			impressions: standing.impressions + counted.size,
			watchedUntil,
			hour,
			inHour,
		},
		counted,
	};
}
