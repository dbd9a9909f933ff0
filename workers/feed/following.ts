import { and, desc, eq, lt, or } from "drizzle-orm";
import type { FeedPage } from "../../contracts/feed.ts";
import { among } from "../../db/among.ts";
import { videos } from "../../db/schema/videos.ts";
import { followedTags, newestOfTags } from "../discovery/hashtags/index.ts";
import { idCursor } from "../lists/cursor.ts";
import { loadSummaries } from "../lists/people.ts";
import { listPage, type PageQuery, peeking } from "../lists/pipeline.ts";
import { latestReposts } from "../lists/reposts.ts";
import type { Services } from "../platform/services.ts";
import { mayReach } from "../rules/people.ts";
import { relationsOf } from "../rules/relations.ts";
import { isRecommendable, mayBeReposted } from "../rules/videos.ts";
import type { UserViewer } from "../rules/viewer.ts";
import { cardSteps, type VideoRecord } from "../videos/cards/index.ts";
import { rulesOf } from "./avoid.ts";

/** Filters may leave out a lot, and who follows few should still see all of them: a page is topped up more often than most. */
const ROUNDS = 20;

/** Newest videos of those followed, what they passed on, and those with a hashtag followed. The cursor is the place of the last one looked at: ids rise with time. */
export async function followingPage(services: Services, viewer: UserViewer, count: number, cursor: string | undefined): Promise<FeedPage> {
	const [{ following }, tags] = await Promise.all([relationsOf(services, viewer), followedTags(services, viewer.userId)]);
	return newestPage(services, viewer, { people: following, tags }, { limit: count, cursor });
}

/** The same of those followed who follow back. */
export async function friendsPage(services: Services, viewer: UserViewer, count: number, cursor: string | undefined): Promise<FeedPage> {
	const { friends } = await relationsOf(services, viewer);
	return newestPage(services, viewer, { people: friends, tags: [] }, { limit: count, cursor });
}

/** What a list is made of. */
interface Chosen {
	readonly people: ReadonlySet<string>;
	/** Hashtags, as they are looked up. */
	readonly tags: readonly string[];
}

/** An entry: a video of somebody followed, one they passed on, or one with a hashtag followed. */
interface Followed {
	/** The video's. */
	readonly id: string;
	/** Where it stands: the video's own id, or when it was passed on. */
	readonly place: string;
	/** Who passed it on. */
	readonly by: string | null;
	/** The hashtag it is here for. */
	readonly tag: string | null;
}

async function newestPage(services: Services, viewer: UserViewer, chosen: Chosen, query: PageQuery): Promise<FeedPage> {
	const [rules, relations] = await Promise.all([rulesOf(services, viewer), relationsOf(services, viewer)]);
	const { people: creators, tags } = chosen;
	const people = [...creators];
	// What these people made themselves stands here by its own; nobody is brought what they made.
	const isBrought = (record: VideoRecord) => !creators.has(record.userId) && mayBeReposted(record, viewer.userId);
	// A hashtag is a wish for its topic, not for whoever writes it: what the viewer wants less of stays away.
	const isOfTopic = (record: VideoRecord) => record.userId !== viewer.userId && isRecommendable(record) && !rules.unwanted(record);
	const steps = cardSteps<Followed>(services, viewer, rules.filtered);
	const list = {
		// People followed were chosen by the viewer: what is muted for the feed's choosing is theirs to show; filtered words, and people
		// muted, are not.
		...steps,
		rule(entry: Followed, known: Parameters<typeof steps.rule>[1]) {
			const record = known.entries.get(entry.id)?.record;
			if (record === undefined) return false;
			if (entry.by !== null && (!mayReach(relations, entry.by) || !isBrought(record))) return false;
			if (entry.tag !== null && !isOfTopic(record)) return false;
			return steps.rule(entry, known);
		},
		skeleton: peeking(
			async (after: { readonly id: string } | null, limit: number) => {
				const before = after?.id ?? null;
				const [own, passedOn, tagged] = await Promise.all([
					newestOf(services, people, before, limit),
					latestReposts(services, people, before, limit),
					newestOfTags(services, tags, before, limit),
				]);
				const isOwn = new Set(own.map(({ id }) => id));
				return [
					...own.map(({ id }): Followed => ({ id, place: id, by: null, tag: null })),
					...passedOn.map(({ videoId, place, by }): Followed => ({ id: videoId, place, by, tag: null })),
					...tagged.flatMap(({ id, tag }): Followed[] => (isOwn.has(id) ? [] : [{ id, place: id, by: null, tag }])),
				]
					.sort((a, b) => (BigInt(b.place) > BigInt(a.place) ? 1 : -1))
					.slice(0, limit);
			},
			({ place }) => ({ id: place }),
		),
		rounds: ROUNDS,
	};
	const { items, nextCursor } = await listPage(list, idCursor, query);
	const names = await loadSummaries(
		services,
		items.flatMap(({ entry }) => entry.by ?? []),
	);
	const cards = items.map(({ card, entry }) => {
		const repostedBy = entry.by === null ? undefined : names.get(entry.by);
		return {
			...card,
			...(repostedBy === undefined ? {} : { repostedBy }),
			...(entry.tag === null ? {} : { followedHashtag: entry.tag }),
		};
	});
	return { videos: cards, nextCursor };
}

async function newestOf(
	services: Services,
	creatorIds: readonly string[],
	before: string | null,
	limit: number,
): Promise<{ id: string }[]> {
	if (creatorIds.length === 0) return [];
	const rows = await Promise.all(
		services.db.everyVideoShard().map((database) =>
			database
				.select({ id: videos.id })
				.from(videos)
				.where(
					and(
						among(videos.userId, creatorIds),
						eq(videos.status, "ready"),
						or(eq(videos.visibility, "public"), eq(videos.visibility, "followers")),
						before === null ? undefined : lt(videos.id, before),
					),
				)
				.orderBy(desc(videos.id))
				.limit(limit),
		),
	);
	return rows
		.flat()
		.sort((a, b) => (BigInt(b.id) > BigInt(a.id) ? 1 : -1))
		.slice(0, limit);
}
