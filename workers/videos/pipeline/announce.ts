import { and, eq, isNotNull } from "drizzle-orm";
import { videos } from "../../../db/schema/index.ts";
import { emit } from "../../platform/events.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { invalidateVideo, loadVideo, type VideoRecord } from "../cards/index.ts";
import { transit } from "../state/index.ts";
import { withoutSound } from "../words.ts";

/** What was published so long ago is no news to its creator when it is processed or embedded again, milliseconds. */
const NEWS_MS = 86_400_000;

/**
 * Has what follows publishing done (`published` in workers/events.ts). Each step can be repeated; `stage` stays `publishing` until
 * all are done, and the sweeper comes back to what is not. Never throws.
 * @returns whether all was done
 */
export async function announceVideo(services: Services, videoId: string, userId: string): Promise<boolean> {
	try {
		await invalidateVideo(services, videoId);
		const record = await loadVideo(services, videoId);
		if (record === null || record.status !== "ready") return true;
		const isNews = services.clock() - (record.publishedAt ?? 0) < NEWS_MS;
		const news = isNews ? sentence(record, await droppedSound(services, videoId)) : null;
		const left = await emit(services, "published", { videoId, userId, news });
		return left.length === 0 && (await markAnnounced(services, record));
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
	if (still === undefined)
		return (await emit(services, "removed", { videoId, userId: record.userId, first: true, spaces: record })).length === 0;
	return true;
}

async function droppedSound(services: Services, videoId: string): Promise<string | undefined> {
	const [row] = await services.db.video(videoId).select({ probe: videos.probe }).from(videos).where(eq(videos.id, videoId)).limit(1);
	return row?.probe?.droppedSound;
}

const sentence = ({ title }: VideoRecord, dropped: string | undefined): string =>
	`Your video ${title === "" ? "" : `“${title}” `}is up${dropped === undefined ? "." : `, ${withoutSound(dropped)}`}`;
