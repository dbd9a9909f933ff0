import { and, desc, eq } from "drizzle-orm";
import type { AnswerOf } from "../../../contracts/endpoint.ts";
import type { listSaved } from "../../../contracts/engagement.ts";
import { userLikes, userSaves } from "../../../db/schema/users.ts";
import { belowPlace, type Place, placeCursor } from "../../lists/cursor.ts";
import { listPage, type PageQuery, peeking } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { cardSteps } from "../cards/index.ts";

type KeptPage = AnswerOf<typeof listSaved>;

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
	query: PageQuery,
): Promise<KeptPage> {
	const read = (after: Place | null, limit: number): Promise<Place[]> =>
		services.db
			.user(viewer.userId)
			.select({ at: list.createdAt, id: list.videoId })
			.from(list)
			.where(and(eq(list.userId, viewer.userId), belowPlace(list.createdAt, list.videoId, after)))
			.orderBy(desc(list.createdAt), desc(list.videoId))
			.limit(limit);
	const steps = cardSteps<Place>(services, viewer);
	const { items, nextCursor } = await listPage({ ...steps, skeleton: peeking(read, (place) => place) }, placeCursor, query);
	return { videos: items.map(({ card }) => card), nextCursor };
}
