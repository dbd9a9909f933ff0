import type { Baseline, Past } from "./model.ts";

/**
 * A baseline whose empty scores are filled by popularity, as anyone who serves it would: what it says nothing of (a score of
 * exactly zero, such as all videos after a past without a long view) follows what it recommends, the most popular first.
 * Without this a personal model is measured at chance for whoever it does not know yet, and looks weaker than it is.
 */
export function withPopularity(baseline: Baseline, popularity: Float32Array): Baseline {
	const most = popularity.reduce((top, one) => Math.max(top, one), 0);
	const filled = new Float32Array(popularity.length);
	return {
		name: baseline.name,
		score(past: Past) {
			const own = baseline.score(past);
			const least = leastRecommended(own);
			for (let item = 0; item < filled.length; item++) {
				const score = own[item] as number;
				filled[item] = score !== 0 || most === 0 ? score : ((popularity[item] as number) / most) * (least / 2);
			}
			return filled;
		},
	};
}

/** The smallest score above zero; 1 when there is none. */
function leastRecommended(scores: Float32Array): number {
	let least = Number.POSITIVE_INFINITY;
	for (const score of scores) if (score > 0 && score < least) least = score;
	return Number.isFinite(least) ? least : 1;
}
