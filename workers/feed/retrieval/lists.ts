import { and, asc, desc, eq, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { among } from "../../../db/among.ts";
import type { Database } from "../../../db/client.ts";
import { isPublished } from "../../../db/published.ts";
import { videos } from "../../../db/schema/videos.ts";
import { GUARANTEED_IMPRESSIONS } from "../../../recommender/explore.ts";
import type { Retrieved } from "../../../recommender/types.ts";
import { readThrough } from "../../platform/read-through.ts";
import type { Services } from "../../platform/services.ts";
import { within } from "../../platform/waiting.ts";
import { type Owed, turns } from "./reach.ts";
import { fadedScore, TRENDING_KEPT, trendingKey } from "./trending.ts";

/** Lists shared by all viewers: best first. Redis keeps them five minutes (docs/product.md#caches), an isolate a few seconds. */
const REDIS_TTL_S = 300;
/** Who is owed impressions changes as they are given. */
const FRESH_TTL_S = 20;
const ISOLATE_TTL_MS = 5_000;
/** Another request's question is waited for this long, milliseconds: the database may be busy with it. */
const PATIENCE_MS = 4_000;
/** As long as the longest list anybody asks for. */
const LIST_LENGTH = 300;
const TOPIC_LENGTH = 100;

export const LIST_KEYS = {
	popular: "feed:popular",
	fresh: "feed:fresh",
	viral: "feed:viral",
	topic: (topic: string) => `feed:topic:${topic}`,
	country: (country: string) => `feed:country:${country}`,
	sound: (soundId: string) => `feed:sound:${soundId}`,
} as const;

type List = readonly Retrieved[];

/** No change is told to these: cards are looked up when they are shown, and what may not be seen any more is left out there. */
const lists = readThrough<List, [string, number][]>({
	name: "lists",
	isolate: { max: 2_000, ttlMs: ISOLATE_TTL_MS },
	shared: {
		key: (key) => key,
		ttlS: (_, key) => (key === LIST_KEYS.fresh ? FRESH_TTL_S : REDIS_TTL_S),
		encode: (list) => list.map(({ videoId, score }) => [videoId, score]),
		decode: (stored) => stored.map(([videoId, score]) => ({ videoId: String(videoId), score })),
		mayKeep: (list) => list.length > 0,
	},
	lastKnown: { pastTtlMs: Number.POSITIVE_INFINITY },
	patienceMs: PATIENCE_MS,
});
/** What is watched right now is put together from Redis' own numbers. */
const rising = readThrough<List>({
	name: "rising",
	isolate: { max: 1, ttlMs: ISOLATE_TTL_MS },
	lastKnown: { pastTtlMs: Number.POSITIVE_INFINITY },
});

const forEveryone = and(isPublished, isNull(videos.hiddenAt));

/** Forgets this isolate's lists: what was just published or removed shows at once. */
export function dropLists(services: Services): void {
	lists.clear(services);
	rising.clear(services);
}

/** Most watched of all time. */
export function popularList(services: Services): Promise<readonly Retrieved[]> {
	return lists.get(services, LIST_KEYS.popular, () => fromEveryShard(services, LIST_LENGTH, byLongViews));
}

/**
 * Videos still owed their first impressions, in the order their turn comes; where there are none, the newest. A list of
 * all that is new must not be short, so the newest come after them.
 */
export function freshList(services: Services): Promise<readonly Retrieved[]> {
	return lists.get(services, LIST_KEYS.fresh, () => readFresh(services));
}

async function readFresh(services: Services): Promise<readonly Retrieved[]> {
	const owed = (order: SQL, also?: SQL) => owedOf(services, order, also);
	const [newest, longest, others] = await Promise.all([
		owed(desc(videos.publishedAt)),
		owed(asc(videos.publishedAt)),
		fromEveryShard(services, LIST_LENGTH, byAge),
	]);
	newest.sort((a, b) => b.publishedAt - a.publishedAt);
	longest.sort((a, b) => a.publishedAt - b.publishedAt);
	const oldest = longest[0]?.publishedAt ?? 0;
	const moment = new Date(oldest + Math.random() * Math.max(0, services.clock() - oldest)).toISOString();
	// When both ends together are all there are, there is no middle.
	const middle =
		newest.length < LIST_LENGTH ? [] : await owed(asc(videos.publishedAt), sql`${videos.publishedAt} >= ${moment}::timestamptz`);
	const first = turns([newest, longest, middle], LIST_LENGTH);
	const isFirst = new Set(first.map(({ videoId }) => videoId));
	return [...first, ...others.filter(({ videoId }) => !isFirst.has(videoId))].slice(0, LIST_LENGTH);
}

/** Videos for everyone that had fewer impressions than all are given. */
async function owedOf(services: Services, order: SQL, also?: SQL): Promise<Owed[]> {
	const publishedAt = sql<number>`(extract(epoch from ${videos.publishedAt}) * 1000)::float8`;
	// Written out, not a parameter: only so the partial index is used.
	const few = lt(videos.impressionCount, sql.raw(String(GUARANTEED_IMPRESSIONS)));
	const answers = await Promise.all(
		services.db.everyVideoShard().map((database) =>
			database
				.select({ videoId: videos.id, creatorId: videos.userId, publishedAt })
				.from(videos)
				.where(and(forEveryone, isNotNull(videos.publishedAt), few, also))
				.orderBy(order)
				.limit(LIST_LENGTH),
		),
	);
	return answers.flat();
}

/** Spreading far faster than expected right now; latest first. */
export function viralList(services: Services): Promise<readonly Retrieved[]> {
	return lists.get(services, LIST_KEYS.viral, () =>
		fromEveryShard(services, TOPIC_LENGTH, (database, limit) =>
			database
				.select({ videoId: videos.id, score: sql<number>`(extract(epoch from ${videos.viralAt}))::float8` })
				.from(videos)
				.where(and(forEveryone, isNotNull(videos.viralAt)))
				.orderBy(desc(videos.viralAt))
				.limit(limit),
		),
	);
}

/** Most watched of those uploaded from a country. */
export function countryList(services: Services, country: string): Promise<readonly Retrieved[]> {
	return lists.get(services, LIST_KEYS.country(country), () =>
		fromEveryShard(services, LIST_LENGTH, (database, limit) => byLongViews(database, limit, eq(videos.country, country))),
	);
}

/** Most watched of those with a sound. */
export function soundList(services: Services, soundId: string): Promise<readonly Retrieved[]> {
	return lists.get(services, LIST_KEYS.sound(soundId), () =>
		fromEveryShard(services, TOPIC_LENGTH, (database, limit) => byLongViews(database, limit, eq(videos.soundId, soundId))),
	);
}

/** Most watched of a hashtag. */
export function topicList(services: Services, topic: string): Promise<readonly Retrieved[]> {
	return lists.get(services, LIST_KEYS.topic(topic), () =>
		fromEveryShard(services, TOPIC_LENGTH, (database, limit) =>
			byLongViews(database, limit, sql`${videos.hashtags} @> array[${topic}]::text[]`),
		),
	);
}

/** Newest of these creators; asked of Postgres each time, for there are as many answers as viewers. */
export async function creatorsList(services: Services, creatorIds: readonly string[], limit: number): Promise<readonly Retrieved[]> {
	if (creatorIds.length === 0) return [];
	return fromEveryShard(services, limit, (database) => byAge(database, limit, among(videos.userId, creatorIds)));
}

const scores = new WeakMap<readonly Retrieved[], ReadonlyMap<string, number>>();

/** How much of what is watched right now is each video's, by id. */
export async function risingScores(services: Services): Promise<ReadonlyMap<string, number>> {
	const list = await risingList(services);
	const known = scores.get(list);
	if (known !== undefined) return known;
	const made = new Map(list.map(({ videoId, score }) => [videoId, score]));
	scores.set(list, made);
	return made;
}

/** A viral video counts as if it were watched this many times as much: its long views of hours ago are not what it is now. */
const VIRAL_BOOST = 3;
/** Every impression's lesson needs this list: it is not waited for longer, milliseconds. */
const VIRAL_PATIENCE_MS = 300;

/**
 * Watched right now, what is viral before all else. Before the first events of a period, or without Redis, there is little or
 * none: popular and fresh stand in.
 */
export async function risingList(services: Services): Promise<readonly Retrieved[]> {
	return (
		(await rising.look(services, ["rising"], async () => new Map([["rising", await readRising(services)]]))).values.get("rising") ?? []
	);
}

/** @throws when there is nothing to put together, so that the list known last stays */
async function readRising(services: Services): Promise<List> {
	const now = services.clock();
	const [flat, viral] = await Promise.all([
		services.redis.soft((redis) =>
			redis.zrange<(string | number)[]>(trendingKey(now), 0, Math.min(LIST_LENGTH, TRENDING_KEPT) - 1, { rev: true, withScores: true }),
		),
		// Another request may be reading it, and be gone.
		within(VIRAL_PATIENCE_MS, "reading what is viral", viralList(services)).catch((): List => []),
	]);
	if (flat === null && viral.length === 0) throw new Error("neither what is watched nor what is viral can be read");
	const views = new Map<string, number>();
	for (let place = 0; flat !== null && place + 1 < flat.length; place += 2) {
		views.set(String(flat[place]), fadedScore(Number(flat[place + 1]), now));
	}
	const most = Math.max(1, ...views.values());
	const boosted = viral.map(({ videoId }) => ({ videoId, score: Math.max(VIRAL_BOOST * (views.get(videoId) ?? 0), most) }));
	const isViral = new Set(viral.map(({ videoId }) => videoId));
	const others = [...views].flatMap(([videoId, score]) => (isViral.has(videoId) ? [] : [{ videoId, score }]));
	return [...boosted.sort((a, b) => b.score - a.score), ...others];
}

function byAge(database: Database, limit: number, also?: SQL): Promise<Retrieved[]> {
	return database
		.select({ videoId: videos.id, score: sql<number>`(extract(epoch from ${videos.createdAt}))::float8` })
		.from(videos)
		.where(and(forEveryone, also))
		.orderBy(desc(videos.createdAt))
		.limit(limit);
}

function byLongViews(database: Database, limit: number, also?: SQL): Promise<Retrieved[]> {
	return database
		.select({ videoId: videos.id, score: sql<number>`${videos.longViewCount}::float8` })
		.from(videos)
		.where(and(forEveryone, also))
		.orderBy(desc(videos.longViewCount), desc(videos.createdAt))
		.limit(limit);
}

async function fromEveryShard(
	services: Services,
	limit: number,
	read: (database: Database, limit: number) => Promise<Retrieved[]>,
): Promise<Retrieved[]> {
	const answers = await Promise.all(services.db.everyVideoShard().map((database) => read(database, limit)));
	const all = answers.flat();
	return (answers.length > 1 ? all.sort((a, b) => b.score - a.score) : all).slice(0, limit);
}
