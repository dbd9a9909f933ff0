import type { Services } from "../../../platform/services.ts";
import { enqueueTranscode } from "../enqueue.ts";
import type { VideoRow } from "../pending.ts";

/** Has a video embedded again whose words changed: they are a good part of what it is found by. Never throws. @returns whether the queue took it */
export async function embedNewWords(
	services: Services,
	{ id: videoId, generation }: Pick<VideoRow, "id" | "generation">,
): Promise<boolean> {
	// Stream makes no embeddings.
	if (services.config.TRANSCODE_BACKEND === "stream") return false;
	return enqueueTranscode(services, { videoId, generation, requestId: `words-${videoId}-${services.clock()}`, only: "embedding" });
}
