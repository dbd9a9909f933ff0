import { and, eq, lt, ne } from "drizzle-orm";
import type { TranscodeMessage } from "../../../../contracts/queues.ts";
import { videos } from "../../../../db/schema/index.ts";
import { errorFields } from "../../../platform/log.ts";
import type { Services } from "../../../platform/services.ts";
import type { VideoRow } from "../../state/index.ts";

/** Covers asked for again in one run, per database. */
const BATCH = 20;
/** A cover that is still owed this long after it was chosen was lost with the queue, milliseconds. */
const LOST_MS = 120_000;

/** Has the cover made that was asked for last. Never throws: the sweeper asks again. @returns whether the queue took it */
export async function requestCover(services: Services, row: Pick<VideoRow, "id" | "generation" | "coverAsked">): Promise<boolean> {
	const { id: videoId, generation, coverAsked } = row;
	const requestId = `cover-${videoId}-${coverAsked}`;
	const message: TranscodeMessage = { v: 1, videoId, generation, requestId, enqueuedAt: services.clock(), only: "cover" };
	try {
		await services.queues.transcode.send(message);
		return true;
	} catch (error) {
		services.log.error("cover_enqueue_failed", { requestId, videoId, ...errorFields(error) });
		return false;
	}
}

/** Asks again for covers that are owed: lost with the queue, or chosen while the video was processed again. @returns how many */
export async function sweepCovers(services: Services): Promise<number> {
	const owed = and(
		...[eq(videos.status, "ready"), eq(videos.liveGeneration, videos.generation), ne(videos.coverAsked, videos.coverServed)],
		lt(videos.heartbeatAt, new Date(services.clock() - LOST_MS)),
	);
	let swept = 0;
	for (const database of services.db.everyVideoShard()) {
		for (const row of await database.select().from(videos).where(owed).limit(BATCH)) if (await requestCover(services, row)) swept += 1;
	}
	return swept;
}
