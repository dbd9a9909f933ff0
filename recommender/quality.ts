import type { VideoStats } from "./types.ts";

/** Long-view rate assumed of an unknown video, and of how many impressions that counts as much as. */
export const PRIOR_RATE = 0.45;
const PRIOR_IMPRESSIONS = 20;

export const logit = (p: number): number => Math.log(p / (1 - p));
export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * How much likelier than others a video is watched to the end, logits: its shrunken long-view rate against the rate its
 * viewers were expected to give any video. Without that expectation, against the prior: then a video shown to patient people
 * looks better than it is.
 */
export function quality({ impressions, longViews, expectedLongViews }: VideoStats): number {
	const shown = Math.max(impressions, longViews, 0);
	const expected = Math.min(shown, Math.max(0, expectedLongViews ?? shown * PRIOR_RATE));
	return shrunken(longViews, shown) - shrunken(expected, shown);
}

const shrunken = (count: number, shown: number): number =>
	logit((Math.max(count, 0) + PRIOR_RATE * PRIOR_IMPRESSIONS) / (shown + PRIOR_IMPRESSIONS));

/** Probability that someone of whom nothing is known watches a video of these counts to the end. */
export const usualRate = (stats: VideoStats): number => sigmoid(logit(PRIOR_RATE) + quality(stats));
