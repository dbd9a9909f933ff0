import type { Comparison } from "../../../contracts/experiments.ts";
import { chiSquareTail, studentCritical, studentTwoSided } from "./distributions.ts";

/** A metric's value over an arm, and how sure it is. */
export interface Estimate {
	readonly viewers: number;
	readonly mean: number;
	/** Variance of one viewer's part; the mean's own is this over `viewers`. */
	readonly variance: number;
}

/** Mean and sample variance from power sums. Null below two viewers: one says nothing of the spread. */
export function meanOf(viewers: number, sum: number, squares: number): Estimate | null {
	if (viewers < 2) return null;
	const mean = sum / viewers;
	return { viewers, mean, variance: Math.max(0, (squares - viewers * mean * mean) / (viewers - 1)) };
}

/** Power sums of pairs: x over y. */
export interface PairSums {
	readonly viewers: number;
	readonly x: number;
	readonly y: number;
	readonly xx: number;
	readonly yy: number;
	readonly xy: number;
}

/**
 * Σx/Σy by the delta method (Deng et al., KDD 2018): a viewer's impressions are not independent of each other, viewers are. Their
 * parts are (x − R·y)/ȳ around R. Null without impressions.
 */
export function ratioOf({ viewers, x, y, xx, yy, xy }: PairSums): Estimate | null {
	if (viewers < 2 || !(y > 0)) return null;
	const ratio = x / y;
	const meanY = y / viewers;
	const squares = xx - 2 * ratio * xy + ratio * ratio * yy;
	return { viewers, mean: ratio, variance: Math.max(0, squares / (viewers - 1) / (meanY * meanY)) };
}

export const standardError = ({ variance, viewers }: Estimate): number => Math.sqrt(variance / viewers);

/** Power of the minimum detectable effect: so often a true difference of that size would show. */
const POWER = 0.8;

/**
 * Welch's comparison of two arms, variances unequal (Welch 1947, degrees of freedom by Satterthwaite).
 * @param alpha probability that the interval misses the truth
 * @returns null where no viewer differs from another in either arm: then there is no spread to judge by
 */
export function compare(arm: Estimate, control: Estimate, alpha: number): Comparison | null {
	const [a, c] = [arm.variance / arm.viewers, control.variance / control.viewers];
	const error = Math.sqrt(a + c);
	if (!(error > 0)) return null;
	const freedom = (a + c) ** 2 / (a ** 2 / (arm.viewers - 1) + c ** 2 / (control.viewers - 1));
	const difference = arm.mean - control.mean;
	const critical = studentCritical(alpha, freedom);
	const detectable = (critical + studentCritical(2 * (1 - POWER), freedom)) * error;
	const hasLift = control.mean !== 0;
	const lift = hasLift ? difference / Math.abs(control.mean) : null;
	return {
		difference,
		interval: [difference - critical * error, difference + critical * error],
		lift,
		liftInterval: liftInterval([arm.mean, a], [control.mean, c], critical),
		pValue: Math.min(1, studentTwoSided(difference / error, freedom)),
		minimumDetectable: detectable,
		minimumDetectableLift: hasLift ? detectable / Math.abs(control.mean) : null,
	};
}

/**
 * All lifts ρ − 1 that the same test would not refuse: those for which arm − ρ·control lies within `critical` of its errors (Fieller
 * 1954). So it holds 0 exactly when the test of the difference finds nothing. A quotient's usual error taken about the point instead
 * (delta method) can tell of "−58 % to +685 %" beside p = .039.
 * @returns null where control's mean can't be told from 0: then the lifts have no bounds
 */
function liftInterval([arm, a]: MeanAndError, [control, c]: MeanAndError, critical: number): [number, number] | null {
	const square = control ** 2 - critical ** 2 * c;
	if (!(square > 0)) return null;
	const reach = Math.sqrt(Math.max(0, (arm * control) ** 2 - square * (arm ** 2 - critical ** 2 * a)));
	const ends = [(arm * control - reach) / square, (arm * control + reach) / square] as const;
	// Of a metric below zero, more is a smaller quotient.
	return control > 0 ? [ends[0] - 1, ends[1] - 1] : [1 - ends[1], 1 - ends[0]];
}

/** A mean and the square of its standard error. */
type MeanAndError = readonly [mean: number, squaredError: number];

/** Below this many expected in an arm the chi-square approximation does not hold (Cochran 1954). */
const EXPECTED_MIN = 5;
/** Below this the arms are taken for not comparable: strict, for a mismatch is looked for each time (Fabijan et al., KDD 2019). */
export const MISMATCH_BELOW = 0.001;

/** Probability of counts as uneven as these, or more, if viewers were put into arms by `shares`; null for too few to tell. */
export function sampleRatioPValue(counts: readonly number[], shares: readonly number[]): number | null {
	const total = counts.reduce((sum, count) => sum + count, 0);
	const whole = shares.reduce((sum, share) => sum + share, 0);
	const expected = shares.map((share) => (total * share) / whole);
	if (expected.some((count) => count < EXPECTED_MIN)) return null;
	const chiSquare = counts.reduce((sum, count, place) => sum + (count - (expected[place] ?? 0)) ** 2 / (expected[place] ?? 1), 0);
	return chiSquareTail(chiSquare, counts.length - 1);
}
