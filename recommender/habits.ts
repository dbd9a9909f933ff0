import type { Millis } from "./types.ts";

/** How a viewer watches, whatever the subject: how often to the end, by length of video. */
export interface Habits {
	/** Per length class: showings and long views, both fading as new ones come. */
	readonly shown: readonly number[];
	readonly long: readonly number[];
	/** The latest, not a habit yet. */
	readonly recentShown: readonly number[];
	readonly recentLong: readonly number[];
	/** Day (UTC, since 1970) on which the latest began. */
	readonly day: number;
	/** Share of showings left at once, 0–1, fading. */
	readonly skipRate: number;
}

/** Upper bounds of the length classes, milliseconds; the last class is open. */
export const LENGTH_CLASSES_MS = [7_000, 12_000, 20_000, 40_000, 80_000] as const;
/** Kept per showing: the last few hundred count. */
const KEPT = 0.995;
/** Long-view rate before anything is known, and how many showings it weighs. */
export const PRIOR_LONG_RATE = 0.45;
const PRIOR_SHOWN = 6;
const DAY_MS = 86_400_000;
/** Fewer showings than this are chance rather than habit, and wait for more. */
const SETTLED_BY = 20;

const NONE: readonly number[] = new Array<number>(LENGTH_CLASSES_MS.length + 1).fill(0);
export const EMPTY_HABITS: Habits = { shown: NONE, long: NONE, recentShown: NONE, recentLong: NONE, day: 0, skipRate: 0.2 };

export function lengthClass(durationMs: number): number {
	const found = LENGTH_CLASSES_MS.findIndex((bound) => durationMs <= bound);
	return found < 0 ? LENGTH_CLASSES_MS.length : found;
}

/**
 * Counts one showing. Showings become part of the habit from the next day on, and when there are enough of them: a rate that
 * moved with each one would say little but the opposite of what came last (docs/recommender.md).
 */
export function observe(habits: Habits, durationMs: number, longView: boolean, skip: boolean, at: Millis): Habits {
	const day = Math.max(habits.day, Math.floor(at / DAY_MS));
	const waiting = habits.recentShown.reduce((sum, count) => sum + count, 0);
	const held = waiting === 0 ? { ...habits, day } : day > habits.day && waiting >= SETTLED_BY ? settle(habits, day) : habits;
	const of = lengthClass(durationMs);
	const count = (counts: readonly number[], more: number): readonly number[] =>
		counts.map((value, index) => (index === of ? value + more : value));
	return {
		...held,
		recentShown: count(held.recentShown, 1),
		recentLong: count(held.recentLong, longView ? 1 : 0),
		skipRate: held.skipRate * 0.97 + (skip ? 0.03 : 0),
	};
}

function settle(habits: Habits, day: number): Habits {
	const kept = KEPT ** habits.recentShown.reduce((sum, count) => sum + count, 0);
	const join = (old: readonly number[], today: readonly number[]): readonly number[] =>
		old.map((value, index) => value * kept + (today[index] ?? 0));
	return {
		...habits,
		shown: join(habits.shown, habits.recentShown),
		long: join(habits.long, habits.recentLong),
		recentShown: NONE,
		recentLong: NONE,
		day,
	};
}

/** Probability of a long view of any video, from this viewer's habit alone. */
export function longViewRate(habits: Habits): number {
	const shown = habits.shown.reduce((sum, count) => sum + count, 0);
	const long = habits.long.reduce((sum, count) => sum + count, 0);
	return (long + PRIOR_LONG_RATE * PRIOR_SHOWN) / (shown + PRIOR_SHOWN);
}

/** How much likelier than usual for this viewer a video of this length is watched: difference of rates, about −.5 to .5. */
export function lengthFit(habits: Habits, durationMs: number): number {
	const of = lengthClass(durationMs);
	const usual = longViewRate(habits);
	const shown = habits.shown[of] ?? 0;
	return ((habits.long[of] ?? 0) + usual * PRIOR_SHOWN) / (shown + PRIOR_SHOWN) - usual;
}
