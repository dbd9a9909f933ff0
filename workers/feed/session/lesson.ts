import type { Lesson } from "../../../contracts/queues.ts";
import { featureRow } from "../../../recommender/features.ts";
import { MODEL_VERSION } from "../../../recommender/model.ts";
import { linkScore } from "../../../recommender/neighbours.ts";
import { seedsOf } from "../../../recommender/retrieval.ts";
import type { Taste } from "../../../recommender/taste.ts";
import type { RankContext, VideoFeatures } from "../../../recommender/types.ts";
import type { Models } from "../retrieval/models.ts";

/** An act and the showing it belongs to are told within this time, milliseconds. */
const SHOWING_MS = 15 * 60_000;
const ROWS_KEPT = 20;

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** What the ranking sees of a video now, to be learned from when it is known how the showing ended: some 100 bytes as JSON. */
function lessonNow(taste: Taste, video: VideoFeatures, context: RankContext, models: Pick<Models, "neighbours">): Lesson {
	const { neighbours } = models;
	const links = neighbours === null ? 0 : linkScore(seedsOf(taste), (id) => neighbours.get(id) ?? null, video.id);
	return { v: MODEL_VERSION, row: Array.from(featureRow(taste, { video, sources: { neighbours: links } }, context), round) };
}

/**
 * Lessons must not know how the showing went. A heart comes while the video still plays and teaches the taste at once: the row
 * of the moment before is kept until the player tells how long it was watched.
 */
export class Lessons {
	/** Oldest first. Made when it is needed: there are thousands of sessions in an isolate. */
	#before: Map<string, { readonly lesson: Lesson; readonly at: number }> | null = null;

	/** To be called before the taste learns from an act. */
	beforeAct(taste: Taste, video: VideoFeatures, context: RankContext, models: Pick<Models, "neighbours">): void {
		if (this.#kept(video.id, context.now) !== null) return;
		this.#before ??= new Map();
		this.#before.set(video.id, { lesson: lessonNow(taste, video, context, models), at: context.now });
		const [oldest] = this.#before.keys();
		if (this.#before.size > ROWS_KEPT && oldest !== undefined) this.#before.delete(oldest);
	}

	/** To be called before the taste learns from the showing. Null when the taste knows of it already and nothing was kept. */
	ofShowing(taste: Taste, video: VideoFeatures, context: RankContext, models: Pick<Models, "neighbours">): Lesson | null {
		const kept = this.#kept(video.id, context.now);
		this.#before?.delete(video.id);
		if (kept !== null) return kept;
		const met = taste.history.find(({ videoId }) => videoId === video.id);
		if (met !== undefined && context.now - met.at < SHOWING_MS) return null;
		return lessonNow(taste, video, context, models);
	}

	#kept(videoId: string, now: number): Lesson | null {
		const kept = this.#before?.get(videoId);
		return kept !== undefined && now - kept.at < SHOWING_MS ? kept.lesson : null;
	}
}
