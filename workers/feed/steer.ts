import { eq } from "drizzle-orm";
import type { AnswerOf } from "../../contracts/endpoint.ts";
import type { why } from "../../contracts/feed.ts";
import { profiles } from "../../db/schema/users.ts";
import { explain } from "../../recommender/explain.ts";
import type { MuteScope } from "../../recommender/types.ts";
import { add, dequantise, fromBase64, norm, normalise } from "../../recommender/vectors.ts";
import { userIdOf, type Viewer, viewerKey } from "../gateway/viewer.ts";
import type { Services } from "../platform/services.ts";
import { loadSummaries } from "../social/index.ts";
import { loadVideo, loadVideos, type VideoRecord } from "../videos/cards/index.ts";
import { resolveVideoRef, videoNotFound } from "../videos/index.ts";
import { topicList } from "./retrieval/lists.ts";
import { modelsOf } from "./retrieval/models.ts";
import { sessionOf } from "./session/stub.ts";
import { vectorIn } from "./vectors/space.ts";

/** So many of a topic's most watched videos say where the topic lies. */
const CENTROID_OF = 20;

async function existing(services: Services, viewer: Viewer, ref: string): Promise<VideoRecord> {
	const record = await loadVideo(services, await resolveVideoRef(services, viewer, ref));
	if (record === null || record.status === "deleted") throw videoNotFound();
	return record;
}

/** Shows less like this, or takes that back. */
export async function refuse(services: Services, viewer: Viewer, ref: string, scope: MuteScope, undo: boolean): Promise<void> {
	const { id } = await existing(services, viewer, ref);
	const key = viewerKey(viewer);
	await sessionOf(services.env, key).notInterested(key, { videoId: id, scope, undo });
}

/** Why a video was shown, in words true to the parts of its score. */
export async function tellWhy(services: Services, viewer: Viewer, ref: string): Promise<AnswerOf<typeof why>> {
	const record = await existing(services, viewer, ref);
	const story = await sessionOf(services.env, viewerKey(viewer)).story(record.id);
	if (story === null) {
		const reasons = [{ code: "not_from_feed", text: "Your feed didn't choose this: you found it, or were sent it", share: 1 }];
		return { videoId: record.id, reasons };
	}
	const creator = (await loadSummaries(services, [record.userId])).get(record.userId);
	const names = { topic: record.hashtags[0], creator: creator === undefined ? undefined : `@${creator.username}` };
	return { videoId: record.id, reasons: explain({ parts: story.parts }, names, story.kind) };
}

/** Starts from interests: those of a user are kept with the account, too. */
export async function startFrom(services: Services, viewer: Viewer, interests: readonly string[]): Promise<string[]> {
	const chosen = [...new Set(interests)];
	const userId = userIdOf(viewer);
	if (userId !== null) await services.db.user(userId).update(profiles).set({ interests: chosen }).where(eq(profiles.userId, userId));
	const vectors = await Promise.all(chosen.map((topic) => centroid(services, topic)));
	const key = viewerKey(viewer);
	const known = vectors.flatMap((vector) => (vector === null ? [] : [[...vector]]));
	await sessionOf(services.env, key).setInterests(key, chosen, known);
	return chosen;
}

export async function resetSession(services: Services, viewer: Viewer): Promise<void> {
	await sessionOf(services.env, viewerKey(viewer)).reset();
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
