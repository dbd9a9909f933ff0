import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { AnswerOf } from "../../../contracts/endpoint.ts";
import type { listSaved } from "../../../contracts/engagement.ts";
import { userLikes, userSaves } from "../../../db/schema/users.ts";
import { type Place, placeCursor } from "../../lists/cursor.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { hydrateCards } from "../cards/index.ts";

type KeptPage = AnswerOf<typeof listSaved>;
interface PageQuery {
	readonly limit: number;
	readonly cursor?: string | undefined;
}

/** How often a page that the rules left short is topped up before it is handed out as it is. */
const TOP_UPS = 5;

/** The viewer's favourites, latest first; nobody else's to see. */
export const savedPage = (services: Services, viewer: UserViewer, query: PageQuery): Promise<KeptPage> =>
	keptPage(services, viewer, userSaves, query);

/** What the viewer likes, latest first; nobody else's to see. */
export const likedPage = (services: Services, viewer: UserViewer, query: PageQuery): Promise<KeptPage> =>
	keptPage(services, viewer, userLikes, query);

/** What the viewer may not see any more is left out, and back when they may. */
async function keptPage(
	services: Services,
	viewer: UserViewer,
	list: typeof userSaves | typeof userLikes,
	{ limit, cursor }: PageQuery,
): Promise<KeptPage> {
	let after = placeCursor.decode(cursor);
	const cards: KeptPage["videos"] = [];
	for (let round = 0; round < TOP_UPS; round++) {
		const room = limit - cards.length;
		const places = await services.db
			.user(viewer.userId)
			.select({ at: list.createdAt, id: list.videoId })
			.from(list)
			.where(and(eq(list.userId, viewer.userId), below(sql`${list.createdAt}`, sql`${list.videoId}`, after)))
			.orderBy(desc(list.createdAt), desc(list.videoId))
			.limit(room + 1);
		const here = places.slice(0, room);
		const ids = here.map(({ id }) => id);
		cards.push(...(await hydrateCards(services, viewer, ids)));
		after = here.at(-1) ?? after;
		if (places.length <= room) return { videos: cards, nextCursor: null };
		if (cards.length === limit) break;
	}
	return { videos: cards, nextCursor: after === null ? null : placeCursor.encode(after) };
}

const below = (at: SQL, id: SQL, after: Place | null): SQL | undefined =>
	after === null ? undefined : sql`(${at}, ${id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::bigint)`;
