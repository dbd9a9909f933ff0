import { coverNotReady, coverPastEnd, videoNotFound } from "../../../contracts/problems/videos.ts";
import type { VideoTile } from "../../../contracts/videos.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { requestCover } from "../pipeline/cover/request.ts";
import { transit } from "../state/index.ts";
import { ownVideo } from "./own.ts";
import { presentTiles } from "./tiles.ts";

/**
 * Chooses the frame that is a video's cover. What is served stays until the new one is made, seconds later, under a number and so an
 * address of its own: no cache holds an old picture under it.
 * @param atMs from the video's start
 * @throws ProblemError video_not_found, also for somebody else's; not_ready; invalid_fields for a moment after its end
 */
export async function setCover(services: Services, viewer: UserViewer, videoId: string, atMs: number): Promise<VideoTile> {
	const known = await ownVideo(services, viewer, videoId);
	if (known.status !== "ready" || known.durationMs === null) throw coverNotReady();
	if (atMs >= known.durationMs) {
		throw coverPastEnd(known.durationMs);
	}
	const row = await transit(services, "coverChosen", { id: videoId, userId: viewer.userId }, { atMs });
	if (row === null) throw coverNotReady();
	services.log.info("cover_chosen", { videoId, userId: viewer.userId, atMs, number: row.coverAsked });
	await requestCover(services, row);
	const [tile] = await presentTiles(services, viewer, [row]);
	if (tile === undefined) throw videoNotFound();
	return tile;
}
