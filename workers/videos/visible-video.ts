import { videoNotFound } from "../../contracts/problems/videos.ts";
import type { Services } from "../platform/services.ts";
import { relationsOf } from "../rules/relations.ts";
import { type MayDo, mayDo, maySee, standingOf } from "../rules/videos.ts";
import { type Asker, userIdOf, type Viewer } from "../rules/viewer.ts";
import { loadVideo, loadVideos, type VideoRecord } from "./cards/index.ts";
import { resolveVideoRef } from "./references.ts";

/**
 * The video under a reference, if this viewer may do this to it: every handler that is given a video's id takes it from
 * here. What may not be seen, what is somebody else's and what never was are refused by the same words.
 * @throws ProblemError video_not_found
 */
export async function videoFor(services: Services, viewer: Viewer, ref: string, act: MayDo): Promise<VideoRecord> {
	const [record, relations] = await Promise.all([
		resolveVideoRef(services, viewer, ref).then((id) => loadVideo(services, id)),
		relationsOf(services, viewer),
	]);
	if (record === null || !mayDo(act, record, standingOf(relations, userIdOf(viewer), record.userId))) throw videoNotFound();
	return record;
}

/** The video under a reference, if this viewer may see it. @throws ProblemError video_not_found */
export const visibleVideo = (services: Services, viewer: Viewer, ref: string): Promise<VideoRecord> =>
	videoFor(services, viewer, ref, "see");

/**
 * What a viewer's own like, favourite, refusal or comment is to be taken back from: whatever became of the video. It may
 * never have been; `record` is there only if the viewer may see it now, so that an answer tells of nothing else.
 * @throws ProblemError video_not_found for a UUID the viewer never used
 */
export async function takeBackFrom(
	services: Services,
	viewer: Viewer,
	ref: string,
): Promise<{ readonly videoId: string; readonly record: VideoRecord | null }> {
	const videoId = await resolveVideoRef(services, viewer, ref);
	return { videoId, record: (await visibleVideos(services, viewer, [videoId])).get(videoId) ?? null };
}

/** Those of these videos that the viewer may see, by id: for what names many at once. */
export async function visibleVideos(services: Services, viewer: Asker, ids: readonly string[]): Promise<Map<string, VideoRecord>> {
	if (ids.length === 0) return new Map();
	const [records, relations] = await Promise.all([loadVideos(services, ids), relationsOf(services, viewer)]);
	const userId = userIdOf(viewer);
	return new Map([...records].filter(([, record]) => maySee(record, standingOf(relations, userId, record.userId))));
}
