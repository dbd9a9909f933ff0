import { QUEUE_LENGTH } from "../../../contracts/limits.ts";
import type { Shown } from "../../../recommender/diversity.ts";
import type { RankModel } from "../../../recommender/model.ts";
import { composeQueue } from "../../../recommender/page.ts";
import { rank } from "../../../recommender/rank.ts";
import { rerankQueue } from "../../../recommender/rerank.ts";
import type { Taste } from "../../../recommender/taste.ts";
import type { Candidate, Random, RankContext } from "../../../recommender/types.ts";
import { type FeedParameters, USUAL_PARAMETERS } from "../../experiments/index.ts";
import type { Tuning } from "./exposures.ts";
import type { Act } from "./protocol.ts";
import { restoreSlot, type StoredSlot, storeSlot } from "./slots.ts";

/** What a viewer will be shown next, best first. */
export interface Queue {
	readonly slots: readonly StoredSlot[];
	/** True when all there is was shown: these come again, those longest ago first to choose from. */
	readonly repeats: boolean;
	/** The personal part of the retrieval was missing. */
	readonly isFallback: boolean;
	readonly madeAt: number;
	/** More could have been laid out than there was room for. */
	readonly hasMore: boolean;
	/** Of the slots, those the viewer likes. */
	readonly liked: readonly string[];
	/** Of the slots, those among the viewer's favourites. */
	readonly saved: readonly string[];
	/** The experiments it was laid out under; absent without any. */
	readonly tuning?: Tuning;
}

export const EMPTY_QUEUE: Queue = { slots: [], repeats: false, isFallback: false, madeAt: 0, hasMore: true, liked: [], saved: [] };

/** With fewer slots than this left, more are gathered in the background. */
export const LOW_WATER = 40;
/** A queue that took in all there was is not made anew within this time, milliseconds: a small catalogue never fills it. */
export const SETTLE_MS = 3_000;
/** As much is learned as three long views say: other candidates may suit better than those in the queue. */
export const MOVED_ENOUGH = 3;

/** Lays out a queue of up to QUEUE_LENGTH from candidates, each once. */
export function layOut(
	taste: Taste,
	candidates: readonly Candidate[],
	context: RankContext,
	model: RankModel,
	recent: readonly Shown[],
	random: Random,
	{ exploration, diversity, jitter }: Pick<FeedParameters, "exploration" | "diversity" | "jitter"> = USUAL_PARAMETERS,
): StoredSlot[] {
	const once = [...new Map(candidates.map((candidate) => [candidate.video.id, candidate])).values()];
	const ranked = rank(taste, once, context, model);
	const options = { size: QUEUE_LENGTH, recent, seen: () => false, random, exploration, diversity, jitter };
	return composeQueue(ranked, options).map(storeSlot);
}

/** What is left of a queue in the order the taste asks for now. `known` tells candidates as they are; gone ones fall out. */
export function reorder(
	slots: readonly StoredSlot[],
	known: ReadonlyMap<string, Candidate["video"]>,
	taste: Taste,
	context: RankContext,
	model: RankModel,
	recent: readonly Shown[],
	diversity = USUAL_PARAMETERS.diversity,
): StoredSlot[] {
	const restored = slots.flatMap((slot) => {
		const video = known.get(slot.videoId);
		return video === undefined ? [] : [restoreSlot(slot, { video, sources: slot.sources })];
	});
	return rerankQueue(restored, taste, context, model, recent, diversity).map(storeSlot);
}

/** Takes the next `count` that may be shown; those refused are dropped. */
export function take(
	slots: readonly StoredSlot[],
	count: number,
	refused: (slot: StoredSlot) => boolean,
): { taken: StoredSlot[]; left: StoredSlot[] } {
	const taken: StoredSlot[] = [];
	let place = 0;
	for (; place < slots.length && taken.length < count; place++) {
		const slot = slots[place];
		if (slot !== undefined && !refused(slot)) taken.push(slot);
	}
	return { taken, left: slots.slice(place) };
}

/** The queue's hearts and bookmarks after an act. */
export function marked(queue: Queue, { kind, videoId }: Act): Queue {
	const having = (ids: readonly string[], on: Act["kind"], off: Act["kind"]): readonly string[] => {
		if (kind !== on && kind !== off) return ids;
		const others = ids.filter((id) => id !== videoId);
		return kind === on ? [...others, videoId] : others;
	};
	return { ...queue, liked: having(queue.liked, "liked", "unliked"), saved: having(queue.saved, "saved", "unsaved") };
}
