import { and, eq } from "drizzle-orm";
import { videos } from "../../db/schema/videos.ts";
import type { EventMap } from "../platform/event-map.ts";
import type { Services } from "../platform/services.ts";
import { isPersonalFromStart } from "../rules/teens.ts";
import { isRecommendable } from "../rules/videos.ts";
import { viewerKey } from "../rules/viewer.ts";
import { loadVideo, readRecords, type VideoRecord } from "../videos/cards/index.ts";
import { dropLists, LIST_KEYS } from "./retrieval/lists.ts";
import { trendingKey } from "./retrieval/trending.ts";
import { feedRelationsOf } from "./session/relations.ts";
import { sessionOf } from "./session/stub.ts";
import { entriesOf } from "./vectors/entry.ts";
import { everyVectorId, type SpacesOf } from "./vectors/index-ids.ts";

/** What the feed does about what happens elsewhere: the steps of `workers/events.ts` that are its own. */

/** @throws when the index refuses: call again */
export async function makeFindable(services: Services, { videoId }: { readonly videoId: string }): Promise<void> {
	const record = await loadVideo(services, videoId);
	if (record !== null && record.status === "ready") await indexVideo(services, record);
}

/**
 * Makes a video findable, or takes it out again when it is not to be brought to people any more: after publishing and after a change of
 * visibility, words or embedding. Idempotent. @throws when the index refuses: call again
 */
export async function indexVideo(services: Services, record: VideoRecord): Promise<void> {
	if (!isRecommendable(record)) return unindexVideo(services, record.id, record);
	const entries = entriesOf(record);
	if (entries.length > 0) await services.vectors.upsert(entries);
	await outdateLists(services, record.hashtags);
	services.log.info("video_findable", { videoId: record.id, vector: record.embedding !== null });
}

export const unfind = (services: Services, { videoId, spaces }: EventMap["removed"] | EventMap["withheld"]): Promise<void> =>
	unindexVideo(services, videoId, spaces);

/** Takes a video out of the vector index and every list; `known` is its record, for when the row may be gone. Idempotent. @throws when the index refuses: call again */
export async function unindexVideo(services: Services, videoId: string, known?: SpacesOf): Promise<void> {
	const ids = await everyVectorId(services, videoId, known);
	if (ids.length > 0) await services.vectors.deleteByIds(ids);
	await services.redis.soft((redis) => redis.zrem(trendingKey(services.clock()), videoId));
	await outdateLists(services, []);
}

/** Videos of a person taken out of the index, or put back, by one call to it. */
const REFOUND_AT_ONCE = 100;

/** All videos of somebody whose account turned private, or public, or who came of age, are taken out of the index and every list, or are found again. Idempotent. @throws when the index refuses: call again */
export async function refindVideosOf(services: Services, { userId }: EventMap["cameOfAge"]): Promise<void> {
	const topics = new Set<string>();
	for (const database of services.db.everyVideoShard()) {
		const up = and(eq(videos.userId, userId), eq(videos.status, "ready"));
		const rows = await database.select({ id: videos.id }).from(videos).where(up);
		for (let from = 0; from < rows.length; from += REFOUND_AT_ONCE) {
			const records = await readRecords(
				services,
				rows.slice(from, from + REFOUND_AT_ONCE).map(({ id }) => id),
			);
			const [shown, hidden] = [records.filter(isRecommendable), records.filter((record) => !isRecommendable(record))];
			const entries = shown.flatMap(entriesOf);
			if (entries.length > 0) await services.vectors.upsert(entries);
			const gone = (await Promise.all(hidden.map((record) => everyVectorId(services, record.id, record)))).flat();
			if (gone.length > 0) await services.vectors.deleteByIds(gone);
			const [first, ...others] = hidden.map(({ id }) => id);
			if (first !== undefined) await services.redis.soft((redis) => redis.zrem(trendingKey(services.clock()), first, ...others));
			for (const { hashtags } of records) for (const topic of hashtags) topics.add(topic);
		}
	}
	await outdateLists(services, [...topics]);
}

async function outdateLists(services: Services, topics: readonly string[]): Promise<void> {
	dropLists(services);
	await services.redis.soft((redis) => redis.del(LIST_KEYS.fresh, LIST_KEYS.popular, ...topics.map(LIST_KEYS.topic)));
}

/** Words and audience: index and lists. That it spreads far faster than expected, or does so no more: the list of those. @throws when the index refuses */
export async function outdateChanged(services: Services, { videoId, what }: EventMap["changed"]): Promise<void> {
	if (what !== "virality") return makeFindable(services, { videoId });
	dropLists(services);
	await services.redis.soft((redis) => redis.del(LIST_KEYS.viral));
}

type Pair = Pick<EventMap["followed"], "userId" | "otherId">;
/** Whose feed goes by what changed. */
const CONCERNED: Readonly<Record<EventMap["followed"]["kind"], (pair: Pair) => readonly string[]>> = {
	follow: ({ userId }) => [userId],
	unfollow: ({ userId }) => [userId],
	request: () => [],
	unrequest: () => [],
	accept: ({ otherId }) => [otherId],
	decline: () => [],
	remove: ({ otherId }) => [otherId],
	block: ({ userId, otherId }) => [userId, otherId],
	unblock: ({ userId, otherId }) => [userId, otherId],
	mute: ({ userId }) => [userId],
	unmute: ({ userId }) => [userId],
};

/** The sessions of whose feed it concerns learn of it now; otherwise at their next look-up. */
export async function outdateRelationsOfSession(services: Services, { userId, otherId, kind }: EventMap["followed"]): Promise<void> {
	await Promise.all(CONCERNED[kind]({ userId, otherId }).map((id) => tellRelations(services, id)));
}

/** The very next queue is laid out with the hashtags followed now. */
export const outdateTopicsOfSession = (services: Services, { userId }: EventMap["hashtagFollowed"]): Promise<void> =>
	tellRelations(services, userId);

async function tellRelations(services: Services, userId: string): Promise<void> {
	const { following, blocked, topics, isTeen } = await feedRelationsOf(services, { kind: "user", userId });
	const key = `user:${userId}`;
	await sessionOf(services, key).relationsChanged(key, { following: [...following], blocked: [...blocked], topics: [...topics], isTeen });
}

/** Something was done outside the player that says what the viewer likes. */
export async function teachAct(services: Services, { viewer, videoId, kind }: EventMap["acted"]): Promise<void> {
	if (kind === "uncommented") return;
	const key = viewerKey(viewer);
	await sessionOf(services, key).act(key, { videoId, kind });
}

/** What the guest's session learned becomes the user's: not a teen's, whose feed is not personal until they say so. */
export async function adoptGuestSession(services: Services, { guestId, userId, isTeen }: EventMap["joined"]): Promise<void> {
	const user = `user:${userId}`;
	if (!isPersonalFromStart(isTeen)) await sessionOf(services, user).prefer(user, { personal: false });
	if (guestId === null) return;
	const inheritance = await sessionOf(services, `guest:${guestId}`).bequeath();
	await sessionOf(services, user).inherit(user, inheritance);
}

/** Taste, history, limits of the day, and the name under which the archive knows the person: its lines are nobody's afterwards. */
export async function forgetFeedSession(services: Services, { userId }: EventMap["erased"]): Promise<void> {
	await sessionOf(services, `user:${userId}`).forget();
	services.log.info("session_forgotten", { userId });
}
