import { and, eq } from "drizzle-orm";
import { undoExpired, videoNotFound } from "../../../contracts/problems/videos.ts";
import type { VideoTile } from "../../../contracts/videos.ts";
import { videos } from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { invalidateVideo } from "../cards/index.ts";
import { enqueueTranscode } from "../pipeline/enqueue.ts";
import { transit, type VideoRow } from "../state/index.ts";
import { recountVideos } from "./recount.ts";
import { presentTiles } from "./tiles.ts";
import { followUp } from "./update.ts";

/** A page that is left right after Undo sends the undoing with the deletion still under way, which is waited for so long. */
const DELETION_UNDER_WAY = { looks: 8, everyMs: 250 };

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Undoes a deletion that was undoable, as long as nothing was removed: the video is what it was, with its likes and its place. Of the
 * two requests either may arrive first; repeated, it changes nothing and answers the same.
 * @param pause waits, milliseconds
 * @throws ProblemError video_not_found, also for somebody else's; undo_expired
 */
export async function restoreVideo(
	services: Services,
	viewer: UserViewer,
	videoId: string,
	requestId: string,
	pause: (ms: number) => Promise<void> = sleep,
): Promise<VideoTile> {
	const undelete = () => transit(services, "restored", { id: videoId, userId: viewer.userId }, {});
	let row = await undelete();
	for (let looks = 0; row === null; looks++) {
		const [found] = await services.db
			.video(videoId)
			.select()
			.from(videos)
			.where(and(eq(videos.id, videoId), eq(videos.userId, viewer.userId)))
			.limit(1);
		if (found === undefined) throw videoNotFound();
		if (found.status === "deleted") {
			row = await undelete();
			if (row !== null) break;
			throw undoExpired();
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

async function present(services: Services, viewer: UserViewer, row: VideoRow): Promise<VideoTile> {
	const [tile] = await presentTiles(services, viewer, [row]);
	if (tile === undefined) throw videoNotFound();
	return tile;
}
