import { eq } from "drizzle-orm";
import type { TranscodeMessage } from "../../../contracts/queues.ts";
import { videos } from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";
import { keepCover } from "./cover/process.ts";
import { forgetDownload } from "./download/request.ts";
import { failVideo, OUR_FAULT } from "./fail.ts";

/**
 * Fails the video of a message that won't be tried again, unless it was published, deleted or begun anew meanwhile. One that is up and
 * was only to be embedded, or given another cover or a copy, stays as it is.
 */
export async function giveUpMessage(services: Services, message: TranscodeMessage, reason: string): Promise<void> {
	const { videoId, generation, requestId } = message;
	const log = services.log.with({ requestId });
	log.error("transcode_given_up", { videoId, generation, reason });
	if (message.only === "embedding") return;
	if (message.only === "cover") return keepCover(services, videoId);
	if (message.only === "download") return forgetDownload(services, videoId);
	const [row] = await services.db.video(videoId).select({ userId: videos.userId }).from(videos).where(eq(videos.id, videoId)).limit(1);
	if (row === undefined) return;
	await failVideo(services, { id: videoId, userId: row.userId, generation }, { code: "processing_failed", message: OUR_FAULT }, log);
}
