import type { CleanupMessage } from "../../../contracts/queues.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";

/** The longest a queue holds a message back, seconds (Cloudflare Queues). */
export const MAX_DELAY_S = 43_200;

/** Has everything of a deleted video or a given-up upload removed. Never throws: the sweeper finds what was not asked for. */
export async function requestPurge(services: Services, videoId: string, userId: string): Promise<void> {
	await send(services, { v: 1, kind: "purge_video", videoId, userId });
}

/**
 * Has the objects of a generation removed that lost, failed or was replaced. Never throws, like `requestPurge`.
 * @param notBefore milliseconds since 1970
 */
export async function requestGenerationPurge(services: Services, videoId: string, generation: number, notBefore?: number): Promise<void> {
	await send(services, { v: 1, kind: "purge_generation", videoId, generation, ...(notBefore === undefined ? {} : { notBefore }) });
}

async function send(services: Services, message: CleanupMessage): Promise<void> {
	const notBefore = message.kind === "purge_generation" ? (message.notBefore ?? 0) : 0;
	const delaySeconds = Math.max(0, Math.min(MAX_DELAY_S, Math.ceil((notBefore - services.clock()) / 1000)));
	try {
		await services.env.CLEANUP_QUEUE.send(message, { delaySeconds });
	} catch (error) {
		services.log.error("cleanup_enqueue_failed", { videoId: message.videoId, kind: message.kind, ...errorFields(error) });
	}
}
