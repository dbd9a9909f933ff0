import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { TranscodeMessage } from "../../../../contracts/queues.ts";
import { profiles, videos } from "../../../../db/schema/index.ts";
import { errorFields } from "../../../platform/log.ts";
import type { Services } from "../../../platform/services.ts";
import type { VideoRow } from "../../state/index.ts";

/** A copy whose job gave no sign of life for this long was lost with the queue, milliseconds: longer than a consumer may run. */
const LOST_MS = 20 * 60_000;

type Asked = Pick<VideoRow, "downloadAskedAt">;

/** Whether a copy is being made. */
export const isBeingMade = (services: Pick<Services, "clock">, { downloadAskedAt }: Asked): boolean =>
	downloadAskedAt !== null && downloadAskedAt.getTime() > services.clock() - LOST_MS;

/** The user name that copies of a video are marked with: its creator's, as it is now. Null when there is no such account. */
export async function markOf(services: Services, userId: string): Promise<string | null> {
	const [profile] = await services.db
		.user(userId)
		.select({ username: profiles.username })
		.from(profiles)
		.where(and(eq(profiles.userId, userId), isNull(profiles.deletedAt)));
	return profile?.username ?? null;
}

/**
 * Has a copy made of what is served of a video, unless it is being made: of many who ask at once one begins it.
 * @returns false when the queue does not take it
 */
export async function requestDownload(
	services: Services,
	{ id: videoId, generation }: Pick<VideoRow, "id" | "generation">,
): Promise<boolean> {
	const now = services.clock();
	const free = or(isNull(videos.downloadAskedAt), lt(videos.downloadAskedAt, new Date(now - LOST_MS)));
	const [begun] = await services.db
		.video(videoId)
		.update(videos)
		.set({ downloadAskedAt: new Date(now) })
		.where(and(eq(videos.id, videoId), free))
		.returning({ id: videos.id });
	if (begun === undefined) return true;
	const requestId = `download-${videoId}-${now}`;
	const message: TranscodeMessage = { v: 1, videoId, generation, requestId, enqueuedAt: now, only: "download" };
	try {
		await services.queues.transcode.send(message);
		services.log.info("download_asked", { requestId, videoId });
		return true;
	} catch (error) {
		services.log.error("download_enqueue_failed", { requestId, videoId, ...errorFields(error) });
		await forgetDownload(services, videoId);
		return false;
	}
}

/** A sign of life of the job that makes a copy. */
export async function keepDownload(services: Services, videoId: string): Promise<void> {
	await services.db
		.video(videoId)
		.update(videos)
		.set({ downloadAskedAt: new Date(services.clock()) })
		.where(eq(videos.id, videoId));
}

/** Gives up the copy that was asked for: whoever waits for it is told, and may ask again. */
export async function forgetDownload(services: Services, videoId: string): Promise<void> {
	await services.db.video(videoId).update(videos).set({ downloadAskedAt: null }).where(eq(videos.id, videoId));
}
