import { eq } from "drizzle-orm";
import type { TranscodeMessage } from "../../../contracts/queues.ts";
import { videos } from "../../../db/schema/index.ts";
import type { Log } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { requestGenerationPurge } from "../cleanup/request.ts";
import { announceVideo } from "./announce.ts";
import { attemptTranscode } from "./attempt.ts";
import { failVideo, OUR_FAULT } from "./fail.ts";
import { isPending, type VideoRow } from "./pending.ts";
import { publish } from "./publish.ts";
import { cancelJob } from "./transcoder.ts";

/** What is to become of a message. `again` is not counted as a failed attempt. */
export type Disposition =
	| { readonly kind: "finished" }
	| { readonly kind: "again"; readonly afterSeconds: number }
	| { readonly kind: "failed"; readonly reason: string };

/** A job that could not begin for so long won't: longer than any outage worth waiting through, milliseconds. */
const PATIENCE_MS = 6 * 3_600_000;

const FINISHED: Disposition = { kind: "finished" };

/**
 * Sees one generation of one video through: transcode, publish, announce. The same message twice attaches to the same job
 * and publishes once. @throws when the database can't be reached
 */
export async function processMessage(services: Services, message: TranscodeMessage): Promise<Disposition> {
	const { videoId, generation, requestId } = message;
	const log = services.log.with({ requestId, videoId, generation });
	const [row] = await services.db.video(videoId).select().from(videos).where(eq(videos.id, videoId)).limit(1);
	if (row === undefined || row.status === "deleted") return drop(services, videoId, generation);
	if (row.liveGeneration === generation) {
		// Published by an earlier delivery that may have died before it told anybody.
		if (row.status === "ready" && row.stage === "publishing") await announceVideo(services, videoId, row.userId);
		return FINISHED;
	}
	if (row.generation !== generation || !isPending(row)) {
		log.info("transcode_superseded", { newest: row.generation, status: row.status });
		return FINISHED;
	}
	const startedAt = services.clock();
	log.info("transcode_started", { waitedMs: startedAt - message.enqueuedAt });
	const outcome = await attemptTranscode(services, row, requestId);
	const ms = services.clock() - startedAt;
	switch (outcome.kind) {
		case "done": {
			const { cpuSeconds, wallSeconds, resumedRenditions, bytesWritten } = outcome.result;
			log.info("transcode_done", { ms, cpuSeconds, wallSeconds, bytesWritten, resumedRenditions });
			return publishResult(services, log, row, outcome.result);
		}
		case "refused":
			await failVideo(services, row, outcome);
			return FINISHED;
		case "failed":
			log.warn("transcode_failed", { ms, code: outcome.code, reason: outcome.message });
			return { kind: "failed", reason: `${outcome.code}: ${outcome.message}` };
		case "later":
			log.info("transcode_later", { ms, why: outcome.why, afterSeconds: outcome.afterSeconds });
			if (services.clock() - message.enqueuedAt < PATIENCE_MS || outcome.why === "detached") {
				return { kind: "again", afterSeconds: outcome.afterSeconds };
			}
			await failVideo(services, row, { code: "no_capacity", message: OUR_FAULT });
			return FINISHED;
		case "unwanted":
			return drop(services, videoId, generation);
	}
}

async function publishResult(services: Services, log: Log, row: VideoRow, result: Parameters<typeof publish>[2]): Promise<Disposition> {
	const verdict = await publish(services, row, result);
	log.info("video_published", { verdict, totalMs: services.clock() - row.createdAt.getTime() });
	if (verdict === "published") await announceVideo(services, row.id, row.userId);
	return FINISHED;
}

/** The video was deleted, or a newer generation began: end the job, remove what it wrote. */
async function drop(services: Services, videoId: string, generation: number): Promise<Disposition> {
	services.log.info("transcode_unwanted", { videoId, generation });
	const [row] = await services.db
		.video(videoId)
		.select({ generation: videos.generation, status: videos.status })
		.from(videos)
		.where(eq(videos.id, videoId))
		.limit(1);
	// A newer generation's job runs under the same id: it took the old one's place, so there is nothing to cancel.
	if (row === undefined || row.status === "deleted" || row.generation === generation) await cancelJob(services, videoId);
	await requestGenerationPurge(services, videoId, generation);
	return FINISHED;
}
