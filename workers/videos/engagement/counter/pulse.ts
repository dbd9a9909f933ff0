/** Views of one video by the minute they happened in, not the one they were heard of; bounded whatever comes. */
export interface Pulse {
	/** Minutes since 1970 and the views in each, of the last hour; oldest first. */
	readonly minutes: readonly MinuteViews[];
	/** The same by the hour, of the day before. */
	readonly hours: readonly MinuteViews[];
	/** While it spreads far faster than expected. */
	readonly viral: { readonly since: number; readonly threshold: number } | null;
	/** Whether the row says the same. */
	readonly isMarked: boolean;
}
export type MinuteViews = readonly [at: number, views: number];

export const NO_PULSE: Pulse = { minutes: [], hours: [], viral: null, isMarked: true };

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const MINUTES_KEPT = 60;
const HOURS_KEPT = 25;
export const minuteOf = (at: number): number => Math.floor(at / MINUTE_MS);

/** So many views within an hour are viral whatever was expected (docs/product.md#virality). */
const VIRAL_AN_HOUR = 10_000;
/** … and this many times the expected. */
const VIRAL_TIMES = 20;
/**
 * Nothing is expected to get fewer an hour: twenty times as much is twice the impressions every new video is given, so that
 * those alone make none viral.
 */
const EXPECTED_LEAST = 10;
/** It is over when an hour brings less than this share of what made it viral: it does not flicker at the threshold. */
const OVER_SHARE = 0.25;
/** Below this, nobody need be asked what was expected. */
export const WORTH_A_LOOK = VIRAL_TIMES * EXPECTED_LEAST;

/** Takes in views; late ones in the minute they belong to, those ahead of the clock in this one, those older than a day not at all. */
export function beat(pulse: Pulse, views: readonly MinuteViews[], now: number): Pulse {
	const thisMinute = minuteOf(now);
	const thisHour = Math.floor(now / HOUR_MS);
	const minutes = new Map(pulse.minutes);
	const hours = new Map(pulse.hours);
	for (const [minute, count] of views) {
		const at = Math.min(minute, thisMinute);
		const hour = Math.floor(at / 60);
		minutes.set(at, (minutes.get(at) ?? 0) + count);
		hours.set(hour, (hours.get(hour) ?? 0) + count);
	}
	const kept = (all: Map<number, number>, after: number) => [...all].filter(([at]) => at > after).sort((a, b) => a[0] - b[0]);
	return { ...pulse, minutes: kept(minutes, thisMinute - MINUTES_KEPT), hours: kept(hours, thisHour - HOURS_KEPT) };
}

/** Views of the hour that ends now. */
export function lastHour(pulse: Pulse, now: number): number {
	const after = minuteOf(now) - MINUTES_KEPT;
	return pulse.minutes.reduce((sum, [minute, views]) => sum + (minute > after ? views : 0), 0);
}

/** What an hour is measured against. */
export interface Standing {
	readonly publishedAt: number;
	/** Views it had before this pulse began to be taken. */
	readonly viewsBefore: number;
	/** What the creator's other videos get in an hour of their first days; 0 when there are none. */
	readonly creatorPerHour: number;
}

/**
 * Views an hour that would surprise nobody: the most of what it had in the day before, what it had over its life, and what is
 * usual for its creator.
 */
export function expectedPerHour(pulse: Pulse, { publishedAt, viewsBefore, creatorPerHour }: Standing, now: number): number {
	const ageHours = Math.max(1, (now - publishedAt) / HOUR_MS);
	const thisHour = Math.floor(now / HOUR_MS);
	// The hour before this one overlaps the hour measured: it counts only for what is older.
	const dayBefore = pulse.hours.reduce((sum, [hour, views]) => sum + (hour < thisHour - 1 ? views : 0), 0);
	const own = ageHours < 3 ? 0 : dayBefore / Math.min(HOURS_KEPT - 2, ageHours - 1);
	return Math.max(EXPECTED_LEAST, own, viewsBefore / ageHours, creatorPerHour);
}

export interface Verdict {
	readonly pulse: Pulse;
	readonly turned: "viral" | "over" | null;
	readonly viewsLastHour: number;
	readonly expected: number;
}

/** Whether it has become viral, or is so no more. */
export function judge(pulse: Pulse, standing: Standing, now: number): Verdict {
	const viewsLastHour = lastHour(pulse, now);
	const expected = expectedPerHour(pulse, standing, now);
	const told = { viewsLastHour, expected };
	if (pulse.viral !== null) {
		if (viewsLastHour >= pulse.viral.threshold * OVER_SHARE) return { pulse, turned: null, ...told };
		return { pulse: { ...pulse, viral: null, isMarked: false }, turned: "over", ...told };
	}
	const threshold = Math.min(VIRAL_AN_HOUR, VIRAL_TIMES * expected);
	if (viewsLastHour < threshold) return { pulse, turned: null, ...told };
	return { pulse: { ...pulse, viral: { since: now, threshold }, isMarked: false }, turned: "viral", ...told };
}
