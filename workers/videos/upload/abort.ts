import { and, eq } from "drizzle-orm";
import { uploads } from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";
import { requestPurge } from "../cleanup/request.ts";
import { loadUpload, refuseClosed, uploadNotFound } from "./record.ts";

/**
 * Gives an upload up and has its parts removed. Repeated, it changes nothing.
 * @throws ProblemError upload_not_found; upload_closed when it was completed: then the video is to be deleted
 */
export async function abortUpload(services: Services, userId: string, videoId: string): Promise<void> {
	const closed = await services.db
		.video(videoId)
		.update(uploads)
		.set({ state: "aborted" })
		.where(and(eq(uploads.videoId, videoId), eq(uploads.userId, userId), eq(uploads.state, "open")))
		.returning({ videoId: uploads.videoId });
	if (closed.length > 0) {
		services.log.info("upload_aborted", { videoId, userId });
		await requestPurge(services, videoId, userId);
		return;
	}
	const record = await loadUpload(services, userId, videoId);
	if (record.state === "aborted") return;
	refuseClosed(record, services.clock());
	throw uploadNotFound();
}
