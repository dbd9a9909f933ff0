import { and, eq } from "drizzle-orm";
import { UNDO_DELETE_MS } from "../../../contracts/limits.ts";
import { ProblemError } from "../../../contracts/problems/problem-error.ts";
import { videoNotFound } from "../../../contracts/problems/videos.ts";
import { userVideos, videos } from "../../../db/schema/index.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { invalidateVideo } from "../cards/index.ts";
import { requestPurge } from "../cleanup/request.ts";
import { transit } from "../state/index.ts";
import { abortUpload } from "../upload/abort.ts";
import { recountVideos } from "./recount.ts";

/**
 * Deletes a video at any moment of its life: while it uploads, waits, is transcoded, is being published, or is up. From the
 * return on nobody is served it; its job, objects, vector, counters and rows are then removed behind the scenes, again
 * until nothing is left.
 * @param undoable it is hidden as soon, but nothing of it is removed before `UNDO_DELETE_MS` are over: `restoreVideo` brings it back
 * @throws ProblemError video_not_found, also when it is somebody else's
 */
export async function deleteVideo(services: Services, userId: string, videoId: string, undoable = false): Promise<void> {
	const deleted = await transit(services, "deleted", { id: videoId, userId }, { undoable });
	if (deleted === null) return missing(services, userId, videoId);
	services.log.info("video_deleted", { videoId, userId, undoable });
	await Promise.all([
		invalidateVideo(services, videoId),
		// Its place on the profile stays while it may come back: lists pass over what is deleted.
		undoable ? recountVideos(services, userId) : removeFromProfile(services, userId, videoId),
		requestPurge(services, videoId, userId, undoable ? services.clock() + UNDO_DELETE_MS : undefined),
		// What was told of it comes back with it; its purge withdraws it, too.
		undoable ? undefined : emit(services, "deleted", { videoId, userId }),
	]);
}

async function removeFromProfile(services: Services, userId: string, videoId: string): Promise<void> {
	await services.db
		.user(userId)
		.delete(userVideos)
		.where(and(eq(userVideos.userId, userId), eq(userVideos.videoId, videoId)));
	await recountVideos(services, userId);
}

/** No video of the user's was there to delete: an upload not completed, what is deleted already, somebody else's, or nothing at all. */
async function missing(services: Services, userId: string, videoId: string): Promise<void> {
	const [row] = await services.db.video(videoId).select({ id: videos.id }).from(videos).where(eq(videos.id, videoId)).limit(1);
	if (row !== undefined) throw videoNotFound();
	await abortUpload(services, userId, videoId).catch((error: unknown) => {
		throw error instanceof ProblemError && error.code === "upload_not_found" ? videoNotFound() : error;
	});
}
