import { and, eq, isNotNull } from "drizzle-orm";
import { videos } from "../../../db/schema/index.ts";
import { onVideoPublished, onVideoRemoved } from "../../feed/index.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { notify } from "../../social/index.ts";
import { invalidateVideo, loadVideo, type VideoRecord } from "../cards/index.ts";
import { recountVideos } from "../lifecycle/recount.ts";
import { transit } from "../state/index.ts";
import { withoutSound } from "../words.ts";

/** What was published so long ago is no news to its creator when it is processed or embedded again, milliseconds. */
const NEWS_MS = 86_400_000;

/**
 * Does what follows publishing: caches, the creator's notification, the profile's count, the vector index. Each step can be
 * repeated; `stage` stays `publishing` until all are done, and the sweeper comes back to what is not. Never throws.
 * @returns whether all was done
 */
export async function announceVideo(services: Services, videoId: string, userId: string): Promise<boolean> {
	try {
		await invalidateVideo(services, videoId);
		const record = await loadVideo(services, videoId);
		if (record === null || record.status !== "ready") return true;
		if (services.clock() - (record.publishedAt ?? 0) < NEWS_MS)
			await notify(services, readyNotice(record, await droppedSound(services, videoId)));
		await recountVideos(services, userId);
		await onVideoPublished(services, record);
		return await markAnnounced(services, record);
	} catch (error) {
		services.log.error("video_announce_failed", { videoId, ...errorFields(error) });
		return false;
	}
}

async function markAnnounced(services: Services, record: VideoRecord): Promise<boolean> {
	const { id: videoId } = record;
	if ((await transit(services, "announced", { id: videoId }, {})) !== null) return true;
	const live = and(eq(videos.id, videoId), eq(videos.status, "ready"), isNotNull(videos.liveGeneration));
	const [still] = await services.db.video(videoId).select({ id: videos.id }).from(videos).where(live).limit(1);
	// Deleted while it was being indexed: the deletion's own removal may have come too early.
	if (still === undefined) await onVideoRemoved(services, videoId, record);
	return true;
}

async function droppedSound(services: Services, videoId: string): Promise<string | undefined> {
	const [row] = await services.db.video(videoId).select({ probe: videos.probe }).from(videos).where(eq(videos.id, videoId)).limit(1);
	return row?.probe?.droppedSound;
}

const readyNotice = ({ id, userId, title }: VideoRecord, dropped: string | undefined) => ({
	userId,
	type: "video_ready" as const,
	text: `Your video ${title === "" ? "" : `“${title}” `}is up${dropped === undefined ? "." : `, ${withoutSound(dropped)}`}`,
	videoId: id,
	key: `video_ready:${id}`,
});
