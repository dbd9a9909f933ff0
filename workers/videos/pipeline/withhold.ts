import type { EventMap } from "../../platform/event-map.ts";
import { emitOrFail } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { invalidateVideo } from "../cards/index.ts";
import type { VideoRow } from "../state/index.ts";

const VERDICTS: Readonly<Partial<Record<VideoRow["status"], EventMap["judged"]["verdict"]>>> = {
	review: "review",
	copyright_flagged: "copyright_hold",
	copyright_blocked: "copyright_block",
};

/**
 * Has what follows a verdict against a video done: from the return on nobody is shown it, one that was up before included.
 * @param isTold whether its creator is told here, and not by the decision that follows
 */
export async function withhold(services: Services, row: VideoRow, isTold: boolean): Promise<void> {
	const { id: videoId, userId, title, generation, status, liveGeneration } = row;
	const wasUp = liveGeneration !== null;
	await invalidateVideo(services, videoId);
	if (isTold) await emitOrFail(services, "judged", { videoId, userId, title, generation, verdict: VERDICTS[status] ?? "block", wasUp });
	if (wasUp) await emitOrFail(services, "withheld", { videoId, userId, spaces: row });
}
