import { eq } from "drizzle-orm";
import type { TranscodeMessage } from "../../../contracts/queues.ts";
import type { Screening } from "../../../contracts/screening.ts";
import { videos } from "../../../db/schema/index.ts";
import type { Log } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { requestGenerationPurge } from "../cleanup/request.ts";
import { isPending, type Outputs, type VideoRow } from "../state/index.ts";
import { announceVideo } from "./announce.ts";
import { attemptTranscode, type Conclusion } from "./attempt.ts";
import { heedCopyright } from "./copyright.ts";
import { remakeCover } from "./cover/process.ts";
import { type Disposition, FINISHED } from "./disposition.ts";
import { makeDownload } from "./download/process.ts";
import { embedAgain } from "./embed/process.ts";
import { failVideo, OUR_FAULT } from "./fail.ts";
import { outputsOf, type PublishingCopyright, publish } from "./publish.ts";
import { attemptStream } from "./stream/attempt.ts";
import { chooseBackend } from "./stream/choose.ts";
import { cancelJob } from "./transcoder.ts";

/** A job that could not begin for so long won't: longer than any outage worth waiting through, milliseconds. */
const PATIENCE_MS = 6 * 3_600_000;

/**
 * Sees one generation of one video through: transcode, publish, announce. The same message twice attaches to the same job
 * and publishes once. @throws when the database can't be reached
 */
export async function processMessage(services: Services, message: TranscodeMessage): Promise<Disposition> {
	if (message.only === "embedding") return embedAgain(services, message);
	if (message.only === "cover") return remakeCover(services, message);
	if (message.only === "download") return makeDownload(services, message);
	const { videoId, generation, requestId } = message;
	const log = services.log.with({ requestId, videoId, generation });
	const [row] = await services.db.video(videoId).select().from(videos).where(eq(videos.id, videoId)).limit(1);
	if (row === undefined || row.status === "deleted") return drop(services, log, videoId, generation);
	if (row.liveGeneration === generation) {
		// Published by an earlier delivery that may have died before it told anybody.
		if (row.status === "ready" && row.stage === "publishing") await announceVideo(services, videoId, row.userId);
		return FINISHED;
	}
	if (row.generation !== generation || !isPending(row)) {
		log.info("transcode_superseded", { newest: row.generation, status: row.status });
		return FINISHED;
	}
	const backend = await chooseBackend(services, row);
	const startedAt = services.clock();
	log.info("transcode_started", { backend, waitedMs: startedAt - message.enqueuedAt });
	const outcome = backend === "stream" ? await attemptStream(services, row) : await attemptTranscode(services, row, requestId);
	log.info("transcode_attempt", { backend, outcome: outcome.kind, ms: services.clock() - startedAt });
	if (outcome.kind !== "later" && outcome.kind !== "at_stream") return concludeAttempt(services, log, row, outcome);
	const why = outcome.kind === "later" ? outcome.why : outcome.kind;
	log.info("transcode_later", { why, afterSeconds: outcome.afterSeconds });
	if (why === "detached" || services.clock() - message.enqueuedAt < PATIENCE_MS)
		return { kind: "again", afterSeconds: outcome.afterSeconds };
	await failVideo(services, row, { code: "no_capacity", message: OUR_FAULT }, log);
	return FINISHED;
}

/** Does what an attempt's end asks for: publish, fail, try again, or clear away. */
export async function concludeAttempt(services: Services, log: Log, row: VideoRow, outcome: Conclusion): Promise<Disposition> {
	switch (outcome.kind) {
		case "done": {
			const { cpuSeconds, wallSeconds, resumedRenditions, bytesWritten } = outcome.result;
			log.info("transcode_done", { cpuSeconds, wallSeconds, bytesWritten, resumedRenditions });
			const outputs = outputsOf(outcome.result);
			const copyright = await heedCopyright(services, row, outputs, outcome.result.recognised);
			if (copyright.to === "cleared") return FINISHED;
			return publishOutputs(services, log, row, outputs, outcome.result.screening, copyright);
		}
		case "outputs":
			// Stream gives neither sound nor pictures to compare: people look at what it made.
			return publishOutputs(services, log, row, outcome.outputs, null);
		case "refused":
			await failVideo(services, row, outcome, log);
			return FINISHED;
		case "failed":
			log.warn("transcode_failed", { code: outcome.code, reason: outcome.message });
			return { kind: "failed", reason: `${outcome.code}: ${outcome.message}` };
		case "unwanted":
			return drop(services, log, row.id, row.generation);
	}
}

async function publishOutputs(
	services: Services,
	log: Log,
	row: VideoRow,
	outputs: Outputs,
	screening: Screening | null,
	copyright?: PublishingCopyright,
): Promise<Disposition> {
	const verdict = await publish(services, row, outputs, screening, undefined, copyright);
	if (verdict !== "published") {
		log.info("video_not_published", { verdict });
		return FINISHED;
	}
	log.info("video_published", { totalMs: services.clock() - row.createdAt.getTime() });
	await announceVideo(services, row.id, row.userId);
	return FINISHED;
}

/** The video was deleted, or a newer generation began: end the job, remove what it wrote. */
async function drop(services: Services, log: Log, videoId: string, generation: number): Promise<Disposition> {
	log.info("transcode_unwanted");
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
