import { and, desc, eq } from "drizzle-orm";
import type { AnswerOf } from "../../contracts/endpoint.ts";
import type { listReposts as contract } from "../../contracts/reposts.ts";
import { reposts } from "../../db/schema/users.ts";
import { belowPlace, type Place, placeCursor } from "../lists/cursor.ts";
import { listPage, type PageQuery, peeking } from "../lists/pipeline.ts";
import type { Services } from "../platform/services.ts";
import { mustSeeListsOf, resolveUser } from "../rules/users.ts";
import { mayBeReposted } from "../rules/videos.ts";
import type { Viewer } from "../rules/viewer.ts";
import { cardSteps } from "../videos/cards/index.ts";

/** What a user passed on, latest first; what may not be passed on any more is left out. @throws `user_not_found`, `account_private` */
export async function listReposts(services: Services, viewer: Viewer, user: string, query: PageQuery): Promise<AnswerOf<typeof contract>> {
	const userId = await resolveUser(services, user);
	await mustSeeListsOf(services, viewer, userId);
	const read = (after: Place | null, limit: number): Promise<Place[]> =>
		services.db
			.user(userId)
			.select({ at: reposts.createdAt, id: reposts.videoId })
			.from(reposts)
			.where(and(eq(reposts.userId, userId), belowPlace(reposts.createdAt, reposts.videoId, after)))
			.orderBy(desc(reposts.createdAt), desc(reposts.videoId))
			.limit(limit);
	const steps = cardSteps<Place>(services, viewer, (record) => !mayBeReposted(record, userId));
	const { items, nextCursor } = await listPage({ ...steps, skeleton: peeking(read, (place) => place) }, placeCursor, query);
	return { videos: items.map(({ card }) => card), nextCursor };
}
