import type { Services } from "../../../platform/services.ts";
import type { VideoRow } from "../../state/index.ts";
import { enqueueTranscode } from "../enqueue.ts";

/** Words are often changed more than once: only the last request of a burst is seen through, seconds after it. */
const SETTLE_S = 15;

/** Has a video embedded again whose words changed: they are a good part of what it is found by. Never throws. */
export async function embedNewWords(services: Services, { id: videoId, generation }: Pick<VideoRow, "id" | "generation">): Promise<void> {
	// Stream makes no embeddings.
	if (services.config.TRANSCODE_BACKEND === "stream") return;
	const requestId = `words-${videoId}-${services.clock()}`;
	await enqueueTranscode(services, { videoId, generation, requestId, only: "embedding", delaySeconds: SETTLE_S });
}
