import { longAffinity } from "../recommender/affinity.ts";
import { rank } from "../recommender/rank.ts";
import type { Random } from "../recommender/types.ts";
import { learnVideos, type Trained } from "../trainer/train.ts";
import { contentVectors } from "./content.ts";
import { mean, recall } from "./metrics.ts";
import { Served } from "./served.ts";
import { toEvents, toFacts } from "./signals.ts";
import type { Split, WarmCase } from "./split.ts";

export interface NewVideosResult {
	readonly hidden: number;
	readonly users: number;
	/** Recall among the hidden videos alone, by depth. */
	readonly ours: { readonly recall20: number; readonly recall50: number };
	/** Videos of liked authors first, then of liked topics. */
	readonly authorTopic: { readonly recall20: number; readonly recall50: number };
	readonly chance: { readonly recall20: number; readonly recall50: number };
}

/** A tenth of the videos hidden from all training, only their metadata known: are they found for those who watched them? */
export function newVideos(
	of: Split,
	cases: readonly WarmCase[],
	trained: Trained,
	now: number,
	dimensions: number,
	random: Random,
): NewVideosResult {
	const hidden = new Set(of.catalogue.items.flatMap((_, row) => (row % 10 === 7 ? [row] : [])));
	const visible = of.train.filter((one) => !hidden.has(one.item));
	const facts = toFacts(of.catalogue);
	const learned = learnVideos(toEvents(visible, of.catalogue), facts, contentVectors(of.catalogue, dimensions), now);
	const served = new Served({ ...trained, ...learned });
	const fresh = [...hidden].flatMap((row) => learned.videos[row] ?? []);
	const ours: number[][] = [];
	const plain: number[][] = [];
	for (const one of cases) {
		const targets = new Set([...one.targets].filter((row) => hidden.has(row)));
		if (targets.size === 0) continue;
		const past = one.past.filter((exposure) => !hidden.has(exposure.item));
		const taste = served.taste(toEvents(past, of.catalogue));
		const context = { now, followed: new Set<string>(), country: null, device: null };
		const candidates = fresh.filter((video) => !one.masked.has(served.row(video.id))).map((video) => ({ video, sources: { fresh: 0 } }));
		const ranked = served.rows(rank(taste, candidates, context, trained.model));
		const byMetadata = candidates
			.map(({ video }) => ({
				row: served.row(video.id),
				value:
					10 * longAffinity(taste.creators.get(video.creatorId)) +
					Math.max(0, ...video.topics.map((topic) => taste.topics.get(topic)?.long ?? 0)) +
					random() * 1e-6,
			}))
			.sort((a, b) => b.value - a.value)
			.map(({ row }) => row);
		ours.push([recall(ranked, targets, 20), recall(ranked, targets, 50)]);
		plain.push([recall(byMetadata, targets, 20), recall(byMetadata, targets, 50)]);
	}
	const at = (lists: readonly number[][]) => ({
		recall20: mean(lists.map((one) => one[0] ?? 0)),
		recall50: mean(lists.map((one) => one[1] ?? 0)),
	});
	const share = (depth: number) => Math.min(1, depth / Math.max(1, hidden.size));
	return {
		hidden: hidden.size,
		users: ours.length,
		ours: at(ours),
		authorTopic: at(plain),
		chance: { recall20: share(20), recall50: share(50) },
	};
}
