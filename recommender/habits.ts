import { logit, PRIOR_RATE, sigmoid } from "./quality.ts";
import type { Millis } from "./types.ts";

/** How a viewer watches, whatever the subject: how often to the end, by length of video. */
export interface Habits {
	/** Per length class: impressions and long views, both fading as new ones come. */
	readonly shown: readonly number[];
	readonly long: readonly number[];
	/** Long views that others would have given the same videos, all classes together. */
	readonly expected: number;
	/** The latest, not a habit yet. */
	readonly recentShown: readonly number[];
	readonly recentLong: readonly number[];
	readonly recentExpected: number;
	/** Day (UTC, since 1970) on which the latest began. */
	readonly day: number;
	/** Share of impressions left at once, 0–1, fading. */
	readonly skipRate: number;
}

/** Upper bounds of the length classes, milliseconds; the last class is open. */
const LENGTH_CLASSES_MS = [7_000, 12_000, 20_000, 40_000, 80_000] as const;
/** Kept per impression: the last few hundred count. */
const KEPT = 0.995;
/** Impressions that the prior rate weighs. */
const PRIOR_SHOWN = 6;
const DAY_MS = 86_400_000;
/** Fewer impressions than this are chance rather than habit, and wait for more, or for a week to pass; of someone new a few must do. */
const SETTLED_BY = 30;
const SETTLED_AFTER_DAYS = 7;
const FIRST_SETTLED_BY = 5;

const NONE: readonly number[] = new Array<number>(LENGTH_CLASSES_MS.length + 1).fill(0);
export const EMPTY_HABITS: Habits = {
	shown: NONE,
	long: NONE,
	expected: 0,
	recentShown: NONE,
	recentLong: NONE,
	recentExpected: 0,
	day: 0,
	skipRate: 0.2,
};

function lengthClass(durationMs: number): number {
	const found = LENGTH_CLASSES_MS.findIndex((bound) => durationMs <= bound);
	return found < 0 ? LENGTH_CLASSES_MS.length : found;
}

/**
 * Counts one impression; `expected` is the probability with which others watch this video to the end. Impressions become part of the
 * habit from the next day on, and when there are enough of them: a rate that moved with each one would say little but the
 * opposite of what came last (docs/recommender.md).
 */
export function observe(
	habits: Habits,
	durationMs: number,
	longView: boolean,
	skip: boolean,
	at: Millis,
	expected: number = PRIOR_RATE,
): Habits {
	const day = Math.max(habits.day, Math.floor(at / DAY_MS));
	const waiting = total(habits.recentShown);
	const held = waiting === 0 ? { ...habits, day } : isSettled(habits, waiting, day) ? settle(habits, day) : habits;
	const of = lengthClass(durationMs);
	const count = (counts: readonly number[], more: number): readonly number[] =>
		counts.map((value, index) => (index === of ? value + more : value));
	return {
		...held,
		recentShown: count(held.recentShown, 1),
		recentLong: count(held.recentLong, longView ? 1 : 0),
		recentExpected: held.recentExpected + expected,
		skipRate: held.skipRate * 0.97 + (skip ? 0.03 : 0),
	};
}

function isSettled(habits: Habits, waiting: number, day: number): boolean {
	if (day <= habits.day) return false;
	if (waiting >= SETTLED_BY || day - habits.day >= SETTLED_AFTER_DAYS) return true;
	return waiting >= FIRST_SETTLED_BY && total(habits.shown) === 0;
}

function settle(habits: Habits, day: number): Habits {
	const kept = KEPT ** total(habits.recentShown);
	const join = (old: readonly number[], today: readonly number[]): readonly number[] =>
		old.map((value, index) => value * kept + (today[index] ?? 0));
	return {
		...habits,
		shown: join(habits.shown, habits.recentShown),
		long: join(habits.long, habits.recentLong),
		expected: habits.expected * kept + habits.recentExpected,
		recentShown: NONE,
		recentLong: NONE,
		recentExpected: 0,
		day,
	};
}

/** Probability of a long view of any video, from this viewer's habit alone. */
export function longViewRate(habits: Habits): number {
	return shrunken(total(habits.long), total(habits.shown));
}

/** Logits by which this viewer watches to the end more than others watch the same videos. */
export function habitualOffset(habits: Habits): number {
	return viewerOffset(total(habits.shown), total(habits.long), habits.expected);
}

/** Probability with which this viewer is expected to watch any video to the end: what a video's long views are set against. */
export const expectedRate = (habits: Habits): number => sigmoid(logit(PRIOR_RATE) + habitualOffset(habits));

/** The same from counts: impressions, long views, and those that others would have given. */
export function viewerOffset(shown: number, long: number, expected: number): number {
	return logit(shrunken(long, shown)) - logit(shrunken(expected, shown));
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
const shrunken = (long: number, shown: number): number => (long + PRIOR_RATE * PRIOR_SHOWN) / (shown + PRIOR_SHOWN);

/** How much likelier than usual for this viewer a video of this length is watched: difference of rates, about −.5 to .5. */
export function lengthFit(habits: Habits, durationMs: number): number {
	const of = lengthClass(durationMs);
	const usual = longViewRate(habits);
	const shown = habits.shown[of] ?? 0;
	return ((habits.long[of] ?? 0) + usual * PRIOR_SHOWN) / (shown + PRIOR_SHOWN) - usual;
}
