import { eq } from "drizzle-orm";
import { videoNotFound } from "../../../contracts/problems/videos.ts";
import { Stage } from "../../../contracts/transcode.ts";
import type { ProcessingStatus } from "../../../contracts/videos.ts";
import { uploads, videos } from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";
import { audienceOf } from "../../rules/videos.ts";
import { presentManifest, presentThumbnail, presentUrls } from "../cards/index.ts";
import { makeGrant } from "../delivery/grant.ts";
import type { VideoRow } from "../state/index.ts";
import { withoutSound } from "../words.ts";
import { secondsLeft } from "./estimate.ts";

/**
 * How far a video is on its way. Read from Postgres, never from a cache: its creator waits for it.
 * @throws ProblemError video_not_found, also for anybody but its creator
 */
export async function processingStatus(services: Services, userId: string, videoId: string): Promise<ProcessingStatus> {
	const database = services.db.video(videoId);
	const [row] = await database.select().from(videos).where(eq(videos.id, videoId)).limit(1);
	if (row !== undefined) {
		if (row.userId !== userId || row.status === "deleted") throw videoNotFound();
		return presentStatus(services, row);
	}
	const [upload] = await database.select().from(uploads).where(eq(uploads.videoId, videoId)).limit(1);
	if (upload === undefined || upload.userId !== userId || upload.state === "aborted") throw videoNotFound();
	return {
		videoId,
		status: "uploading",
		progress: 0,
		stage: "queued",
		urls: {},
		manifest: null,
		thumbnail: null,
		estimatedSecondsLeft: null,
	};
}

async function presentStatus(services: Services, row: VideoRow): Promise<ProcessingStatus> {
	const { REGION, GRANT_SECRET } = services.config;
	const open = row.status === "ready" && audienceOf(row) === "public";
	const grant = open ? null : await makeGrant(GRANT_SECRET, row.id, row.userId, services.clock());
	const ready = row.status === "ready";
	const playable = row.manifest !== null;
	return {
		videoId: row.id,
		status: row.status,
		progress: ready ? 100 : row.progress,
		// The steps after publishing are nobody's wait.
		stage: ready ? "done" : Stage.catch("queued").parse(row.stage),
		urls: playable ? presentUrls(REGION, row, grant) : {},
		manifest: presentManifest(REGION, row, grant),
		// The cover is made with the blur-hash, after the first renditions can be played.
		thumbnail: ready || row.blurhash !== null ? presentThumbnail(REGION, row, grant) : null,
		estimatedSecondsLeft: secondsLeft(row, services.clock()),
		...(row.status === "failed" && row.failureMessage !== null
			? { failure: { code: row.failureCode ?? "processing_failed", message: row.failureMessage } }
			: {}),
		...(ready && row.probe?.droppedSound !== undefined ? { warning: `Your video is up, ${withoutSound(row.probe.droppedSound)}` } : {}),
	};
}
