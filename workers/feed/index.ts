import { errorFields } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import { relationsOf } from "../rules/relations.ts";
import { userIdOf, type Viewer, viewerKey } from "../rules/viewer.ts";
import { isForEveryone, type VideoRecord } from "../videos/cards/index.ts";

export { exportCatalogue } from "./archive/catalogue.ts";
export { expireArchive } from "./archive/lifecycle.ts";
export { takeUpModels } from "./archive/models.ts";
export { readSpace } from "./vectors/space.ts";
export { tendSpace } from "./vectors/switch.ts";
export { takeUpVectors } from "./vectors/take-up.ts";

import { dropLists, LIST_KEYS } from "./retrieval/lists.ts";
import { trendingKey } from "./retrieval/trending.ts";
import type { Act } from "./session/protocol.ts";
import { sessionOf } from "./session/stub.ts";
import { entriesOf } from "./vectors/entry.ts";
import { everyVectorId, type SpacesOf } from "./vectors/index-ids.ts";

/** The face of the feed: what other features tell it. */

/**
 * Makes a video findable, or takes it out again when it is not for everyone any more: to be called after publishing and
 * after a change of visibility, words or embedding. Idempotent. @throws when the index refuses: call again
 */
export async function onVideoPublished(services: Services, record: VideoRecord): Promise<void> {
	if (!isForEveryone(record)) return onVideoRemoved(services, record.id, record);
	const entries = entriesOf(record);
	if (entries.length > 0) await services.vectors.upsert(entries);
	await outdateLists(services, record.hashtags);
	services.log.info("video_findable", { videoId: record.id, vector: record.embedding !== null });
}

/** Takes a video out of the vector index and every list; `known` is its record, for when the row may be gone. Idempotent. @throws when the index refuses: call again */
export async function onVideoRemoved(services: Services, videoId: string, known?: SpacesOf): Promise<void> {
	const ids = await everyVectorId(services, videoId, known);
	if (ids.length > 0) await services.vectors.deleteByIds(ids);
	await services.redis.soft((redis) => redis.zrem(trendingKey(services.clock()), videoId));
	await outdateLists(services, []);
}

async function outdateLists(services: Services, topics: readonly string[]): Promise<void> {
	dropLists(services);
	await services.redis.soft((redis) => redis.del(LIST_KEYS.fresh, LIST_KEYS.popular, ...topics.map(LIST_KEYS.topic)));
}

/** A video spreads far faster than expected, or does so no more: the lists say so from now on. */
export async function onViralityChanged(services: Services): Promise<void> {
	dropLists(services);
	await services.redis.soft((redis) => redis.del(LIST_KEYS.viral));
}

/**
 * The viewer's follows or blocks changed, or somebody blocked the viewer: to be called after `outdateRelations`, for both
 * sides of a block. Never throws: the session learns of it at its next look-up otherwise.
 */
export async function onFollowChanged(services: Services, userId: string): Promise<void> {
	const viewer: Viewer = { kind: "user", userId, sessionId: "", teen: false };
	const { following, blocked } = await relationsOf(services, viewer);
	await soft(services, "session_not_told", () =>
		sessionOf(services, viewerKey(viewer)).relationsChanged(viewerKey(viewer), { following: [...following], blocked: [...blocked] }),
	);
}

/** Something was done outside the player that says what the viewer likes. Never throws. */
export async function onAct(services: Services, viewer: Viewer, act: Act): Promise<void> {
	const key = viewerKey(viewer);
	await soft(services, "session_not_told", () => sessionOf(services, key).act(key, act));
}

/** A guest signed up: what the guest's session learned becomes the user's. Never throws. */
export async function adoptGuestSession(services: Services, guestId: string, userId: string): Promise<void> {
	const user = `user:${userId}`;
	await soft(services, "guest_session_lost", async () => {
		const inheritance = await sessionOf(services, `guest:${guestId}`).bequeath();
		await sessionOf(services, user).inherit(user, inheritance);
	});
}

/** Forgets a session and everything in it (account deletion). */
export async function forgetSession(services: Services, viewer: Viewer): Promise<void> {
	await sessionOf(services, viewerKey(viewer)).forget();
	services.log.info("session_forgotten", { userId: userIdOf(viewer) });
}

async function soft(services: Services, event: string, tell: () => Promise<unknown>): Promise<void> {
	try {
		await tell();
	} catch (error) {
		services.log.error(event, errorFields(error));
	}
}
