import { and, desc, eq, inArray, lt, or } from "drizzle-orm";
import type { FeedPage } from "../../contracts/feed.ts";
import { videos } from "../../db/schema/videos.ts";
import { idCursor } from "../lists/cursor.ts";
import type { Services } from "../platform/services.ts";
import { relationsOf } from "../rules/relations.ts";
import type { UserViewer } from "../rules/viewer.ts";
import { hydrateCards } from "../videos/cards/index.ts";
import { rulesOf } from "./avoid.ts";

/** Ids are asked for beyond the page's length, for those the rules leave out. */
const SPARE = 5;

/** Newest videos of those followed. The cursor is the id of the last one looked at: ids rise with time. */
export async function followingPage(services: Services, viewer: UserViewer, count: number, cursor: string | undefined): Promise<FeedPage> {
	const [{ following }, rules] = await Promise.all([relationsOf(services, viewer), rulesOf(services, viewer)]);
	const before = idCursor.decode(cursor)?.id ?? null;
	const cards: FeedPage["videos"] = [];
	let last = before;
	while (following.size > 0 && cards.length < count) {
		const wanted = count - cards.length + SPARE;
		const ids = await newestOf(services, [...following], last, wanted);
		// People followed were chosen by the viewer: what is muted for the feed's choosing is theirs to show, filtered words are not.
		const seen = await hydrateCards(services, viewer, ids, rules.filtered);
		const room = count - cards.length;
		cards.push(...seen.slice(0, room));
		// What did not fit is looked at again by the next page.
		last = seen.length > room ? (seen[room - 1]?.id ?? last) : (ids.at(-1) ?? last);
		if (ids.length < wanted && seen.length <= room) return { videos: cards, nextCursor: null };
	}
	return { videos: cards, nextCursor: following.size === 0 ? null : last };
}

async function newestOf(services: Services, creatorIds: readonly string[], before: string | null, limit: number): Promise<string[]> {
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
	const ids = rows.flat().map(({ id }) => id);
	return ids.sort((a, b) => (BigInt(b) > BigInt(a) ? 1 : -1)).slice(0, limit);
}
