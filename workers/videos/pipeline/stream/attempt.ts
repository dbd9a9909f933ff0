import { errorFields } from "../../../platform/log.ts";
import type { Services } from "../../../platform/services.ts";
import { requestStreamPurge } from "../../cleanup/request.ts";
import { transit, type VideoRow } from "../../state/index.ts";
import type { Conclusion } from "../attempt.ts";
import { isOriginalThere, ORIGINAL_CHANGED, OriginalChanged } from "../original.ts";
import { REPLACED_LIFETIME_MS } from "../publish.ts";
import { copyToStream, StreamError, streamVideo } from "./client.ts";
import { streamOutcome } from "./outcome.ts";
import { wholeSource } from "./source.ts";

/** Stream tells by webhook when it is done; should that get lost, it is asked this often, seconds. */
const ASK_EVERY_S = 30;

/** What the webhook and the asking have in common: a copy that is done, or one that is still being made. */
export type StreamAttempt = Conclusion | { readonly kind: "at_stream"; readonly afterSeconds: number };

/** Hands a job to Stream, or looks how the one handed over stands. @throws only when the database does */
export async function attemptStream(services: Services, row: VideoRow): Promise<StreamAttempt> {
	try {
		return row.backend === "stream" && row.backendRef !== null ? await look(services, row, row.backendRef) : await submit(services, row);
	} catch (error) {
		if (error instanceof OriginalChanged) return { kind: "refused", ...ORIGINAL_CHANGED };
		if (!(error instanceof StreamError) && !(error instanceof DOMException)) throw error;
		services.log.warn("stream_troubled", { videoId: row.id, ...errorFields(error) });
		return { kind: "failed", code: "stream_unavailable", message: error.message };
	}
}

async function submit(services: Services, row: VideoRow): Promise<StreamAttempt> {
	const { id: videoId, generation } = row;
	if (row.original === null || !(await isOriginalThere(services, row))) throw new OriginalChanged("a part is gone or another");
	const url = await wholeSource(services, row, row.original);
	const { uid } = await copyToStream(services.config, url, { videoId, generation: String(generation), name: row.title });
	if ((await transit(services, "handedOver", { id: videoId, generation }, { backendRef: uid })) === null) {
		await requestStreamPurge(services, videoId, uid);
		return { kind: "unwanted" };
	}
	// A reprocessing's earlier copy is still what is served: it goes when nobody can be amid playing it.
	if (row.backendRef !== null) await requestStreamPurge(services, videoId, row.backendRef, services.clock() + REPLACED_LIFETIME_MS);
	services.log.info("stream_submitted", { videoId, generation, uid });
	return { kind: "at_stream", afterSeconds: ASK_EVERY_S };
}

async function look(services: Services, row: VideoRow, uid: string): Promise<StreamAttempt> {
	const video = await streamVideo(services.config, uid);
	if (video === null) return { kind: "failed", code: "stream_lost", message: `Stream does not know ${uid} any more.` };
	const outcome = await streamOutcome(services, row, video);
	if (outcome?.kind === "failed") {
		// The next attempt hands the original over anew.
		await transit(services, "handedOver", jobOf(row), { backendRef: null });
		await requestStreamPurge(services, row.id, uid);
	}
	if (outcome !== null) return outcome;
	const done = Number(video.status.pctComplete);
	const progress = Number.isFinite(done) ? Math.round(5 + Math.min(100, Math.max(0, done)) * 0.9) : row.progress;
	// Every report is a sign of life too, and finds out whether the job is still wanted.
	if ((await transit(services, "progressed", jobOf(row), { progress })) === null) return { kind: "unwanted" };
	return { kind: "at_stream", afterSeconds: ASK_EVERY_S };
}

const jobOf = ({ id, generation }: VideoRow) => ({ id, generation });
