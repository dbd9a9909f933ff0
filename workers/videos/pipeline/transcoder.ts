import type { TranscodeJob } from "../../../contracts/transcode.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { askTranscoder } from "../../platform/transcoder.ts";

/** Waiting for the service to take or refuse a job: a container's cold start is within it, milliseconds. */
const ANSWER_MS = 60_000;
/** A cancelled job is hoped for, not waited for: the conditional publish keeps it from ever being seen, milliseconds. */
const CANCEL_MS = 3_000;

const ask = (services: Services, videoId: string, request: { method: string; body?: string; signal: AbortSignal }): Promise<Response> =>
	askTranscoder(services, videoId, { ...request, path: `/jobs/${videoId}` });

/**
 * Starts a job or attaches to the one running. The answer is NDJSON of `TranscodeEvent` when its status is 200.
 * @throws when nobody answers in time
 */
export async function startJob(services: Services, job: TranscodeJob): Promise<Response> {
	const patience = new AbortController();
	const timer = setTimeout(() => patience.abort(new Error(`the transcoder did not answer in ${ANSWER_MS} ms`)), ANSWER_MS);
	try {
		return await ask(services, job.videoId, { method: "PUT", body: JSON.stringify(job), signal: patience.signal });
	} finally {
		clearTimeout(timer);
	}
}

/** Asks for the end of a video's job. Never throws: a job that goes on can't publish, and what it writes is purged again. */
export async function cancelJob(services: Services, videoId: string): Promise<void> {
	try {
		const answer = await ask(services, videoId, { method: "DELETE", signal: AbortSignal.timeout(CANCEL_MS) });
		await answer.body?.cancel();
		services.log.info("transcode_cancelled", { videoId, status: answer.status });
	} catch (error) {
		services.log.warn("transcode_cancel_failed", { videoId, ...errorFields(error) });
	}
}
