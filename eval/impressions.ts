import type { Random } from "../recommender/types.ts";
import { ImpressionReplay } from "../trainer/impressions.ts";
import type { Trained } from "../trainer/train.ts";
import type { World } from "../trainer/world.ts";
import type { Baseline } from "./baselines/model.ts";
import { byUser, type Exposure } from "./log.ts";
import { auc, groupAuc, mean, pairAccuracy } from "./metrics.ts";
import { toEvents } from "./signals.ts";
import { type Split, toPast } from "./split.ts";

export interface RankerResult {
	readonly auc: number;
	/** AUC within viewers, weighted by impressions. */
	readonly gauc: number;
	/** Share of pairs whose watch times are put in the right order. */
	readonly xauc: number;
	/** Mean absolute error of the watch time, seconds. */
	readonly mae: number;
}

/** On the logged impressions of the test period, in time order, each predicted before anything is learned from it. */
export function impressions(
	of: Split,
	baselines: readonly Baseline[],
	trained: Trained,
	world: World,
	random: Random,
): Record<string, RankerResult> {
	const test = of.test.filter((one) => one.playMs !== null);
	const results: Record<string, RankerResult> = {};
	const judge = (long: readonly number[], watch: readonly number[], seconds: readonly number[]): RankerResult => ({
		auc:
			auc(
				long,
				test.map((one) => one.longView),
			) ?? 0.5,
		gauc: groupAuc(
			long,
			test.map((one) => one.longView),
			test.map((one) => one.user),
		),
		xauc: pairAccuracy(
			watch,
			test.map((one) => one.playMs ?? 0),
			random,
		),
		mae: mean(seconds.map((value, index) => Math.abs(value - (test[index]?.playMs ?? 0) / 1000))),
	});
	const ours = replay(of, test, trained, world);
	results.ours = judge(
		ours.map((one) => one.pLongView),
		ours.map((one) => one.watchMs),
		ours.map((one) => one.watchMs / 1000),
	);
	const pasts = byUser(of.train);
	for (const baseline of baselines) {
		const scores = new Map<number, number>();
		const places = new Map<string, number[]>();
		test.forEach((one, index) => {
			const held = places.get(one.user);
			if (held === undefined) places.set(one.user, [index]);
			else held.push(index);
		});
		for (const [user, held] of places) {
			const all = baseline.score(toPast(pasts.get(user) ?? []));
			for (const index of held) scores.set(index, all[test[index]?.item ?? 0] ?? 0);
		}
		const list = test.map((_, index) => scores.get(index) ?? 0);
		// A list model knows no seconds: its error is that of the running median, told by nobody's score.
		results[baseline.name] = judge(list, list, runningMedian(test));
	}
	return results;
}

function replay(of: Split, test: readonly Exposure[], trained: Trained, world: World): { pLongView: number; watchMs: number }[] {
	const stream = new ImpressionReplay(world, trained.model, toEvents(of.train, of.catalogue));
	return toEvents(test, of.catalogue).map((event) => stream.observe(event) ?? { pLongView: 0.5, watchMs: 0 });
}

/** Seconds: the median watch so far, moved a little at each impression. */
function runningMedian(test: readonly Exposure[]): number[] {
	let median = 5;
	return test.map((one) => {
		const before = median;
		median *= (one.playMs ?? 0) / 1000 > median ? 1.01 : 1 / 1.01;
		return before;
	});
}
