import { PART_URL_LIFETIME_S } from "../../../contracts/limits.ts";
import { CleanupMessage } from "../../../contracts/queues.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { purgeGeneration, purgeVideo } from "./purge.ts";
import { requestGenerationPurge } from "./request.ts";

/**
 * When a deleted video is purged again, seconds after the purge before: a segment under way lands within seconds, a
 * transcoder that missed its cancellation ends within minutes, and a part may be sent as long as its address lives.
 */
export const PURGE_AGAIN_S = [30, 600, PART_URL_LIFETIME_S] as const;
/** Pause after a store refused, seconds; the queue repeats up to `max_retries`, then the sweeper asks again. */
const TROUBLED_PAUSE_S = 15;

/** Queue `reelay-cleanup`. */
export async function consumeCleanup(batch: MessageBatch, services: Services): Promise<void> {
	for (const message of batch.messages) {
		const parsed = CleanupMessage.safeParse(message.body);
		try {
			if (parsed.success) await cleanUp(services, parsed.data);
			else services.log.error("cleanup_message_invalid", { messageId: message.id, error: parsed.error.message });
			message.ack();
		} catch (error) {
			services.log.warn("cleanup_troubled", { messageId: message.id, attempts: message.attempts, ...errorFields(error) });
			message.retry({ delaySeconds: TROUBLED_PAUSE_S });
		}
	}
}

async function cleanUp(services: Services, message: CleanupMessage): Promise<void> {
	const startedAt = services.clock();
	if (message.kind === "purge_generation") {
		if (message.notBefore !== undefined && message.notBefore > startedAt) {
			await requestGenerationPurge(services, message.videoId, message.generation, message.notBefore);
			return;
		}
		const objects = await purgeGeneration(services, message);
		services.log.info("generation_purged", {
			videoId: message.videoId,
			generation: message.generation,
			objects,
			ms: services.clock() - startedAt,
		});
		return;
	}
	const round = message.round ?? 0;
	const pause = PURGE_AGAIN_S[round];
	const objects = await purgeVideo(services, message.videoId, pause === undefined);
	services.log.info("video_purged", { videoId: message.videoId, round, objects, ms: services.clock() - startedAt });
	if (pause !== undefined) {
		await services.env.CLEANUP_QUEUE.send({ ...message, round: round + 1 }, { delaySeconds: pause });
	}
}
