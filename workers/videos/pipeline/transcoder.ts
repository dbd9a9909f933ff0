import { fnv1a } from "../../../contracts/fnv1a.ts";
import type { TranscodeJob } from "../../../contracts/transcode.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";

/** Waiting for the service to take or refuse a job: a container's cold start is within it, milliseconds. */
const ANSWER_MS = 60_000;
/** A cancelled job is hoped for, not waited for: the conditional publish keeps it from ever being seen, milliseconds. */
const CANCEL_MS = 3_000;

/** Which of `count` instances a video's jobs go to: always the same, so that a repeated message finds the running job. */
export function instanceOf(videoId: string, count: number): number {
	return fnv1a(videoId) % count;
}

/** Sends a request to the transcoder that holds this video's job: the container, or the service at TRANSCODER_URL. */
async function ask({ objects, config }: Services, videoId: string, init: RequestInit): Promise<Response> {
	const headers = { authorization: `Bearer ${config.TRANSCODER_TOKEN}`, "content-type": "application/json" };
	const path = `/jobs/${videoId}`;
	if (config.TRANSCODER_URL !== undefined) {
		return fetch(`${config.TRANSCODER_URL.replace(/\/$/, "")}${path}`, { ...init, headers });
	}
	if (objects.transcoder === null) throw new Error("no transcoder: set TRANSCODER_URL or bind TRANSCODER");
	const name = `transcoder-${instanceOf(videoId, config.TRANSCODER_INSTANCES)}`;
	return objects.transcoder(name).fetch(`http://transcoder${path}`, { ...init, headers });
}

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
