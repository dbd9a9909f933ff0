import { ProblemError } from "../../gateway/problem.ts";
import type { Viewer } from "../../gateway/viewer.ts";
import type { Services } from "../../platform/services.ts";
import { loadVideo, maySee, type VideoRecord } from "../../videos/cards/index.ts";
import { resolveVideoRef } from "../../videos/index.ts";
import { relationsOf } from "../relations.ts";

export const videoNotFound = (): ProblemError => new ProblemError("video_not_found", "This video is gone, or not for you to see.");

/** The video under a reference, if this viewer may see it. @throws `video_not_found` */
export async function visibleVideo(services: Services, viewer: Viewer, reference: string): Promise<VideoRecord> {
	const videoId = await resolveVideoRef(services, viewer, reference);
	const [record, relations] = await Promise.all([loadVideo(services, videoId), relationsOf(services, viewer)]);
	if (record === null) throw videoNotFound();
	const standing = {
		isCreator: viewer.kind === "user" && viewer.userId === record.userId,
		follows: relations.following.has(record.userId),
		blocked: relations.blocked.has(record.userId),
	};
	if (!maySee(record, standing)) throw videoNotFound();
	return record;
}
