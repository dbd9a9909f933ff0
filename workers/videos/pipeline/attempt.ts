import type { TranscodeResult } from "../../../contracts/transcode.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import type { Outputs, VideoRow } from "../state/index.ts";
import { BrokenStream, transcodeEvents } from "./events.ts";
import { transcodeJob } from "./job.ts";
import { ORIGINAL_CHANGED } from "./original.ts";
import { type ProgressWriter, progressWriter } from "./progress.ts";
import { startJob } from "./transcoder.ts";

/** Longest time without a line from the transcoder, whose heartbeats come far more often, milliseconds. */
export const SILENCE_MS = 60_000;
/** A queue consumer may run 15 minutes; it lets go of a longer job before that and attaches again, milliseconds. */
export const DETACH_AFTER_MS = 12 * 60_000;

/** How one attempt ended. */
export type Outcome =
	| { readonly kind: "done"; readonly result: TranscodeResult }
	/** The same of a backend with no report to log. */
	| { readonly kind: "outputs"; readonly outputs: Outputs }
	/** The input is at fault; `message` is for the creator. */
	| { readonly kind: "refused"; readonly code: string; readonly message: string }
	/** The service is at fault: this counts as an attempt. */
	| { readonly kind: "failed"; readonly code: string; readonly message: string }
	/** The job has not begun, was given back, or goes on unwatched: come again. */
	| { readonly kind: "later"; readonly why: "full" | "unreachable" | "given_back" | "detached"; readonly afterSeconds: number }
	/** The video was deleted, or a newer generation began. */
	| { readonly kind: "unwanted" };

/** An attempt that came to an end of some kind. */
export type Conclusion = Exclude<Outcome, { kind: "later" }>;

/** Pause before a service that can't be reached, or gave the job back, is asked again, seconds. */
const COME_AGAIN_S = 5;
/** While all places are taken the service is asked this often, milliseconds: a place that falls free is taken at once … */
const ASK_AGAIN_MS = 1_000;
/** … for this long; then other messages get their turn. */
const HOLD_MS = 10_000;

/** Starts this row's job or attaches to it, and follows it to its end. @throws only when the database does */
export async function attemptTranscode(services: Services, row: VideoRow, requestId: string): Promise<Outcome> {
	const writer = progressWriter(services, row.id, row.generation);
	if (row.original === null) return { kind: "refused", ...ORIGINAL_CHANGED };
	const job = await transcodeJob(services, row, row.original, requestId);
	const holdUntil = services.clock() + HOLD_MS;
	while (true) {
		let answer: Response;
		try {
			answer = await startJob(services, job);
		} catch (error) {
			services.log.warn("transcoder_unreachable", { requestId, videoId: row.id, ...errorFields(error) });
			return { kind: "later", why: "unreachable", afterSeconds: COME_AGAIN_S };
		}
		if (answer.status === 200 && answer.body !== null) return follow(services, row, requestId, answer.body, writer);
		const said = (await answer.text().catch(() => "")).slice(0, 300);
		if (answer.status !== 503) services.log.warn("transcoder_declined", { requestId, videoId: row.id, status: answer.status, said });
		// A container that could not be started answers 5xx too: then, as when it is full, the job has not begun.
		if (answer.status < 500 && answer.status !== 429) return { kind: "failed", code: `transcoder_${answer.status}`, message: said };
		// Waiting is a sign of life too: the sweeper need not send a second message.
		if (!(await writer.report(null))) return { kind: "unwanted" };
		if (services.clock() >= holdUntil) return { kind: "later", why: "full", afterSeconds: 0 };
		await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
	}
}

async function follow(
	services: Services,
	row: VideoRow,
	requestId: string,
	body: ReadableStream<Uint8Array>,
	writer: ProgressWriter,
): Promise<Outcome> {
	const detachAt = services.clock() + DETACH_AFTER_MS;
	try {
		for await (const event of transcodeEvents(body, SILENCE_MS)) {
			let wanted = true;
			switch (event.type) {
				case "progress":
					wanted = await writer.report(event);
					break;
				case "heartbeat":
					wanted = await writer.report(null);
					break;
				case "playable":
					if (event.manifest !== undefined) wanted = await writer.playable(event.manifest, event.blurhash ?? null);
					break;
				case "done":
					return { kind: "done", result: event.result };
				case "refused":
					return { kind: "refused", code: event.code, message: event.message };
				case "failed":
					return failure(event.code, event.message);
			}
			if (!wanted) return { kind: "unwanted" };
			if (services.clock() >= detachAt) return { kind: "later", why: "detached", afterSeconds: 0 };
		}
		return { kind: "failed", code: "broke_off", message: "The transcoder ended without a result." };
	} catch (error) {
		if (!(error instanceof BrokenStream)) throw error;
		services.log.warn("transcoder_broke_off", { requestId, videoId: row.id, ...errorFields(error) });
		return { kind: "failed", code: "broke_off", message: error.message };
	}
}

/** A service that is told to stop gives its jobs back; that is nobody's failure. */
function failure(code: string, message: string): Outcome {
	if (code === "shutting_down") return { kind: "later", why: "given_back", afterSeconds: COME_AGAIN_S };
	return { kind: "failed", code, message };
}
