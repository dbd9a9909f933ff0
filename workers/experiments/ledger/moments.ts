import { MEASURES, type Measure, type Measures, NOTHING } from "./outcome.ts";

/** All a report needs of an arm: power sums over its viewers. They add up over shards, and hold nobody's own figures. */
export interface Moments {
	readonly viewers: number;
	/** Σx of each measure. */
	readonly sums: Measures;
	/** Σx². */
	readonly squares: Measures;
	/** Σx·impressions, for rates of impressions. */
	readonly products: Measures;
}

export const NO_MOMENTS: Moments = { viewers: 0, sums: NOTHING, squares: NOTHING, products: NOTHING };

export function plusMoments(a: Moments, b: Moments): Moments {
	return {
		viewers: a.viewers + b.viewers,
		sums: plus(a.sums, b.sums),
		squares: plus(a.squares, b.squares),
		products: plus(a.products, b.products),
	};
}

/** Moments of viewers whose figures are at hand. */
export function momentsOf(viewers: readonly Measures[]): Moments {
	const of = (value: (viewer: Measures, measure: Measure) => number) =>
		each((measure) => viewers.reduce((sum, viewer) => sum + value(viewer, measure), 0));
	return {
		viewers: viewers.length,
		sums: of((viewer, measure) => viewer[measure]),
		squares: of((viewer, measure) => viewer[measure] ** 2),
		products: of((viewer, measure) => viewer[measure] * viewer.impressions),
	};
}

export const each = (value: (measure: Measure) => number): Measures =>
	Object.fromEntries(MEASURES.map((measure) => [measure, value(measure)])) as Record<Measure, number>;

const plus = (a: Measures, b: Measures): Measures => each((measure) => a[measure] + b[measure]);
