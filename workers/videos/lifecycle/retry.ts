import { nothingToRetry, retryWouldFail, videoNotFound } from "../../../contracts/problems/videos.ts";
import type { VideoTile } from "../../../contracts/videos.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { reprocessVideo } from "../pipeline/reprocess.ts";
import { ownVideo } from "./own.ts";
import { canRetry, presentTiles } from "./tiles.ts";

/**
 * Has a failed video processed again, for its creator: only where the fault was ours, and a few times at most.
 * @throws ProblemError video_not_found, also for somebody else's; not_reprocessable
 */
export async function retryVideo(services: Services, viewer: UserViewer, videoId: string, requestId: string): Promise<VideoTile> {
	const row = await ownVideo(services, viewer, videoId);
	if (!canRetry(row)) throw row.status === "failed" ? retryWouldFail() : nothingToRetry();
	await reprocessVideo(services, videoId, requestId);
	const [tile] = await presentTiles(services, viewer, [await ownVideo(services, viewer, videoId)]);
	if (tile === undefined) throw videoNotFound();
	return tile;
}
