import { PART_URL_LIFETIME_S } from "../../../contracts/limits.ts";
import { CleanupMessage } from "../../../contracts/queues.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { deleteStreamVideo } from "../pipeline/stream/client.ts";
import { purgeGeneration, purgeParts, purgeVideo } from "./purge.ts";
import { postpone } from "./request.ts";

/**
 * When a deleted video is purged again, seconds after the purge before: a segment under way lands within seconds, a
 * transcoder that missed its cancellation ends within minutes, and a part may be sent as long as its address lives.
 */
export const PURGE_AGAIN_S = [30, 600, PART_URL_LIFETIME_S] as const;
/**
 * After the last of them the ingest folder is emptied once more, seconds later (as long as a queue holds a message back): an address
 * is checked when a request begins, and one that began in its last moment may take hours on a slow line.
 */
export const SLOWEST_PART_S = 43_200;
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
	const { videoId, kind } = message;
	if (message.notBefore !== undefined && message.notBefore > startedAt) {
		await postpone(services, message);
		return;
	}
	const done = (fields: Record<string, unknown>) => services.log.info(kind, { videoId, ...fields, ms: services.clock() - startedAt });
	switch (kind) {
		case "purge_generation":
			return done({ generation: message.generation, objects: await purgeGeneration(services, message) });
		case "purge_parts":
			return done({ objects: await purgeParts(services, videoId) });
		case "purge_stream":
			await deleteStreamVideo(services.config, message.uid);
			return done({ uid: message.uid });
		case "purge_video": {
			const round = message.round ?? 0;
			const pause = PURGE_AGAIN_S[round];
			const objects = await purgeVideo(services, videoId, message.userId, { first: round === 0, last: pause === undefined });
			// The deletion was undone: what is to be removed is asked for anew.
			if (objects === null) return;
			if (pause !== undefined) await services.queues.cleanup.send({ ...message, round: round + 1 }, { delaySeconds: pause });
			else await services.queues.cleanup.send({ v: 1, kind: "purge_parts", videoId }, { delaySeconds: SLOWEST_PART_S });
			return done({ round, objects });
		}
	}
}
