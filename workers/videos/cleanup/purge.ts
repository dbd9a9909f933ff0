import { and, eq, inArray } from "drizzle-orm";
import { ingestKeys, mediaKeys } from "../../../contracts/media.ts";
import type { CleanupMessage } from "../../../contracts/queues.ts";
import {
	commentEdits,
	commentLikes,
	comments,
	uploadKeys,
	uploads,
	userVideos,
	videoCommentRules,
	videoEngagement,
	videoScreenings,
	videos,
} from "../../../db/schema/index.ts";
import { emitOrFail } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { isVideoHeld } from "../../trust/index.ts";
import { countsKey } from "../cards/index.ts";
import { forgetCounter } from "../engagement/index.ts";
import { deleteStreamVideo } from "../pipeline/stream/client.ts";
import { cancelJob } from "../pipeline/transcoder.ts";
import { isPending, transit } from "../state/index.ts";

/** R2 deletes at most this many objects in one call. */
const DELETE_BATCH = 1_000;

/** Deletes every object below a prefix. @returns how many there were */
async function purgePrefix(bucket: R2Bucket, prefix: string): Promise<number> {
	let count = 0;
	while (true) {
		const { objects } = await bucket.list({ prefix, limit: DELETE_BATCH });
		if (objects.length === 0) return count;
		await bucket.delete(objects.map(({ key }) => key));
		count += objects.length;
	}
}

/** Which of the purges of one deletion this is. */
export interface PurgeRound {
	/** A job may still be running. */
	readonly first: boolean;
	/** Nothing can come in any more: the rows go too. */
	readonly last: boolean;
}

/**
 * Removes everything of a deleted video, or of an upload that was given up. Repeated, it removes what came in since.
 * @returns how many objects there were; null when the video is not deleted, or can still come back
 * @throws when a store refuses: call again
 */
export async function purgeVideo(services: Services, videoId: string, userId: string, { first, last }: PurgeRound): Promise<number | null> {
	const database = services.db.video(videoId);
	// From here on there is no way back: one update, so that of this and an undoing in the same moment one wins whole.
	await transit(services, "undoEnded", { id: videoId }, {});
	const [row] = await database
		.select({ status: videos.status, stage: videos.stage, backendRef: videos.backendRef, deletedFrom: videos.deletedFrom })
		.from(videos)
		.where(eq(videos.id, videoId))
		.limit(1);
	if (row !== undefined && (row.status !== "deleted" || row.deletedFrom !== null)) {
		services.log.info("purge_unwanted", { videoId, status: row.status });
		return null;
	}
	// Evidence is kept: nobody is shown it, and what leads to it goes; when the hold ends it is purged by the sweep of every night.
	const isHeld = await isVideoHeld(services, videoId);
	if (first && row !== undefined && row.stage !== "done") await cancelJob(services, videoId);
	const { ingest, media } = services;
	const count = isHeld ? 0 : (await purgePrefix(ingest, ingestKeys.video(videoId))) + (await purgePrefix(media, mediaKeys.video(videoId)));
	if (!isHeld && row !== undefined && row.backendRef !== null) await deleteStreamVideo(services.config, row.backendRef);
	await emitOrFail(services, "removed", { videoId, userId, first });
	await dropCounter(services, videoId);
	if (last && !isHeld) {
		await forgetOwnership(services, videoId, userId);
		const ofVideo = database.select({ id: comments.id }).from(comments).where(eq(comments.videoId, videoId));
		await database.batch([
			database.delete(commentLikes).where(inArray(commentLikes.commentId, ofVideo)),
			database.delete(commentEdits).where(inArray(commentEdits.commentId, ofVideo)),
			database.delete(videoCommentRules).where(eq(videoCommentRules.videoId, videoId)),
			database.delete(comments).where(eq(comments.videoId, videoId)),
			database.delete(videoEngagement).where(eq(videoEngagement.videoId, videoId)),
			database.delete(uploads).where(eq(uploads.videoId, videoId)),
			database.delete(videoScreenings).where(eq(videoScreenings.videoId, videoId)),
			database.delete(videos).where(eq(videos.id, videoId)),
		]);
	}
	return count;
}

/** Removes what lies in the ingest folder of a video whose rows are gone. @returns how many objects; null when it is there after all */
export async function purgeParts(services: Services, videoId: string): Promise<number | null> {
	const database = services.db.video(videoId);
	const [[video], [upload]] = await database.batch([
		database.select({ id: videos.id }).from(videos).where(eq(videos.id, videoId)),
		database.select({ id: uploads.videoId }).from(uploads).where(eq(uploads.videoId, videoId)),
	]);
	return video === undefined && upload === undefined ? purgePrefix(services.ingest, ingestKeys.video(videoId)) : null;
}

/** The creator's side: the place on the profile, and the upload's key, which may then begin a new upload. */
async function forgetOwnership({ db }: Services, videoId: string, userId: string): Promise<void> {
	const database = db.user(userId);
	await database.batch([
		database.delete(userVideos).where(and(eq(userVideos.userId, userId), eq(userVideos.videoId, videoId))),
		database.delete(uploadKeys).where(and(eq(uploadKeys.userId, userId), eq(uploadKeys.videoId, videoId))),
	]);
}

/** The counter ends itself when it has forgotten all, which its caller is told as an error of these words. */
const COUNTER_ENDED = "the video is gone";

async function dropCounter(services: Services, videoId: string): Promise<void> {
	try {
		await forgetCounter(services, videoId);
	} catch (error) {
		if (!(error instanceof Error) || !error.message.includes(COUNTER_ENDED)) throw error;
	}
	// What it left for the cards has no time to live.
	await services.redis.soft((redis) => redis.del(countsKey(videoId)));
}

type GenerationMessage = Extract<CleanupMessage, { kind: "purge_generation" }>;

/** Removes a generation's objects unless it is served, being made, or waits for a verdict. @returns how many there were; null when it is in use */
export async function purgeGeneration(services: Services, { videoId, generation }: GenerationMessage): Promise<number | null> {
	const [row] = await services.db.video(videoId).select().from(videos).where(eq(videos.id, videoId)).limit(1);
	const inUse =
		row !== undefined &&
		row.status !== "deleted" &&
		(row.liveGeneration === generation || row.withheldGeneration === generation || (row.generation === generation && isPending(row)));
	return inUse ? null : purgePrefix(services.media, mediaKeys.generation(videoId, generation));
}
