import { commentGone, userNotFound } from "../contracts/problems/social.ts";
import { soundNotFound } from "../contracts/problems/sounds.ts";
import type { Reported } from "../contracts/reports.ts";
import { loadSummaries } from "./lists/people.ts";
import type { Services } from "./platform/services.ts";
import { mustExistFor } from "./rules/users.ts";
import type { Viewer } from "./rules/viewer.ts";
import { commentFor } from "./social/index.ts";
import { labelOf, type ReportedThing } from "./trust/index.ts";
import { visibleVideo } from "./videos/index.ts";
import { seeSounds } from "./videos/sounds/index.ts";

type Finders = {
	readonly [Kind in Reported["kind"]]: (
		services: Services,
		viewer: Viewer,
		reported: Extract<Reported, { kind: Kind }>,
	) => Promise<ReportedThing>;
};

const FINDERS: Finders = {
	video: async (services, viewer, { videoId }) => {
		const { id, userId, title } = await visibleVideo(services, viewer, videoId);
		return { kind: "video", id, ownerId: userId, videoId: id, label: labelOf(title) };
	},
	comment: async (services, viewer, { videoId, commentId }) => {
		const video = await visibleVideo(services, viewer, videoId);
		const { id, userId, text, deletedAt } = await commentFor(services, viewer, video, commentId, "see");
		if (deletedAt !== null) throw commentGone();
		return { kind: "comment", id, ownerId: userId, videoId: video.id, label: labelOf(text) };
	},
	profile: async (services, viewer, { userId }) => {
		await mustExistFor(services, viewer, userId);
		const person = (await loadSummaries(services, [userId])).get(userId);
		if (person === undefined) throw userNotFound();
		return { kind: "profile", id: userId, ownerId: userId, videoId: null, label: `@${person.username}` };
	},
	sound: async (services, viewer, { soundId }) => {
		const seen = (await seeSounds(services, viewer, [soundId])).get(soundId);
		if (seen === undefined) throw soundNotFound();
		return {
			kind: "sound",
			id: soundId,
			ownerId: seen.creator?.id ?? null,
			videoId: seen.source?.video.id ?? null,
			label: labelOf(seen.title),
		};
	},
};

/** What can be reported, each thing as its own feature shows it to who reports it. */
export const findReported = <Kind extends Reported["kind"]>(
	services: Services,
	viewer: Viewer,
	reported: Extract<Reported, { kind: Kind }>,
): Promise<ReportedThing> => FINDERS[reported.kind as Kind](services, viewer, reported);
