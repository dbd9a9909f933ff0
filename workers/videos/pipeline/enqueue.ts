import type { TranscodeMessage } from "../../../contracts/queues.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { transit } from "../state/index.ts";

export interface Enqueued {
	readonly videoId: string;
	readonly generation: number;
	readonly requestId: string;
	/** Not the generation's whole job. */
	readonly only?: TranscodeMessage["only"];
	/** Not before this long, seconds. */
	readonly delaySeconds?: number;
}

/**
 * Puts a generation's job on the queue. Never throws: what could not be enqueued keeps `enqueued_at` null, and the sweeper
 * enqueues it.
 * @returns whether the queue took it
 */
export async function enqueueTranscode(
	services: Services,
	{ videoId, generation, requestId, only, delaySeconds }: Enqueued,
): Promise<boolean> {
	const { log } = services;
	const enqueuedAt = services.clock();
	try {
		const message: TranscodeMessage = { v: 1, videoId, generation, requestId, enqueuedAt, only };
		await services.queues.transcode.send(message, { delaySeconds });
	} catch (error) {
		log.error("transcode_enqueue_failed", { requestId, videoId, generation, ...errorFields(error) });
		return false;
	}
	log.info("transcode_enqueued", { requestId, videoId, generation, only });
	try {
		await transit(services, "enqueued", { id: videoId, generation }, { at: new Date(enqueuedAt) });
	} catch (error) {
		// Enqueued all the same; at worst the sweeper sends a second message, which attaches to the same job.
		log.warn("transcode_enqueue_unmarked", { requestId, videoId, ...errorFields(error) });
	}
	return true;
}
