import { and, eq } from "drizzle-orm";
import { uploadNotFound } from "../../../contracts/problems/uploads.ts";
import { uploads } from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";
import { returnAllowance } from "../../quotas/index.ts";
import { requestPurge } from "../cleanup/request.ts";
import { loadUpload, refuseClosed } from "./record.ts";

/**
 * Gives an upload up, has its parts removed and its place in the day's count returned, a few times a day. Repeated, it changes nothing.
 * @throws ProblemError upload_not_found; upload_closed when it was completed: then the video is to be deleted
 */
export async function abortUpload(services: Services, userId: string, videoId: string): Promise<void> {
	const [aborted] = await services.db
		.video(videoId)
		.update(uploads)
		.set({ state: "aborted" })
		.where(and(eq(uploads.videoId, videoId), eq(uploads.userId, userId), eq(uploads.state, "open")))
		.returning({ clientKey: uploads.clientKey });
	if (aborted !== undefined) {
		services.log.info("upload_aborted", { videoId, userId });
		await Promise.all([requestPurge(services, videoId, userId), returnAllowance(services, userId, "upload", aborted.clientKey)]);
		return;
	}
	const record = await loadUpload(services, userId, videoId);
	if (record.state === "aborted") return;
	refuseClosed(record, services.clock());
	throw uploadNotFound();
}
