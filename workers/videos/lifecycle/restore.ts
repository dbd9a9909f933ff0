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

/** A page that is left right after Undo sends the undoing with the deletion still under way, which is waited for so long. */
const DELETION_UNDER_WAY = { looks: 8, everyMs: 250 };

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Undoes a deletion that was undoable, as long as nothing was removed: the video is what it was, with its likes and its place. Of the
 * two requests either may arrive first; repeated, it changes nothing and answers the same.
 * @param pause waits for so many milliseconds
 * @throws ProblemError video_not_found, also for somebody else's; undo_expired
 */
export async function restoreVideo(
	services: Services,
	viewer: UserViewer,
	videoId: string,
	requestId: string,
	pause: (ms: number) => Promise<void> = sleep,
): Promise<VideoTile> {
	let row = await undelete(services, viewer, videoId);
	for (let looks = 0; row === undefined; looks++) {
		const [found] = await services.db
			.video(videoId)
			.select()
			.from(videos)
			.where(and(eq(videos.id, videoId), eq(videos.userId, viewer.userId)))
			.limit(1);
		if (found === undefined) throw videoNotFound();
		if (found.status === "deleted") {
			row = await undelete(services, viewer, videoId);
			if (row !== undefined) break;
			throw new ProblemError("undo_expired", "This video is gone for good: a deletion can be undone for a few seconds only.");
		}
		if (looks === DELETION_UNDER_WAY.looks) return present(services, viewer, found);
		await pause(DELETION_UNDER_WAY.everyMs);
	}
	services.log.info("video_restored", { videoId, userId: viewer.userId, status: row.status });
	await invalidateVideo(services, videoId);
	await recountVideos(services, viewer.userId);
	if (row.status === "ready") await followUp(services, row, false);
	// Its job may have been dropped as unwanted; if not, this one attaches to it.
	if (row.status === "processing") await enqueueTranscode(services, { videoId, generation: row.generation, requestId });
	return present(services, viewer, row);
}

type Row = typeof videos.$inferSelect;

/** @returns the video as it is again; undefined when it is not deleted, or for good */
async function undelete(services: Services, viewer: UserViewer, videoId: string): Promise<Row | undefined> {
	const now = services.clock();
	const [row] = await services.db
		.video(videoId)
		.update(videos)
		.set({ status: sql`${videos.deletedFrom}`, deletedFrom: null, deletedAt: null, enqueuedAt: null, updatedAt: new Date(now) })
		.where(
			and(
				...[eq(videos.id, videoId), eq(videos.userId, viewer.userId), eq(videos.status, "deleted")],
				...[isNotNull(videos.deletedFrom), gt(videos.deletedAt, new Date(now - UNDO_DELETE_MS))],
			),
		)
		.returning();
	return row;
}

async function present(services: Services, viewer: UserViewer, row: Row): Promise<VideoTile> {
	const [tile] = await presentTiles(services, viewer, [row]);
	if (tile === undefined) throw videoNotFound();
	return tile;
}
