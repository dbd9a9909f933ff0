import type { Random, Ranked } from "./types.ts";

/** Every public video is shown this often whatever its numbers (docs/product.md#exploration). */
export const GUARANTEED_IMPRESSIONS = 100;
/** Drawn among this many of the most promising. */
const POOL = 40;
/** Weight of not knowing, as in UCB1 (Auer et al. 2002); there √2, less because the prior knows something. */
const UNCERTAINTY = 0.5;
/** Sharpness of the draw: lower is greedier. In units of long-view probability. */
const TEMPERATURE = 0.12;
/** What relevance counts beside the bound, per unit of score. */
const RELEVANCE = 0.02;

export interface Draw {
	readonly ranked: Ranked;
	/** Probability with which this one was drawn from the pool. */
	readonly propensity: number;
}

export const isFresh = (ranked: Ranked): boolean => ranked.candidate.video.stats.impressions < GUARANTEED_IMPRESSIONS;

/**
 * Draws one to learn from: softmax over the upper confidence bound of the long-view probability, so that the propensity is
 * exact and the log can be used for unbiased estimates. Null when the pool is empty.
 */
export function drawUncertain(pool: readonly Ranked[], random: Random): Draw | null {
	const shown = pool.reduce((sum, { candidate }) => sum + Math.max(0, candidate.video.stats.impressions), 0);
	const log = Math.log(shown + Math.E);
	return draw(pool, random, (ranked) => {
		const seen = Math.max(0, ranked.candidate.video.stats.impressions);
		return ranked.pLongView + UNCERTAINTY * Math.sqrt(log / (seen + log * 4)) + RELEVANCE * ranked.score;
	});
}

/** Draws a new video: those that still miss the most impressions and suit the viewer best come first. */
export function drawFresh(pool: readonly Ranked[], random: Random): Draw | null {
	return draw(pool, random, (ranked) => {
		const missing = 1 - Math.max(0, ranked.candidate.video.stats.impressions) / GUARANTEED_IMPRESSIONS;
		return 0.3 * missing + RELEVANCE * ranked.score;
	});
}

function draw(pool: readonly Ranked[], random: Random, promise: (ranked: Ranked) => number): Draw | null {
	const best = mostPromising(pool, promise);
	const top = best[0];
	if (top === undefined) return null;
	const weights = best.map(({ value }) => Math.exp((value - top.value) / TEMPERATURE));
	const sum = weights.reduce((total, weight) => total + weight, 0);
	let left = random() * sum;
	let index = 0;
	while (index < weights.length - 1 && left >= (weights[index] as number)) left -= weights[index++] as number;
	const drawn = best[index] ?? top;
	return { ranked: drawn.ranked, propensity: (weights[index] ?? 1) / sum };
}

/** The best POOL of a pool, best first. One pass: a queue of 100 draws twenty times from some 500. */
function mostPromising(pool: readonly Ranked[], promise: (ranked: Ranked) => number): { ranked: Ranked; value: number }[] {
	const best: { ranked: Ranked; value: number }[] = [];
	for (const ranked of pool) {
		const value = promise(ranked);
		if (best.length === POOL && value <= (best[POOL - 1]?.value ?? 0)) continue;
		let place = best.length;
		while (place > 0 && (best[place - 1]?.value ?? 0) < value) place--;
		best.splice(place, 0, { ranked, value });
		if (best.length > POOL) best.pop();
	}
	return best;
}
