/** How a viewer watches, whatever the subject: how often to the end, by length of video. */
export interface Habits {
	/** Per length class: showings and long views, both fading as new ones come. */
	readonly shown: readonly number[];
	readonly long: readonly number[];
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

const CLASSES = LENGTH_CLASSES_MS.length + 1;
export const EMPTY_HABITS: Habits = { shown: new Array<number>(CLASSES).fill(0), long: new Array<number>(CLASSES).fill(0), skipRate: 0.2 };

export function lengthClass(durationMs: number): number {
	const found = LENGTH_CLASSES_MS.findIndex((bound) => durationMs <= bound);
	return found < 0 ? LENGTH_CLASSES_MS.length : found;
}

export function observe(habits: Habits, durationMs: number, longView: boolean, skip: boolean): Habits {
	const of = lengthClass(durationMs);
	const fade = (counts: readonly number[], more: number): number[] =>
		counts.map((count, index) => count * KEPT + (index === of ? more : 0));
	return { shown: fade(habits.shown, 1), long: fade(habits.long, longView ? 1 : 0), skipRate: habits.skipRate * 0.97 + (skip ? 0.03 : 0) };
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
