import { and, desc, eq } from "drizzle-orm";
import type { AnswerOf } from "../../../contracts/endpoint.ts";
import type { listSaved } from "../../../contracts/engagement.ts";
import { likedNotShown } from "../../../contracts/problems/social.ts";
import { profiles, userLikes, userSaves } from "../../../db/schema/users.ts";
import { belowPlace, type Place, placeCursor } from "../../lists/cursor.ts";
import { listPage, type PageQuery, peeking } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import { mustSeeListsOf, resolveUser } from "../../rules/users.ts";
import { type UserViewer, userIdOf, type Viewer } from "../../rules/viewer.ts";
import { cardSteps } from "../cards/index.ts";

type KeptPage = AnswerOf<typeof listSaved>;

/** The viewer's favourites, latest first; nobody else's to see. */
export const savedPage = (services: Services, viewer: UserViewer, query: PageQuery): Promise<KeptPage> =>
	keptPage(services, viewer, viewer.userId, userSaves, query);

/** What the viewer likes, latest first. */
export const likedPage = (services: Services, viewer: UserViewer, query: PageQuery): Promise<KeptPage> =>
	keptPage(services, viewer, viewer.userId, userLikes, query);

/** What somebody likes who shows it, latest first, as far as the viewer may see it. @throws `user_not_found`, `account_private`, `forbidden` */
export async function likedPageOf(services: Services, viewer: Viewer, user: string, query: PageQuery): Promise<KeptPage> {
	const userId = await resolveUser(services, user);
	if (userId !== userIdOf(viewer)) {
		await mustSeeListsOf(services, viewer, userId);
		const [owner] = await services.db
			.user(userId)
			.select({ showsLiked: profiles.showsLiked })
			.from(profiles)
			.where(eq(profiles.userId, userId));
		if (owner?.showsLiked !== true) throw likedNotShown();
	}
	return keptPage(services, viewer, userId, userLikes, query);
}

/** What the viewer may not see any more is left out, and back when they may. */
async function keptPage(
	services: Services,
	viewer: Viewer,
	userId: string,
	list: typeof userSaves | typeof userLikes,
	query: PageQuery,
): Promise<KeptPage> {
	const read = (after: Place | null, limit: number): Promise<Place[]> =>
		services.db
			.user(userId)
			.select({ at: list.createdAt, id: list.videoId })
			.from(list)
			.where(and(eq(list.userId, userId), belowPlace(list.createdAt, list.videoId, after)))
			.orderBy(desc(list.createdAt), desc(list.videoId))
			.limit(limit);
	const steps = cardSteps<Place>(services, viewer);
	const { items, nextCursor } = await listPage({ ...steps, skeleton: peeking(read, (place) => place) }, placeCursor, query);
	return { videos: items.map(({ card }) => card), nextCursor };
}
