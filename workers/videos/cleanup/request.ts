import type { CleanupMessage } from "../../../contracts/queues.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";

/** The longest a queue holds a message back, seconds (Cloudflare Queues). */
export const MAX_DELAY_S = 43_200;

/**
 * Has everything of a deleted video or a given-up upload removed. Never throws: the sweeper finds what was not asked for.
 * @param notBefore milliseconds since 1970, while the deletion can be undone
 */
export async function requestPurge(services: Services, videoId: string, userId: string, notBefore?: number): Promise<void> {
	await send(services, { v: 1, kind: "purge_video", videoId, userId, ...(notBefore === undefined ? {} : { notBefore }) });
}

/**
 * Has the objects of a generation removed that lost, failed or was replaced. Never throws, like `requestPurge`.
 * @param notBefore milliseconds since 1970
 */
export async function requestGenerationPurge(services: Services, videoId: string, generation: number, notBefore?: number): Promise<void> {
	await send(services, { v: 1, kind: "purge_generation", videoId, generation, ...(notBefore === undefined ? {} : { notBefore }) });
}

/** Has a copy at Cloudflare Stream deleted. Never throws, like `requestPurge`. */
export async function requestStreamPurge(services: Services, videoId: string, uid: string, notBefore?: number): Promise<void> {
	await send(services, { v: 1, kind: "purge_stream", videoId, uid, ...(notBefore === undefined ? {} : { notBefore }) });
}

/** Sends a message whose time has not come once more: a queue holds one back half a day at most. @throws when the queue refuses */
export async function postpone(services: Services, message: CleanupMessage): Promise<void> {
	const delaySeconds = Math.max(0, Math.min(MAX_DELAY_S, Math.ceil(((message.notBefore ?? 0) - services.clock()) / 1000)));
	await services.queues.cleanup.send(message, { delaySeconds });
}

async function send(services: Services, message: CleanupMessage): Promise<void> {
	try {
		await postpone(services, message);
	} catch (error) {
		services.log.error("cleanup_enqueue_failed", { videoId: message.videoId, kind: message.kind, ...errorFields(error) });
	}
}
