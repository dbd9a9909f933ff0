import type { Comparison } from "./experiments.ts";

/** What a report and the operators' page judge alike. Apart from the schemas, which the page does not load. */

/** The arm that leaves all as it is; what the others are compared with. */
export const CONTROL = "control";

/**
 * Below this many viewers in an arm nothing is compared and nothing is judged: the mean of figures as skewed as watch time is not near
 * normal yet (`npm run eval -- experiments`).
 */
export const VIEWERS_NEEDED = 100;

export type Outcome = "better" | "worse" | "unclear";

/**
 * What a comparison says of an arm: better or worse only when the probability, the interval of the difference and that of the lift all
 * say so.
 * @param confidence of the intervals
 */
export function outcomeOf(
	better: "higher" | "lower",
	{ interval, lift, liftInterval, pValue }: Pick<Comparison, "interval" | "lift" | "liftInterval" | "pValue">,
	confidence: number,
): Outcome {
	const isClear = (range: readonly [number, number] | null) => range !== null && (range[0] > 0 || range[1] < 0);
	if (pValue + confidence >= 1 || !isClear(interval) || (lift !== null && !isClear(liftInterval))) return "unclear";
	return interval[0] > 0 === (better === "higher") ? "better" : "worse";
}
