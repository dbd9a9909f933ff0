import { eq } from "drizzle-orm";
import type { AnswerOf } from "../../contracts/endpoint.ts";
import type { why } from "../../contracts/feed.ts";
import { feedNotPersonal } from "../../contracts/problems/feed.ts";
import { profiles } from "../../db/schema/users.ts";
import { explain, explainAlike, type Reason } from "../../recommender/explain.ts";
import type { MuteScope } from "../../recommender/types.ts";
import { add, dequantise, fromBase64, norm, normalise } from "../../recommender/vectors.ts";
import { loadSummaries } from "../lists/people.ts";
import type { Services } from "../platform/services.ts";
import { userIdOf, type Viewer, viewerKey } from "../rules/viewer.ts";
import { loadVideos, type VideoRecord } from "../videos/cards/index.ts";
import { takeBackFrom, visibleVideo } from "../videos/index.ts";
import { topicList } from "./retrieval/lists.ts";
import { modelsOf } from "./retrieval/models.ts";
import { sessionOf } from "./session/stub.ts";
import { vectorIn } from "./vectors/space.ts";

type Presented = AnswerOf<typeof why>["reasons"][number];

/** So many of a topic's most watched videos say where the topic lies. */
const CENTROID_OF = 20;

/** True of what was opened by hand or sent, of what all newcomers are shown, and of what stands in for a feed that can't be had. */
const NOT_FROM_TASTE = "Nothing you watched led to this one";

/** Shows less like this, or takes that back, which can be done whatever became of the video. @throws ProblemError video_not_found */
export async function refuse(services: Services, viewer: Viewer, ref: string, scope: MuteScope, undo: boolean): Promise<void> {
	const videoId = undo ? (await takeBackFrom(services, viewer, ref)).videoId : (await visibleVideo(services, viewer, ref)).id;
	const key = viewerKey(viewer);
	await sessionOf(services, key).notInterested(key, { videoId, scope, undo });
}

/** Why a video was shown, in words true to the parts of its score. @throws ProblemError video_not_found */
export async function tellWhy(services: Services, viewer: Viewer, ref: string): Promise<AnswerOf<typeof why>> {
	const record = await visibleVideo(services, viewer, ref);
	const story = await sessionOf(services, viewerKey(viewer)).story(record.id, record.hashtags);
	if (story === null) {
		return { videoId: record.id, reasons: [{ code: "not_from_taste", text: NOT_FROM_TASTE, share: 1 }] };
	}
	const creator = (await loadSummaries(services, [record.userId])).get(record.userId);
	const names = {
		topics: story.topics,
		picked: story.picked,
		followed: story.followed,
		onlyPicked: story.onlyPicked,
		creator: creator === undefined ? undefined : `@${creator.username}`,
	};
	const reasons = story.isPersonal ? explain({ parts: story.parts }, names, story.kind) : explainAlike({ parts: story.parts }, story.kind);
	return { videoId: record.id, reasons: reasons.map(({ about, ...reason }) => ({ ...reason, ...aboutOf(about, record, names.creator) })) };
}

/** What a reason is about, by id and in words, so that there can be more or less of it. */
function aboutOf(about: Reason["about"], record: VideoRecord, creator: string | undefined): Pick<Presented, "about"> {
	if (about === undefined) return {};
	if (about.scope === "topic") return { about: { ...about, label: `#${about.key}` } };
	if (about.scope === "creator") return { about: { scope: "creator", key: record.userId, label: creator ?? "this creator" } };
	return record.soundId === null ? {} : { about: { scope: "sound", key: record.soundId, label: "this sound" } };
}

/** Starts from interests: those of a user are kept with the account, too. @throws ProblemError feed_not_personal */
export async function startFrom(services: Services, viewer: Viewer, interests: readonly string[]): Promise<string[]> {
	const chosen = [...new Set(interests)];
	// The session first: it knows whether any are taken.
	if (!(await seed(services, viewer, chosen))) throw feedNotPersonal();
	await keepInterests(services, viewer, chosen);
	return chosen;
}

/** Those of a user are kept with the account. */
export async function keepInterests(services: Services, viewer: Viewer, interests: readonly string[]): Promise<void> {
	const userId = userIdOf(viewer);
	if (userId === null) return;
	await services.db
		.user(userId)
		.update(profiles)
		.set({ interests: [...interests] })
		.where(eq(profiles.userId, userId));
}

async function seed(services: Services, viewer: Viewer, interests: readonly string[]): Promise<boolean> {
	const vectors = await Promise.all(interests.map((topic) => centroid(services, topic)));
	const key = viewerKey(viewer);
	const known = vectors.flatMap((vector) => (vector === null ? [] : [[...vector]]));
	return sessionOf(services, key).setInterests(key, interests, known);
}

/** Forgets what was learned; the viewer begins again from the interests they chose. */
export async function resetSession(services: Services, viewer: Viewer): Promise<void> {
	const interests = await sessionOf(services, viewerKey(viewer)).reset();
	if (interests.length > 0) await seed(services, viewer, interests);
}

/** Where a hashtag lies in the vector space: the direction its most watched videos have in common; null when none has one. */
async function centroid(services: Services, topic: string): Promise<Float32Array | null> {
	const ids = (await topicList(services, topic)).slice(0, CENTROID_OF).map(({ videoId }) => videoId);
	let sum: Float32Array | null = null;
	const { space } = await modelsOf(services);
	for (const record of (await loadVideos(services, ids)).values()) {
		const stored = vectorIn(record, space);
		if (stored === null) continue;
		const vector = dequantise(fromBase64(stored));
		sum = sum === null ? vector : add(sum, vector);
	}
	return sum === null || norm(sum) === 0 ? null : normalise(sum);
}
