import { and, eq, isNotNull, isNull, lt, ne, or } from "drizzle-orm";
import { videos } from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";
import { anyPending } from "../state/index.ts";
import { announceVideo } from "./announce.ts";
import { enqueueTranscode } from "./enqueue.ts";
import { SIGN_OF_LIFE_MS } from "./progress.ts";

/** Rows taken care of in one run, per database. */
const BATCH = 50;
/** `complete` enqueues right after it wrote the row: only then the sweeper steps in, milliseconds. */
const NEVER_ENQUEUED_MS = 10_000;
/** A job under way that gave no sign of life for so long has lost its consumer, milliseconds. */
const LOST_MS = 3 * SIGN_OF_LIFE_MS;
/** What follows publishing takes moments; left undone for so long it is tried again, milliseconds. */
const UNANNOUNCED_MS = 30_000;

/**
 * Enqueues jobs that never were, or were lost with the queue or their consumer. A job that is merely slow gets a second
 * message at worst, which attaches to it. @returns how many
 */
export async function sweepPending(services: Services): Promise<number> {
	const now = services.clock();
	const before = (ms: number) => new Date(now - ms);
	let swept = 0;
	for (const database of services.db.everyVideoShard()) {
		const lost = await database
			.select({ videoId: videos.id, generation: videos.generation, enqueuedAt: videos.enqueuedAt, stage: videos.stage })
			.from(videos)
			.where(
				and(
					anyPending(),
					or(
						and(isNull(videos.enqueuedAt), lt(videos.heartbeatAt, before(NEVER_ENQUEUED_MS))),
						and(
							eq(videos.stage, "queued"),
							lt(videos.enqueuedAt, before(services.config.REQUEUE_AFTER_SECONDS * 1000)),
							lt(videos.heartbeatAt, before(LOST_MS)),
						),
						and(ne(videos.stage, "queued"), lt(videos.enqueuedAt, before(LOST_MS)), lt(videos.heartbeatAt, before(LOST_MS))),
					),
				),
			)
			.limit(BATCH);
		for (const { videoId, generation, enqueuedAt, stage } of lost) {
			services.log.warn("transcode_lost", { videoId, generation, stage, enqueuedAt });
			if (await enqueueTranscode(services, { videoId, generation, requestId: `sweep-${videoId}-${now}` })) swept += 1;
		}
	}
	return swept;
}

/** Finishes what should have followed publishing: notification, vector, counts. @returns how many were finished */
export async function sweepUnannounced(services: Services): Promise<number> {
	const since = new Date(services.clock() - UNANNOUNCED_MS);
	let swept = 0;
	for (const database of services.db.everyVideoShard()) {
		const left = await database
			.select({ videoId: videos.id, userId: videos.userId })
			.from(videos)
			.where(
				and(eq(videos.status, "ready"), eq(videos.stage, "publishing"), isNotNull(videos.liveGeneration), lt(videos.heartbeatAt, since)),
			)
			.limit(BATCH);
		for (const { videoId, userId } of left) if (await announceVideo(services, videoId, userId)) swept += 1;
	}
	return swept;
}
