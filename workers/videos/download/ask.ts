import { eq } from "drizzle-orm";
import { downloadName } from "../../../contracts/media.ts";
import { downloadNotAllowed, downloadNotAsked } from "../../../contracts/problems/sharing.ts";
import { videoNotFound } from "../../../contracts/problems/videos.ts";
import type { Download } from "../../../contracts/sharing.ts";
import { videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import { spendAllowance } from "../../quotas/index.ts";
import { mayBeDownloaded } from "../../rules/videos.ts";
import type { Viewer } from "../../rules/viewer.ts";
import { mediaBase } from "../cards/address.ts";
import { isBeingMade, markOf, requestDownload } from "../pipeline/download/request.ts";
import type { VideoRow } from "../state/index.ts";
import { visibleVideo } from "../visible-video.ts";

/** Any of the media's: the copy is the same everywhere. */
const REGION = "auto";

/** Whether there is a copy to be downloaded. @throws `video_not_found`, `download_not_allowed` */
export async function downloadOf(services: Services, viewer: Viewer, reference: string): Promise<Download> {
	return (await look(services, viewer, reference)).download;
}

/**
 * Has a copy made, unless it is there or being made.
 * @throws `video_not_found`, `download_not_allowed`, `daily_limit`, `unavailable`
 */
export async function askForDownload(services: Services, viewer: Viewer, reference: string): Promise<Download> {
	const { row, download } = await look(services, viewer, reference);
	if (download.state === "ready") return download;
	await spendAllowance(services, viewer.kind === "user" ? viewer.userId : viewer, "download", row.id, async () => false);
	if (!(await requestDownload(services, row))) throw downloadNotAsked();
	return { state: "preparing", url: null };
}

async function look(services: Services, viewer: Viewer, reference: string): Promise<{ row: VideoRow; download: Download }> {
	const { id } = await visibleVideo(services, viewer, reference);
	// As it is now, and not as a copy has it: what was just switched off, made or renamed counts.
	const [row] = await services.db.video(id).select().from(videos).where(eq(videos.id, id)).limit(1);
	if (row === undefined) throw videoNotFound();
	const username = await markOf(services, row.userId);
	if (username === null || !mayBeDownloaded(row)) throw downloadNotAllowed();
	const name = downloadName(username);
	if (row.download === name) return { row, download: { state: "ready", url: mediaBase(REGION, row) + name } };
	return { row, download: { state: isBeingMade(services, row) ? "preparing" : "absent", url: null } };
}
