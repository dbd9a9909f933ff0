import { and, desc, eq, inArray, lt, or } from "drizzle-orm";
import type { FeedPage } from "../../contracts/feed.ts";
import { videos } from "../../db/schema/videos.ts";
import { idCursor } from "../lists/cursor.ts";
import { listPage, type PageQuery, peeking } from "../lists/pipeline.ts";
import type { Services } from "../platform/services.ts";
import { relationsOf } from "../rules/relations.ts";
import type { UserViewer } from "../rules/viewer.ts";
import { cardSteps } from "../videos/cards/index.ts";
import { rulesOf } from "./avoid.ts";

/** Filters may leave out a lot, and who follows few should still see all of them: a page is topped up more often than most. */
const ROUNDS = 20;

/** Newest videos of those followed. The cursor is the id of the last one looked at: ids rise with time. */
export async function followingPage(services: Services, viewer: UserViewer, count: number, cursor: string | undefined): Promise<FeedPage> {
	return newestPage(services, viewer, (await relationsOf(services, viewer)).following, { limit: count, cursor });
}

/** The same of those followed who follow back. */
export async function friendsPage(services: Services, viewer: UserViewer, count: number, cursor: string | undefined): Promise<FeedPage> {
	return newestPage(services, viewer, (await relationsOf(services, viewer)).friends, { limit: count, cursor });
}

async function newestPage(services: Services, viewer: UserViewer, creators: ReadonlySet<string>, query: PageQuery): Promise<FeedPage> {
	const rules = await rulesOf(services, viewer);
	const list = {
		// People followed were chosen by the viewer: what is muted for the feed's choosing is theirs to show; filtered words, and people
		// muted, are not.
		...cardSteps<{ readonly id: string }>(services, viewer, rules.filtered),
		skeleton: peeking(
			async (after: { readonly id: string } | null, limit: number) => newestOf(services, [...creators], after?.id ?? null, limit),
			(entry) => entry,
		),
		rounds: ROUNDS,
	};
	const { items, nextCursor } = await listPage(list, idCursor, query);
	return { videos: items.map(({ card }) => card), nextCursor };
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
						inArray(videos.userId, [...creatorIds]),
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
