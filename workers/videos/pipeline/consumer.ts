import { TRANSCODE_ATTEMPTS } from "../../../contracts/limits.ts";
import { TranscodeMessage } from "../../../contracts/queues.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import type { Disposition } from "./disposition.ts";
import { giveUpMessage } from "./give-up.ts";
import { processMessage } from "./process.ts";
import { retryPause } from "./retry.ts";

/** Pause before a message that could not even be looked at is taken again, seconds. */
const TROUBLED_PAUSE_S = 10;

/** Queue `reelay-transcode`: each message sees its job through to the end, or is put back. */
export async function consumeTranscode(batch: MessageBatch, services: Services): Promise<void> {
	await Promise.all(batch.messages.map((message) => consumeOne(message, services)));
}

async function consumeOne(message: Message, services: Services): Promise<void> {
	const parsed = TranscodeMessage.safeParse(message.body);
	if (!parsed.success) {
		services.log.error("transcode_message_invalid", { messageId: message.id, error: parsed.error.message });
		message.ack();
		return;
	}
	const body = parsed.data;
	const failuresBefore = (body.failures ?? 0) + message.attempts - 1;
	try {
		await settle(message, body, failuresBefore, await processMessage(services, body), services);
	} catch (error) {
		// The database or the queue, not the job: it is not counted against the video.
		services.log.error("transcode_message_troubled", { ...idsOf(body), ...errorFields(error) });
		await putBack(message, { ...body, failures: failuresBefore }, TROUBLED_PAUSE_S, services);
	}
}

async function settle(
	message: Message,
	body: TranscodeMessage,
	failuresBefore: number,
	disposition: Disposition,
	services: Services,
): Promise<void> {
	switch (disposition.kind) {
		case "finished":
			message.ack();
			return;
		case "again":
			await putBack(message, { ...body, failures: failuresBefore }, disposition.afterSeconds, services);
			return;
		case "failed": {
			const failures = failuresBefore + 1;
			if (failures >= TRANSCODE_ATTEMPTS) {
				await giveUpMessage(services, body, `${failures} attempts failed; the last: ${disposition.reason}`);
				message.ack();
				return;
			}
			const delaySeconds = retryPause(failures);
			services.log.warn("transcode_retry", { ...idsOf(body), failures, delaySeconds, reason: disposition.reason });
			message.retry({ delaySeconds });
			return;
		}
	}
}

/** What connects the log lines of one job. */
const idsOf = ({ requestId, videoId, generation }: TranscodeMessage) => ({ requestId, videoId, generation });

/** Puts a message back without counting it: a new one with the same content, so that the queue's retries are left for failures. */
async function putBack(message: Message, body: TranscodeMessage, delaySeconds: number, services: Services): Promise<void> {
	try {
		await services.queues.transcode.send(body, { delaySeconds });
		message.ack();
	} catch (error) {
		services.log.warn("transcode_put_back_failed", { videoId: body.videoId, ...errorFields(error) });
		message.retry({ delaySeconds: Math.max(delaySeconds, TROUBLED_PAUSE_S) });
	}
}

/** Queue `reelay-transcode-dead`: messages whose consumer died again and again. The video is failed, in words. */
export async function consumeTranscodeDeadLetters(batch: MessageBatch, services: Services): Promise<void> {
	for (const message of batch.messages) {
		const parsed = TranscodeMessage.safeParse(message.body);
		try {
			if (parsed.success) await giveUpMessage(services, parsed.data, "the queue gave the message up");
			message.ack();
		} catch (error) {
			services.log.error("transcode_dead_letter_troubled", { messageId: message.id, ...errorFields(error) });
			message.retry({ delaySeconds: TROUBLED_PAUSE_S });
		}
	}
}
