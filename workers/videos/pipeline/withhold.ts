import { onVideoRemoved } from "../../feed/index.ts";
import type { Services } from "../../platform/services.ts";
import { invalidateVideo, loadVideo } from "../cards/index.ts";
import { recountVideos } from "../lifecycle/recount.ts";
import type { VideoRow } from "../state/index.ts";

/** Does what follows a verdict against a video: from the return on nobody is shown it, one that was up before included. */
export async function withhold(services: Services, { id, userId, liveGeneration }: VideoRow): Promise<void> {
	await invalidateVideo(services, id);
	if (liveGeneration === null) return;
	await recountVideos(services, userId);
	await onVideoRemoved(services, id, (await loadVideo(services, id)) ?? undefined);
}
