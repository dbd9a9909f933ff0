import type { Random } from "../recommender/types.ts";
import type { Baseline } from "./baselines/model.ts";
import { largest, quality } from "./metrics.ts";
import { Scores, type Summary } from "./scores.ts";
import type { Served } from "./served.ts";
import { toEvents } from "./signals.ts";
import { type Split, toPast, type WarmCase } from "./split.ts";

const DEPTH = 500;

/** Full ranking over all videos for viewers with a past; earlier exposures masked. */
export function warm(
	of: Split,
	cases: readonly WarmCase[],
	baselines: readonly Baseline[],
	served: Served,
	now: number,
	random: Random,
): Record<string, Summary> {
	const results: Record<string, Summary> = {};
	const ours = new Scores(of.catalogue.items);
	for (const one of cases) {
		const ranked = served.rows(served.recommend(served.taste(toEvents(one.past, of.catalogue)), one.masked, now));
		ours.add(quality(ranked, one.targets), ranked.slice(0, 10));
	}
	results.ours = ours.summary(random);
	for (const baseline of baselines) {
		const scores = new Scores(of.catalogue.items);
		for (const one of cases) {
			const ranked = baselineRows(baseline, toPast(one.past), one.masked, DEPTH);
			scores.add(quality(ranked, one.targets), ranked.slice(0, 10));
		}
		results[baseline.name] = scores.summary(random);
	}
	return results;
}

export function baselineRows(baseline: Baseline, past: ReturnType<typeof toPast>, masked: ReadonlySet<number>, depth: number): number[] {
	const scores = baseline.score(past).slice();
	for (const row of masked) scores[row] = Number.NEGATIVE_INFINITY;
	return largest(scores, depth);
}
