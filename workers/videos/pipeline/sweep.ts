import { and, count, desc, eq, isNotNull, isNull, lt, ne, or } from "drizzle-orm";
import { videos } from "../../../db/schema/index.ts";
import { readSpace } from "../../feed/index.ts";
import { ProblemError } from "../../gateway/problem.ts";
import type { Services } from "../../platform/services.ts";
import { announceVideo } from "./announce.ts";
import { enqueueTranscode } from "./enqueue.ts";
import { anyPending } from "./pending.ts";
import { SIGN_OF_LIFE_MS } from "./progress.ts";
import { reprocessVideo } from "./reprocess.ts";

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
						and(isNull(videos.enqueuedAt), lt(videos.updatedAt, before(NEVER_ENQUEUED_MS))),
						and(
							eq(videos.stage, "queued"),
							lt(videos.enqueuedAt, before(services.config.REQUEUE_AFTER_SECONDS * 1000)),
							lt(videos.updatedAt, before(LOST_MS)),
						),
						and(ne(videos.stage, "queued"), lt(videos.enqueuedAt, before(LOST_MS)), lt(videos.updatedAt, before(LOST_MS))),
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
			.where(and(eq(videos.status, "ready"), eq(videos.stage, "publishing"), isNotNull(videos.liveGeneration), lt(videos.updatedAt, since)))
			.limit(BATCH);
		for (const { videoId, userId } of left) if (await announceVideo(services, videoId, userId)) swept += 1;
	}
	return swept;
}

/** Generations a video may reach for the sake of its embedding: a file that defeats the embedder is not processed for ever. */
const EMBEDDING_GENERATIONS = 3;
/** Jobs begun in one run, per database. */
const EMBEDDING_BATCH = 20;

/** Processes videos again that were published without an embedding: the embedder was down, or Stream took them. @returns how many */
export async function sweepUnembedded(services: Services): Promise<number> {
	// Stream makes none, so there it would be in vain.
	if (services.config.TRANSCODE_BACKEND === "stream") return 0;
	let swept = 0;
	for (const database of services.db.everyVideoShard()) {
		const without = await database
			.select({ videoId: videos.id })
			.from(videos)
			.where(
				and(
					eq(videos.status, "ready"),
					eq(videos.visibility, "public"),
					isNull(videos.embedding),
					eq(videos.liveGeneration, videos.generation),
					lt(videos.generation, EMBEDDING_GENERATIONS),
				),
			)
			.limit(EMBEDDING_BATCH);
		for (const { videoId } of without) {
			try {
				await reprocessVideo(services, videoId, `embedding-${videoId}`);
				swept += 1;
			} catch (error) {
				// One whose original is gone must not keep the others from theirs.
				if (!(error instanceof ProblemError)) throw error;
				services.log.warn("embedding_impossible", { videoId, reason: error.message });
			}
		}
	}
	return swept;
}

/** Videos embedded anew at a time, per database: in the background of what people upload. */
const OUTDATED_BATCH = 5;
/** One whose vector did not change with it is not tried again for so long, milliseconds: its container may be of before. */
const TRIED_MS = 86_400_000;

/**
 * Processes videos again whose vectors are of the space served before, while the next one is being filled. What is served of
 * them goes on being served, and so does the vector they have. @returns how many
 */
export async function sweepOutdated(services: Services): Promise<number> {
	const next = (await readSpace(services))?.next?.version;
	if (next === undefined || services.config.TRANSCODE_BACKEND === "stream") return 0;
	const tried = new Date(services.clock() - TRIED_MS);
	let swept = 0;
	for (const database of services.db.everyVideoShard()) {
		const [underWay] = await database
			.select({ many: count() })
			.from(videos)
			.where(and(eq(videos.status, "ready"), lt(videos.liveGeneration, videos.generation), ne(videos.stage, "done")));
		const outdated = await database
			.select({ videoId: videos.id })
			.from(videos)
			.where(
				and(
					eq(videos.status, "ready"),
					eq(videos.visibility, "public"),
					ne(videos.embeddingVersion, next),
					eq(videos.liveGeneration, videos.generation),
					or(isNull(videos.enqueuedAt), lt(videos.enqueuedAt, tried)),
				),
			)
			.orderBy(desc(videos.longViewCount))
			.limit(Math.max(0, OUTDATED_BATCH - (underWay?.many ?? 0)));
		for (const { videoId } of outdated) {
			try {
				await reprocessVideo(services, videoId, `embedding-${videoId}`);
				swept += 1;
			} catch (error) {
				if (!(error instanceof ProblemError)) throw error;
				services.log.warn("embedding_impossible", { videoId, reason: error.message });
				// Not asked again before the others had their turn.
				await database
					.update(videos)
					.set({ enqueuedAt: new Date(services.clock()) })
					.where(eq(videos.id, videoId));
			}
		}
	}
	return swept;
}
