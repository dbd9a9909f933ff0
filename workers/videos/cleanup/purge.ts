import { eq } from "drizzle-orm";
import { mediaKeys } from "../../../contracts/media.ts";
import type { CleanupMessage } from "../../../contracts/queues.ts";
import { comments, uploads, videoEngagement, videos } from "../../../db/schema/index.ts";
import { onVideoRemoved } from "../../feed/index.ts";
import type { Services } from "../../platform/services.ts";
import { isPending } from "../pipeline/pending.ts";
import { cancelJob } from "../pipeline/transcoder.ts";

/** R2 deletes at most this many objects in one call. */
const DELETE_BATCH = 1_000;

/** Deletes every object below a prefix. @returns how many there were */
export async function purgePrefix(bucket: R2Bucket, prefix: string): Promise<number> {
	let count = 0;
	while (true) {
		const { objects } = await bucket.list({ prefix, limit: DELETE_BATCH });
		if (objects.length === 0) return count;
		await bucket.delete(objects.map(({ key }) => key));
		count += objects.length;
	}
}

/**
 * Removes everything of a deleted video, or of an upload that was given up. Repeated, it removes what came in since.
 * @param last whether nothing can come in any more: then the rows go too
 * @returns how many objects there were
 * @throws when a store refuses: call again
 */
export async function purgeVideo(services: Services, videoId: string, last: boolean): Promise<number> {
	const database = services.db.video(videoId);
	const [row] = await database.select({ status: videos.status }).from(videos).where(eq(videos.id, videoId)).limit(1);
	if (row !== undefined && row.status !== "deleted") {
		services.log.error("purge_refused", { videoId, status: row.status });
		return 0;
	}
	if (row !== undefined) await cancelJob(services, videoId);
	const { MEDIA } = services.env;
	const count = (await purgePrefix(MEDIA, mediaKeys.originals(videoId))) + (await purgePrefix(MEDIA, mediaKeys.video(videoId)));
	await onVideoRemoved(services, videoId);
	if (last) {
		await database.batch([
			database.delete(comments).where(eq(comments.videoId, videoId)),
			database.delete(videoEngagement).where(eq(videoEngagement.videoId, videoId)),
			database.delete(uploads).where(eq(uploads.videoId, videoId)),
			database.delete(videos).where(eq(videos.id, videoId)),
		]);
	}
	return count;
}

type GenerationMessage = Extract<CleanupMessage, { kind: "purge_generation" }>;

/** Removes a generation's objects unless it is served, or being made. @returns how many there were; null when it is in use */
export async function purgeGeneration(services: Services, { videoId, generation }: GenerationMessage): Promise<number | null> {
	const [row] = await services.db.video(videoId).select().from(videos).where(eq(videos.id, videoId)).limit(1);
	const inUse =
		row !== undefined &&
		row.status !== "deleted" &&
		(row.liveGeneration === generation || (row.generation === generation && isPending(row)));
	return inUse ? null : purgePrefix(services.env.MEDIA, mediaKeys.generation(videoId, generation));
}
