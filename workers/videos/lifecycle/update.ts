import { and, eq, ne } from "drizzle-orm";
import type { BodyOf } from "../../../contracts/endpoint.ts";
import { teensDownload, videoNotFound } from "../../../contracts/problems/videos.ts";
import type { updateVideo as contract, VideoTile } from "../../../contracts/videos.ts";
import { videos } from "../../../db/schema/index.ts";
import { emitOrFail } from "../../platform/events.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { mayLetDownload } from "../../rules/teens.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { screenText } from "../../trust/index.ts";
import { invalidateVideo } from "../cards/index.ts";
import { hashtagColumns } from "../hashtags.ts";
import { embedNewWords } from "../pipeline/embed/request.ts";
import { CHANGED, transit, type VideoRow } from "../state/index.ts";
import { presentTiles } from "./tiles.ts";

/**
 * Changes a video's words or who may see it; every cache and the vector index follow before it returns, or, where the
 * index is down, by the sweeper.
 * @throws ProblemError video_not_found, also when it is somebody else's; not_allowed for what a teen may not let others do
 */
export async function updateVideo(
	services: Services,
	viewer: UserViewer,
	videoId: string,
	change: BodyOf<typeof contract>,
): Promise<VideoTile> {
	if (change.allowDownload === true && !mayLetDownload(viewer.teen)) throw teensDownload();
	const database = services.db.video(videoId);
	const { title, description, alt, hashtags, visibility, allowReposts, allowDownload } = change;
	const tags = hashtags === undefined ? undefined : hashtagColumns(hashtags);
	const [row] = await database
		.update(videos)
		.set({
			title,
			description,
			alt,
			allowReposts,
			allowDownload,
			hashtags: tags?.hashtags,
			hashtagsWritten: tags?.hashtagsWritten,
			visibility,
			changedAt: CHANGED,
		})
		.where(and(eq(videos.id, videoId), eq(videos.userId, viewer.userId), ne(videos.status, "deleted")))
		.returning();
	if (row === undefined) throw videoNotFound();
	services.log.info("video_updated", { videoId, userId: viewer.userId, fields: Object.keys(change) });
	await invalidateVideo(services, videoId);
	screenText(services, {
		subject: { kind: "video", id: videoId, ownerId: viewer.userId },
		fields: { title, description, alt, hashtags: hashtags?.join(" ") },
	});
	if (row.status === "ready") await followUp(services, row, visibility !== undefined);
	const areNewWords = title !== undefined || description !== undefined || hashtags !== undefined;
	// One that is being processed is embedded with the words it has when it is published.
	if (areNewWords && row.status === "ready" && row.liveGeneration === row.generation) await embedNewWords(services, row);
	const [tile] = await presentTiles(services, viewer, [row]);
	if (tile === undefined) throw videoNotFound();
	return tile;
}

/** Has the vector index and the lists follow what changed of a video that is up; by the sweeper where they can't be reached. */
export async function followUp(services: Services, row: VideoRow, audienceChanged: boolean): Promise<void> {
	try {
		await emitOrFail(services, "changed", { videoId: row.id, userId: row.userId, what: audienceChanged ? "audience" : "words" });
	} catch (error) {
		services.log.warn("video_reindex_postponed", { videoId: row.id, ...errorFields(error) });
		// What follows publishing is to be done again, when the index is back.
		await transit(services, "unannounced", { id: row.id }, {});
	}
}
