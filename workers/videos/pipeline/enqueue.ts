import { and, eq } from "drizzle-orm";
import type { TranscodeMessage } from "../../../contracts/queues.ts";
import { videos } from "../../../db/schema/index.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";

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
		await services.db
			.video(videoId)
			.update(videos)
			.set({ enqueuedAt: new Date(enqueuedAt) })
			.where(and(eq(videos.id, videoId), eq(videos.generation, generation)));
	} catch (error) {
		// Enqueued all the same; at worst the sweeper sends a second message, which attaches to the same job.
		log.warn("transcode_enqueue_unmarked", { requestId, videoId, ...errorFields(error) });
	}
	return true;
}
