import type { MinuteViews } from "./pulse.ts";

/** What a counter counts; `expected`: long views expected of those it was shown to, thousandths, so that sums are exact. */
const COUNTED = ["views", "likes", "shares", "impressions", "longViews", "expected"] as const;
export type Counted = (typeof COUNTED)[number];
export type Numbers = Readonly<Record<Counted, number>>;

export const ZERO: Numbers = { views: 0, likes: 0, shares: 0, impressions: 0, longViews: 0, expected: 0 };

/** One batch's share of a video's numbers. */
export interface Entry {
	/** Counted once however often it comes. */
	readonly batchId: string;
	/** When the batch was closed, milliseconds since 1970; as stable as its id. */
	readonly at: number;
	readonly deltas: Partial<Numbers>;
	/** Of the views, those that may make it viral, by the minute they happened in. */
	readonly minutes?: readonly MinuteViews[];
}

/** The sum of two; what is left out is none. */
export function plus(a: Partial<Numbers>, b: Partial<Numbers>): Numbers {
	const sum = (name: Counted) => (a[name] ?? 0) + (b[name] ?? 0);
	return {
		views: sum("views"),
		likes: sum("likes"),
		shares: sum("shares"),
		impressions: sum("impressions"),
		longViews: sum("longViews"),
		expected: sum("expected"),
	};
}

export const isZero = (numbers: Numbers): boolean => COUNTED.every((name) => numbers[name] === 0);

/** The minutes of two entries together. */
export function joinMinutes(a: readonly MinuteViews[], b: readonly MinuteViews[]): MinuteViews[] {
	const sums = new Map(a);
	for (const [minute, views] of b) sums.set(minute, (sums.get(minute) ?? 0) + views);
	return [...sums];
}
