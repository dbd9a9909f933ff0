import { and, eq, inArray, sql } from "drizzle-orm";
import { ProblemError } from "../../../contracts/problem-error.ts";
import type { VideoStatus } from "../../../contracts/videos.ts";
import { videos } from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";
import { invalidateVideo } from "../cards/index.ts";
import { videoNotFound } from "../references.ts";
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
	const database = services.db.video(videoId);
	const [row] = await database.select().from(videos).where(eq(videos.id, videoId)).limit(1);
	if (row === undefined || row.status === "deleted") throw videoNotFound();
	if (!(await isOriginalThere(services, row))) {
		throw new ProblemError("not_reprocessable", "The original of this video is gone or was changed, so there is nothing to process again.");
	}
	const [begun] = await database
		.update(videos)
		.set({
			generation: sql`${videos.generation} + 1`,
			status: sql`case when ${videos.liveGeneration} is null then 'processing' else ${videos.status} end`,
			manifest: sql`case when ${videos.liveGeneration} is null then null else ${videos.manifest} end`,
			stage: "queued",
			progress: 0,
			failureCode: null,
			failureMessage: null,
			// The backend is chosen anew; `backend_ref` names the copy that is served until then.
			backend: "container",
			enqueuedAt: null,
			updatedAt: new Date(services.clock()),
		})
		.where(and(eq(videos.id, videoId), eq(videos.generation, row.generation), inArray(videos.status, ["processing", "failed", "ready"])))
		.returning({ generation: videos.generation, status: videos.status });
	if (begun === undefined) {
		throw new ProblemError("not_reprocessable", `A video that is ${row.status} can't be processed again, or somebody just began it.`);
	}
	const { generation, status } = begun;
	services.log.info("video_reprocess", { requestId, videoId, generation, status });
	await invalidateVideo(services, videoId);
	await enqueueTranscode(services, { videoId, generation, requestId });
	return { videoId, status, generation };
}
