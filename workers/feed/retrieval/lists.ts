import { and, asc, desc, eq, inArray, isNotNull, lt, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { Database } from "../../../db/client.ts";
import { videos } from "../../../db/schema/videos.ts";
import type { Retrieved } from "../../../recommender/types.ts";
import { perServices, singleFlight } from "../../platform/cache.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { fadedScore, TRENDING_KEPT, trendingKey } from "./trending.ts";

/** Lists shared by all viewers: best first. Redis keeps them five minutes (brief §9), an isolate a few seconds. */
const REDIS_TTL_S = 300;
const ISOLATE_TTL_MS = 5_000;
/** As long as the longest list anybody asks for. */
const LIST_LENGTH = 300;
const TOPIC_LENGTH = 100;

export const LIST_KEYS = { popular: "feed:popular", fresh: "feed:fresh", topic: (topic: string) => `feed:topic:${topic}` } as const;

interface HeldList {
	readonly list: readonly Retrieved[];
	readonly at: number;
}
const heldLists = perServices(() => new LRUCache<string, HeldList>({ max: 2_000 }));
/** Lists being read right now: a crowd that comes to a cold isolate asks once. */
const flights = perServices(() => new LRUCache<string, () => Promise<readonly Retrieved[]>>({ max: 2_000 }));

const forEveryone = and(eq(videos.status, "ready"), eq(videos.visibility, "public"));

/** Forgets this isolate's lists: what was just published or removed shows at once. */
export function dropLists(services: Services): void {
	heldLists(services).clear();
}

/** Most watched of all time. */
export function popularList(services: Services): Promise<readonly Retrieved[]> {
	return listed(services, LIST_KEYS.popular, () => fromEveryShard(services, LIST_LENGTH, byLongViews));
}

/** Newest. */
export function freshList(services: Services): Promise<readonly Retrieved[]> {
	return listed(services, LIST_KEYS.fresh, () =>
		fromEveryShard(services, LIST_LENGTH, (database, limit) =>
			database
				.select({ videoId: videos.id, score: sql<number>`(extract(epoch from ${videos.createdAt}))::float8` })
				.from(videos)
				.where(forEveryone)
				.orderBy(desc(videos.createdAt))
				.limit(limit),
		),
	);
}

/** Most watched of a hashtag. */
export function topicList(services: Services, topic: string): Promise<readonly Retrieved[]> {
	return listed(services, LIST_KEYS.topic(topic), () =>
		fromEveryShard(services, TOPIC_LENGTH, (database, limit) =>
			byLongViews(database, limit, sql`${videos.hashtags} @> array[${topic}]::text[]`),
		),
	);
}

/** Newest of these creators; asked of Postgres each time, for there are as many answers as viewers. */
export async function creatorsList(services: Services, creatorIds: readonly string[], limit: number): Promise<readonly Retrieved[]> {
	if (creatorIds.length === 0) return [];
	return fromEveryShard(services, limit, (database) =>
		database
			.select({ videoId: videos.id, score: sql<number>`(extract(epoch from ${videos.createdAt}))::float8` })
			.from(videos)
			.where(and(forEveryone, inArray(videos.userId, [...creatorIds])))
			.orderBy(desc(videos.createdAt))
			.limit(limit),
	);
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

/** Watched right now. Before the first events of a period, or without Redis, there is none: popular and fresh stand in. */
export async function risingList(services: Services): Promise<readonly Retrieved[]> {
	const held = heldLists(services).get("rising");
	const now = services.clock();
	if (held !== undefined && now - held.at < ISOLATE_TTL_MS) return held.list;
	const flat = await services.redis.soft((redis) =>
		redis.zrange<(string | number)[]>(trendingKey(now), 0, Math.min(LIST_LENGTH, TRENDING_KEPT) - 1, { rev: true, withScores: true }),
	);
	if (flat === null) return held?.list ?? [];
	const list: Retrieved[] = [];
	for (let place = 0; place + 1 < flat.length; place += 2) {
		list.push({ videoId: String(flat[place]), score: fadedScore(Number(flat[place + 1]), now) });
	}
	heldLists(services).set("rising", { list, at: now });
	return list;
}

function byLongViews(database: Database, limit: number, also = sql`true`): Promise<Retrieved[]> {
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

async function listed(services: Services, key: string, read: () => Promise<readonly Retrieved[]>): Promise<readonly Retrieved[]> {
	const held = heldLists(services).get(key);
	if (held !== undefined && services.clock() - held.at < ISOLATE_TTL_MS) return held.list;
	const known = flights(services).get(key);
	const flight = known ?? singleFlight(services.clock, () => readList(services, key, read));
	if (known === undefined) flights(services).set(key, flight);
	return flight();
}

/** Redis, then Postgres; when none of them answers, the last one known, however old. */
async function readList(services: Services, key: string, read: () => Promise<readonly Retrieved[]>): Promise<readonly Retrieved[]> {
	const lists = heldLists(services);
	const now = services.clock();
	const held = lists.get(key);
	const keep = (list: readonly Retrieved[]) => {
		lists.set(key, { list, at: now });
		return list;
	};
	const cached = await services.redis.soft((redis) => redis.get<[string, number][]>(key));
	if (cached !== null && cached.length > 0) return keep(cached.map(([videoId, score]) => ({ videoId: String(videoId), score })));
	try {
		const list = await read();
		if (list.length > 0) {
			await services.redis.soft((redis) =>
				redis.set(
					key,
					list.map(({ videoId, score }) => [videoId, score]),
					{ ex: REDIS_TTL_S },
				),
			);
		}
		return keep(list);
	} catch (error) {
		if (held === undefined) throw error;
		services.log.warn("list_unavailable", { key, ageMs: now - held.at, ...errorFields(error) });
		return held.list;
	}
}
