import { emit } from "../../platform/events.ts";
import type { Log } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { invalidateVideo } from "../cards/index.ts";
import { requestGenerationPurge } from "../cleanup/request.ts";
import { transit, type VideoRow } from "../state/index.ts";

export interface Failure {
	readonly code: string;
	/** A sentence or two for the creator. */
	readonly message: string;
}

/** What the creator is told when the fault is ours. */
export const OUR_FAULT =
	"Something went wrong on our side while preparing this video. We have kept the original; try again, or upload it anew.";

/**
 * Gives a generation up: the video is `failed` with a reason in words, and its creator is told, once. A video that was
 * being reprocessed goes on being served from its old generation.
 * @param log that names the request, where there is one
 */
export async function failVideo(
	services: Services,
	row: Pick<VideoRow, "id" | "userId" | "generation">,
	failure: Failure,
	log: Log = services.log,
): Promise<void> {
	const { id: videoId, generation } = row;
	const failed = await transit(services, "failed", { id: videoId, generation }, failure);
	if (failed === null) return;
	log.error("video_failed", { videoId, generation, status: failed.status, code: failure.code, message: failure.message });
	await Promise.all([
		invalidateVideo(services, videoId),
		failed.status === "failed"
			? emit(services, "failed", { videoId, userId: row.userId, generation, text: sentence(failed.title, failure.message) })
			: null,
		requestGenerationPurge(services, videoId, generation),
	]);
}

const sentence = (title: string, message: string): string =>
	`${title === "" ? "Your video" : `“${title}”`} could not be published. ${message}`;
