import { TRANSCODE_ATTEMPTS } from "../../../contracts/limits.ts";
import { TranscodeMessage } from "../../../contracts/queues.ts";
import { errorFields } from "../../platform/log.ts";
import { eachMessage, type Outcome } from "../../platform/queues.ts";
import type { Services } from "../../platform/services.ts";
import type { Disposition } from "./disposition.ts";
import { giveUpMessage } from "./give-up.ts";
import { processMessage } from "./process.ts";
import { retryPause } from "./retry.ts";

/** Pause before a message that could not even be looked at is taken again, seconds. */
const TROUBLED_PAUSE_S = 10;

/** Queue `reelay-transcode`: each message sees its job through to the end, or is put back. */
export const consumeTranscode = (batch: MessageBatch, services: Services): Promise<void> =>
	eachMessage(batch, services, TranscodeMessage, {
		sideBySide: true,
		pauseSeconds: () => TROUBLED_PAUSE_S,
		handle: (body, message) => consumeOne(body, message.attempts, services),
	});

async function consumeOne(body: TranscodeMessage, attempts: number, services: Services): Promise<Outcome> {
	const failuresBefore = (body.failures ?? 0) + attempts - 1;
	try {
		return await settle(body, failuresBefore, await processMessage(services, body), services);
	} catch (error) {
		// The database or the queue, not the job: it is not counted against the video.
		services.log.error("transcode_message_troubled", { ...idsOf(body), ...errorFields(error) });
		return putBack({ ...body, failures: failuresBefore }, TROUBLED_PAUSE_S, services);
	}
}

async function settle(body: TranscodeMessage, failuresBefore: number, disposition: Disposition, services: Services): Promise<Outcome> {
	switch (disposition.kind) {
		case "finished":
			return undefined;
		case "again":
			return putBack({ ...body, failures: failuresBefore }, disposition.afterSeconds, services);
		case "failed": {
			const failures = failuresBefore + 1;
			if (failures >= TRANSCODE_ATTEMPTS) {
				await giveUpMessage(services, body, `${failures} attempts failed; the last: ${disposition.reason}`);
				return undefined;
			}
			const delaySeconds = retryPause(failures);
			services.log.warn("transcode_retry", { ...idsOf(body), failures, delaySeconds, reason: disposition.reason });
			return { retryAfterSeconds: delaySeconds };
		}
	}
}

/** What connects the log lines of one job. */
const idsOf = ({ requestId, videoId, generation }: TranscodeMessage) => ({ requestId, videoId, generation });

/** Puts a message back without counting it: a new one with the same content, so that the queue's retries are left for failures. */
async function putBack(body: TranscodeMessage, delaySeconds: number, services: Services): Promise<Outcome> {
	try {
		await services.queues.transcode.send(body, { delaySeconds });
		return undefined;
	} catch (error) {
		services.log.warn("transcode_put_back_failed", { videoId: body.videoId, ...errorFields(error) });
		return { retryAfterSeconds: Math.max(delaySeconds, TROUBLED_PAUSE_S) };
	}
}

/** Queue `reelay-transcode-dead`: messages whose consumer died again and again. The video is failed, in words. */
export const consumeTranscodeDeadLetters = (batch: MessageBatch, services: Services): Promise<void> =>
	eachMessage(batch, services, TranscodeMessage, {
		pauseSeconds: () => TROUBLED_PAUSE_S,
		async handle(body) {
			await giveUpMessage(services, body, "the queue gave the message up");
			return undefined;
		},
	});
