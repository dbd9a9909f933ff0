import type { Lesson } from "../../../../contracts/queues.ts";
import { featureRow } from "../../../../recommender/features.ts";
import { MODEL_VERSION } from "../../../../recommender/model.ts";
import { linkScore } from "../../../../recommender/neighbours.ts";
import { seedsOf } from "../../../../recommender/retrieval.ts";
import type { Taste } from "../../../../recommender/taste.ts";
import type { RankContext, VideoFeatures } from "../../../../recommender/types.ts";
import type { Models } from "../../retrieval/models.ts";

/** An act and the impression it belongs to are told within this time, milliseconds. */
const SHOWING_MS = 15 * 60_000;
const ROWS_KEPT = 20;

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** What the ranking sees of a video now, to be learned from when it is known how the impression ended: some 100 bytes as JSON. */
function lessonNow(taste: Taste, video: VideoFeatures, context: RankContext, models: Pick<Models, "neighbours">): Lesson {
	const { neighbours } = models;
	const links = neighbours === null ? 0 : linkScore(seedsOf(taste), (id) => neighbours.get(id) ?? null, video.id);
	return { v: MODEL_VERSION, row: Array.from(featureRow(taste, { video, sources: { neighbours: links } }, context), round) };
}

/**
 * Lessons must not know how the impression went. A heart comes while the video still plays and teaches the taste at once: the row
 * of the moment before is kept, oldest first, until the player tells how long it was watched.
 */
export type KeptLessons = ReadonlyMap<string, { readonly lesson: Lesson; readonly at: number }>;

export const NO_LESSONS: KeptLessons = new Map();

function keptOf(kept: KeptLessons, videoId: string, now: number): Lesson | null {
	const one = kept.get(videoId);
	return one !== undefined && now - one.at < SHOWING_MS ? one.lesson : null;
}

/** With the row of this moment, unless there is one. To be called before the taste learns from an act. */
export function keptBeforeAct(
	kept: KeptLessons,
	taste: Taste,
	video: VideoFeatures,
	context: RankContext,
	models: Pick<Models, "neighbours">,
): KeptLessons {
	if (keptOf(kept, video.id, context.now) !== null) return kept;
	const next = new Map(kept).set(video.id, { lesson: lessonNow(taste, video, context, models), at: context.now });
	const [oldest] = next.keys();
	if (next.size > ROWS_KEPT && oldest !== undefined) next.delete(oldest);
	return next;
}

/** To be called before the taste learns from the impression. Null when the taste knows of it already and nothing was kept. */
export function lessonOf(
	kept: KeptLessons,
	taste: Taste,
	video: VideoFeatures,
	context: RankContext,
	models: Pick<Models, "neighbours">,
): Lesson | null {
	const known = keptOf(kept, video.id, context.now);
	if (known !== null) return known;
	const before = taste.history.find(({ videoId }) => videoId === video.id);
	if (before !== undefined && context.now - before.at < SHOWING_MS) return null;
	return lessonNow(taste, video, context, models);
}

/** Without the row of a video whose impression was asked for it. */
export function usedUp(kept: KeptLessons, videoId: string): KeptLessons {
	if (!kept.has(videoId)) return kept;
	const next = new Map(kept);
	next.delete(videoId);
	return next;
}
