import { eq } from "drizzle-orm";
import { cannotReprocess, originalGone } from "../../../contracts/problems/operations.ts";
import { videoNotFound } from "../../../contracts/problems/videos.ts";
import type { VideoStatus } from "../../../contracts/videos.ts";
import { videos } from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";
import { invalidateVideo } from "../cards/index.ts";
import { transit } from "../state/index.ts";
import { enqueueTranscode } from "./enqueue.ts";
import { isOriginalThere } from "./original.ts";

/**
 * Transcodes a video again from its original, as a new generation. What is served goes on being served until the new
 * generation is published; a failed video is processed as at first; a stuck one is begun anew.
 * @throws ProblemError video_not_found; not_reprocessable when its state forbids it or the original is gone
 */
export async function reprocessVideo(
	services: Services,
	videoId: string,
	requestId: string,
): Promise<{ readonly videoId: string; readonly status: VideoStatus; readonly generation: number }> {
	const [row] = await services.db.video(videoId).select().from(videos).where(eq(videos.id, videoId)).limit(1);
	if (row === undefined || row.status === "deleted") throw videoNotFound();
	if (!(await isOriginalThere(services, row))) {
		throw originalGone();
	}
	const begun = await transit(services, "reprocessed", { id: videoId, generation: row.generation }, {});
	if (begun === null) {
		throw cannotReprocess(row.status);
	}
	const { generation, status } = begun;
	services.log.info("video_reprocess", { requestId, videoId, generation, status });
	await invalidateVideo(services, videoId);
	await enqueueTranscode(services, { videoId, generation, requestId });
	return { videoId, status, generation };
}
