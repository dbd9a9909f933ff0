import { and, eq, gt, isNotNull, sql } from "drizzle-orm";
import { UNDO_DELETE_MS } from "../../../contracts/limits.ts";
import { ProblemError } from "../../../contracts/problem-error.ts";
import type { VideoTile } from "../../../contracts/videos.ts";
import { videos } from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { invalidateVideo } from "../cards/index.ts";
import { enqueueTranscode } from "../pipeline/enqueue.ts";
import { videoNotFound } from "../references.ts";
import { recountVideos } from "./recount.ts";
import { presentTiles } from "./tiles.ts";
import { followUp } from "./update.ts";

/**
 * Undoes a deletion that was undoable, as long as nothing was removed: the video is what it was, with its likes and its place.
 * @throws ProblemError video_not_found, also for somebody else's; undo_expired
 */
export async function restoreVideo(services: Services, viewer: UserViewer, videoId: string, requestId: string): Promise<VideoTile> {
	const now = services.clock();
	const database = services.db.video(videoId);
	const deleted = and(eq(videos.id, videoId), eq(videos.userId, viewer.userId), eq(videos.status, "deleted"));
	const [row] = await database
		.update(videos)
		.set({ status: sql`${videos.deletedFrom}`, deletedFrom: null, deletedAt: null, enqueuedAt: null, updatedAt: new Date(now) })
		.where(and(deleted, isNotNull(videos.deletedFrom), gt(videos.deletedAt, new Date(now - UNDO_DELETE_MS))))
		.returning();
	if (row === undefined) {
		const [late] = await database.select({ id: videos.id }).from(videos).where(deleted).limit(1);
		if (late === undefined) throw videoNotFound();
		throw new ProblemError("undo_expired", "This video is gone for good: a deletion can be undone for a few seconds only.");
	}
	services.log.info("video_restored", { videoId, userId: viewer.userId, status: row.status });
	await invalidateVideo(services, videoId);
	await recountVideos(services, viewer.userId);
	if (row.status === "ready") await followUp(services, row, false);
	// Its job may have been dropped as unwanted; if not, this one attaches to it.
	if (row.status === "processing") await enqueueTranscode(services, { videoId, generation: row.generation, requestId });
	const [tile] = await presentTiles(services, viewer, [row]);
	if (tile === undefined) throw videoNotFound();
	return tile;
}
