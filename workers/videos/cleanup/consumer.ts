import { PART_URL_LIFETIME_S } from "../../../contracts/limits.ts";
import { CleanupMessage } from "../../../contracts/queues.ts";
import { keepDeadLetter } from "../../platform/dead-letters.ts";
import { eachMessage } from "../../platform/queues.ts";
import type { Services } from "../../platform/services.ts";
import { deleteStreamVideo } from "../pipeline/stream/client.ts";
import { purgeGeneration, purgeParts, purgeVideo } from "./purge.ts";
import { MAX_DELAY_S, postpone } from "./request.ts";

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
/** Pause after a store refused, seconds; the queue repeats up to `max_retries`, then it is a dead letter. */
const TROUBLED_PAUSE_S = 15;

/** Queue `reelay-cleanup`. */
export const consumeCleanup = (batch: MessageBatch, services: Services): Promise<void> =>
	eachMessage(batch, services, CleanupMessage, {
		pauseSeconds: () => TROUBLED_PAUSE_S,
		async handle(message) {
			await cleanUp(services, message);
			return undefined;
		},
	});

/** What a store refused `max_retries` times is asked for again so often, half a day apart: a week. */
const ASKED_AGAIN = 14;

/** Queue `reelay-cleanup-dead`: the store was away for minutes. It is asked again twice a day; after a week people have to look. */
export const consumeCleanupDeadLetters = (batch: MessageBatch, services: Services): Promise<void> =>
	eachMessage(batch, services, CleanupMessage, {
		pauseSeconds: () => TROUBLED_PAUSE_S,
		async handle(message, { id: messageId }) {
			const { kind, videoId, givenUp = 0 } = message;
			const again = givenUp < ASKED_AGAIN;
			services.log.error("cleanup_given_up", { kind, videoId, givenUp, again });
			if (again) await services.queues.cleanup.send({ ...message, givenUp: givenUp + 1 }, { delaySeconds: MAX_DELAY_S });
			else await keepDeadLetter(services, { queue: "reelay-cleanup", messageId, why: "refused for a week", body: message });
			return undefined;
		},
	});

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
