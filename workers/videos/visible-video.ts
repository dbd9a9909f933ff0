import { userIdOf, type Viewer } from "../gateway/viewer.ts";
import type { Services } from "../platform/services.ts";
import { relationsOf } from "../social/index.ts";
import { loadVideo, maySee, standingOf, type VideoRecord } from "./cards/index.ts";
import { resolveVideoRef, videoNotFound } from "./references.ts";

/** The video under a reference, if this viewer may see it. @throws ProblemError video_not_found otherwise: nobody learns of what is hidden */
export async function visibleVideo(services: Services, viewer: Viewer, ref: string): Promise<VideoRecord> {
	const [record, relations] = await Promise.all([
		resolveVideoRef(services, viewer, ref).then((id) => loadVideo(services, id)),
		relationsOf(services, viewer),
	]);
	if (record === null || !maySee(record, standingOf(relations, userIdOf(viewer), record.userId))) throw videoNotFound();
	return record;
}
