import { and, eq, lt, notInArray } from "drizzle-orm";
import { videos } from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";
import { heldVideoIds } from "../../trust/index.ts";
import { PURGE_AGAIN_S } from "./consumer.ts";
import { requestPurge } from "./request.ts";

const BATCH = 100;
/** By then a purge that was not lost has removed the row, milliseconds: all its rounds, and slack for retries. */
const OVERDUE_MS = 2 * 1000 * PURGE_AGAIN_S.reduce((sum, pause) => sum + pause, 0);

/** Asks again for the removal of deleted videos whose purge was lost. @returns how many */
export async function sweepDeleted(services: Services): Promise<number> {
	const since = new Date(services.clock() - OVERDUE_MS);
	const held = await heldVideoIds(services);
	let swept = 0;
	for (const database of services.db.everyVideoShard()) {
		const left = await database
			.select({ videoId: videos.id, userId: videos.userId })
			.from(videos)
			.where(and(eq(videos.status, "deleted"), lt(videos.deletedAt, since), notInArray(videos.id, held)))
			.limit(BATCH);
		for (const { videoId, userId } of left) await requestPurge(services, videoId, userId);
		swept += left.length;
	}
	return swept;
}
