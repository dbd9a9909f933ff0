import { LRUCache } from "lru-cache";
import type { QueryOf } from "../../../contracts/endpoint.ts";
import { cursorUnknown } from "../../../contracts/problems/gateway.ts";
import type { search as endpoint, SearchedUser, SearchPage, SearchType } from "../../../contracts/search.ts";
import { countCursor } from "../../lists/cursor.ts";
import { loadSummaries } from "../../lists/people.ts";
import { listPage, type PageQuery, type Steps } from "../../lists/pipeline.ts";
import { perIsolate } from "../../platform/isolate.ts";
import type { Services } from "../../platform/services.ts";
import { mayMeet } from "../../rules/people.ts";
import { type Relations, relationsOf } from "../../rules/relations.ts";
import { isRecommendable } from "../../rules/videos.ts";
import { type Viewer, viewerKey } from "../../rules/viewer.ts";
import { cardSteps } from "../../videos/cards/index.ts";
import { leaningsOf } from "./leanings.ts";
import { tableOfWords } from "./meaning/load.ts";
import { findPeople, type Match } from "./query/people.ts";
import { popularVideos } from "./query/popular.ts";
import { searchVideos } from "./query/search-videos.ts";
import { findSounds } from "./query/sounds.ts";
import { findHashtags } from "./query/tags.ts";

/** How many of each kind are shown where all are. */
const BESIDE = { users: 6, hashtags: 8, sounds: 6 } as const;
/** The order that a first page was given in holds for those after it so long, milliseconds; then it is made anew. */
const ORDER_HELD_MS = 120_000;

interface Order {
	readonly ids: readonly string[];
	readonly didYouMean: string | null;
}
const orders = perIsolate(() => new LRUCache<string, Order>({ max: 500, ttl: ORDER_HELD_MS }));

const NOTHING: SearchPage = {
	videos: [],
	users: [],
	hashtags: [],
	sounds: [],
	nextCursor: null,
	didYouMean: null,
	nothingFound: false,
};

/** What a text finds. @throws `invalid_fields` for a cursor of another list, or one without a type */
export async function search(services: Services, viewer: Viewer, asked: QueryOf<typeof endpoint>): Promise<SearchPage> {
	const { q, type, limit, cursor } = asked;
	if (type === undefined) {
		if (cursor !== undefined) throw cursorUnknown();
		return everything(services, viewer, q, limit);
	}
	return KINDS[type](services, viewer, q, { limit, cursor });
}

type Kind = (services: Services, viewer: Viewer, q: string, page: PageQuery) => Promise<SearchPage>;
const KINDS: Readonly<Record<SearchType, Kind>> = {
	async videos(services, viewer, q, page) {
		const { videos, nextCursor, didYouMean } = await videosPage(services, viewer, q, page);
		if (videos.length > 0 || page.cursor !== undefined) return { ...NOTHING, videos, nextCursor, didYouMean };
		return insteadOfNothing(services, viewer, didYouMean, page.limit);
	},
	async users(services, viewer, q, page) {
		const { users, nextCursor } = await usersPage(services, viewer, q, page);
		return { ...NOTHING, users, nextCursor, nothingFound: users.length === 0 && page.cursor === undefined };
	},
	async hashtags(services, _, q, page) {
		const found = await findHashtags(services, q);
		const { items, nextCursor } = await listPage(
			{ ...asTheyAre<SearchPage["hashtags"][number]>(), skeleton: slices(found) },
			countCursor,
			page,
		);
		return { ...NOTHING, hashtags: items, nextCursor, nothingFound: found.length === 0 };
	},
	async sounds(services, viewer, q, page) {
		const { sounds, nextCursor } = await findSounds(services, viewer, q, page);
		return { ...NOTHING, sounds, nextCursor, nothingFound: sounds.length === 0 && page.cursor === undefined };
	},
};

async function everything(services: Services, viewer: Viewer, q: string, limit: number): Promise<SearchPage> {
	const [videos, users, hashtags, sounds] = await Promise.all([
		videosPage(services, viewer, q, { limit }),
		usersPage(services, viewer, q, { limit: BESIDE.users }),
		findHashtags(services, q),
		KINDS.sounds(services, viewer, q, { limit: BESIDE.sounds }),
	]);
	const page: SearchPage = {
		...NOTHING,
		videos: videos.videos,
		users: users.users,
		hashtags: hashtags.slice(0, BESIDE.hashtags),
		sounds: sounds.sounds,
		didYouMean: videos.didYouMean,
	};
	const isEmpty = page.videos.length + page.users.length + page.hashtags.length + page.sounds.length === 0;
	return isEmpty ? insteadOfNothing(services, viewer, videos.didYouMean, limit) : page;
}

async function videosPage(services: Services, viewer: Viewer, q: string, page: PageQuery) {
	const key = `${viewerKey(viewer)} ${q}`;
	const isFirst = countCursor.decode(page.cursor) === null;
	const held = isFirst ? undefined : orders(services).get(key);
	const order = held ?? (await orderOf(services, viewer, q));
	orders(services).set(key, order);
	const { items, nextCursor } = await cardsPage(services, viewer, order.ids, page);
	return { videos: items, nextCursor, didYouMean: order.didYouMean };
}

async function orderOf(services: Services, viewer: Viewer, q: string): Promise<Order> {
	const [table, { following }, { topics }] = await Promise.all([
		tableOfWords(),
		relationsOf(services, viewer),
		leaningsOf(services, viewer),
	]);
	const circumstances = { now: services.clock(), following, topics };
	const { videos, didYouMean } = await searchVideos(services.db.everyVideoShard(), table, q, circumstances);
	return { ids: videos.map(({ videoId }) => videoId), didYouMean };
}

/** Nobody is left with nothing: what many watch, to go on from. */
async function insteadOfNothing(services: Services, viewer: Viewer, didYouMean: string | null, limit: number): Promise<SearchPage> {
	const { items } = await cardsPage(services, viewer, await popularVideos(services.db.everyVideoShard()), { limit });
	return { ...NOTHING, videos: items, didYouMean, nothingFound: true };
}

async function cardsPage(services: Services, viewer: Viewer, ids: readonly string[], page: PageQuery) {
	const list = {
		...cardSteps<{ readonly id: string }>(services, viewer, (record) => !isRecommendable(record)),
		skeleton: slices(ids.map((id) => ({ id }))),
		// It is all at hand: what the rules leave out is made up for by what follows, to its end.
		rounds: Number.POSITIVE_INFINITY,
	};
	const { items, nextCursor } = await listPage(list, countCursor, page);
	return { items: items.map(({ card }) => card), nextCursor };
}

async function usersPage(services: Services, viewer: Viewer, q: string, page: PageQuery) {
	const relations = await relationsOf(services, viewer);
	const matches = await findPeople(services, q, relations.following);
	const list = {
		...personSteps(services, relations),
		skeleton: slices(matches),
		rounds: Number.POSITIVE_INFINITY,
	};
	const { items, nextCursor } = await listPage(list, countCursor, page);
	return { users: items, nextCursor };
}

type Summaries = Awaited<ReturnType<typeof loadSummaries>>;
const personSteps = (services: Services, relations: Relations): Steps<Match, Summaries, SearchedUser> => ({
	hydrate: (matches) =>
		loadSummaries(
			services,
			matches.map(({ userId }) => userId),
		),
	rule: ({ userId }, summaries) => summaries.has(userId) && mayMeet(relations, userId),
	present: (matches, summaries) =>
		matches.flatMap(({ userId, followersCount }): SearchedUser[] => {
			const user = summaries.get(userId);
			return user === undefined ? [] : [{ ...user, followersCount, following: relations.following.has(userId) }];
		}),
});

/** Entries that are shown as they are. */
const asTheyAre = <Entry>(): Steps<Entry, null, Entry> => ({
	hydrate: async () => null,
	rule: () => true,
	present: (entries) => entries,
});

/** A skeleton over entries that are all at hand. */
const slices =
	<Entry>(entries: readonly Entry[]) =>
	async (after: { readonly count: number } | null, limit: number) => {
		const from = after?.count ?? 0;
		return {
			entries: entries.slice(from, from + limit),
			next: from + limit < entries.length ? { count: from + limit } : null,
		};
	};
