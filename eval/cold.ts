import type { Random } from "../recommender/types.ts";
import type { Baseline } from "./baselines/model.ts";
import { bootstrapError, mean, quality } from "./metrics.ts";
import type { Served } from "./served.ts";
import { toEvents } from "./signals.ts";
import { type Split, toPast } from "./split.ts";
import { baselineRows } from "./warm.ts";

export interface ColdResult {
	readonly ndcg10: number;
	readonly hr10: number;
	readonly users: number;
	readonly se: { readonly ndcg10: number; readonly hr10: number };
}

/** Length of history, and which events (from 0) are the answer and the mask: the same for every k up to 20. */
const STAGES = [
	{ k: 0, from: 20, to: 60 },
	{ k: 3, from: 20, to: 60 },
	{ k: 5, from: 20, to: 60 },
	{ k: 10, from: 20, to: 60 },
	{ k: 20, from: 20, to: 60 },
	{ k: 50, from: 50, to: 90 },
] as const;

/** Viewers unknown to every model, after their first k events. */
export function cold(
	of: Split,
	baselines: readonly Baseline[],
	served: Served,
	now: number,
	random: Random,
): Record<string, Record<string, ColdResult>> {
	const results: Record<string, Record<string, ColdResult>> = {};
	const models = ["ours", ...baselines.map((baseline) => baseline.name)];
	for (const { k, from, to } of STAGES) {
		const gathered = new Map<string, { ndcg10: number[]; hr10: number[] }>(models.map((model) => [model, { ndcg10: [], hr10: [] }]));
		const add = (model: string, ranked: readonly number[], targets: ReadonlySet<number>) => {
			const held = gathered.get(model) ?? { ndcg10: [], hr10: [] };
			const { ndcg10, hr10 } = quality(ranked, targets);
			held.ndcg10.push(ndcg10);
			held.hr10.push(hr10);
			gathered.set(model, held);
		};
		for (const { events } of of.cold) {
			const masked = new Set(events.slice(0, from).map((one) => one.item));
			const targets = new Set(
				events
					.slice(from, to)
					.filter((one) => one.longView && !masked.has(one.item))
					.map((one) => one.item),
			);
			if (events.length <= from || targets.size === 0) continue;
			const history = events.slice(0, k);
			// Time of the next page: never before what is known of the videos.
			const at = Math.max(now, history[history.length - 1]?.at ?? now);
			add("ours", served.rows(served.recommend(served.taste(toEvents(history, of.catalogue)), masked, at)), targets);
			for (const baseline of baselines) add(baseline.name, baselineRows(baseline, toPast(history), masked, 10), targets);
		}
		for (const [model, { ndcg10, hr10 }] of gathered) {
			const stages = results[model] ?? {};
			stages[k] = {
				ndcg10: mean(ndcg10),
				hr10: mean(hr10),
				users: ndcg10.length,
				se: { ndcg10: bootstrapError(ndcg10, random), hr10: bootstrapError(hr10, random) },
			};
			results[model] = stages;
		}
	}
	return results;
}
