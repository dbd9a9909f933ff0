import { and, eq, lt } from "drizzle-orm";
import { PART_URL_LIFETIME_S } from "../../../contracts/limits.ts";
import { uploads } from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";
import { requestPurge } from "../cleanup/request.ts";

/** Uploads taken care of in one run, per database; the next minute takes the next. */
const BATCH = 100;

/** Gives up uploads that were not completed in their day, and has their parts removed. @returns how many */
export async function sweepUploads(services: Services): Promise<number> {
	let swept = 0;
	for (const database of services.db.everyVideoShard()) {
		const expired = await database
			.select({ videoId: uploads.videoId })
			.from(uploads)
			.where(and(eq(uploads.state, "open"), lt(uploads.expiresAt, new Date(services.clock()))))
			.limit(BATCH);
		for (const { videoId } of expired) {
			// Conditional, so that a completion in this very moment wins.
			const closed = await database
				.update(uploads)
				.set({ state: "aborted" })
				.where(and(eq(uploads.videoId, videoId), eq(uploads.state, "open")))
				.returning({ userId: uploads.userId });
			for (const { userId } of closed) {
				services.log.info("upload_expired", { videoId, userId });
				await requestPurge(services, videoId, userId);
			}
			swept += closed.length;
		}
	}
	return swept;
}

/**
 * Asks again for the removal of given-up uploads whose rows are still there though every address has long expired: their
 * purge was lost with the queue. The last purge removes the row. @returns how many
 */
export async function sweepAbortedUploads(services: Services): Promise<number> {
	const long = new Date(services.clock() - 4 * PART_URL_LIFETIME_S * 1000);
	let swept = 0;
	for (const database of services.db.everyVideoShard()) {
		const left = await database
			.select({ videoId: uploads.videoId, userId: uploads.userId })
			.from(uploads)
			.where(and(eq(uploads.state, "aborted"), lt(uploads.createdAt, long)))
			.limit(BATCH);
		for (const { videoId, userId } of left) await requestPurge(services, videoId, userId);
		swept += left.length;
	}
	return swept;
}
