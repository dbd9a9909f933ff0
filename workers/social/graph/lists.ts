import { and, desc, eq } from "drizzle-orm";
import type { UserSummary } from "../../../contracts/users.ts";
import { followers, follows } from "../../../db/schema/users.ts";
import { belowPlace, type Place, placeCursor } from "../../lists/cursor.ts";
import { loadSummaries } from "../../lists/people.ts";
import { listPage, type PageQuery, peeking } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import { mayMeet } from "../../rules/people.ts";
import { relationsOf } from "../../rules/relations.ts";
import { mustExistFor, resolveUser } from "../../rules/users.ts";
import type { Viewer } from "../../rules/viewer.ts";

export interface UserPage {
	readonly users: UserSummary[];
	readonly nextCursor: string | null;
}
/** Reads ids and times after a place, newest first. */
type Read = (after: Place | null, limit: number) => Promise<Place[]>;

/** Who follows a user, newest first. @throws `user_not_found` */
export async function listFollowers(services: Services, viewer: Viewer, reference: string, query: PageQuery): Promise<UserPage> {
	const userId = await resolveUser(services, reference);
	const read: Read = (after, limit) =>
		services.db
			.user(userId)
			.select({ id: followers.followerId, at: followers.createdAt })
			.from(followers)
			.where(and(eq(followers.followeeId, userId), belowPlace(followers.createdAt, followers.followerId, after)))
			.orderBy(desc(followers.createdAt), desc(followers.followerId))
			.limit(limit);
	return listUsers(services, viewer, userId, read, query);
}

/** Whom a user follows, newest first. @throws `user_not_found` */
export async function listFollowing(services: Services, viewer: Viewer, reference: string, query: PageQuery): Promise<UserPage> {
	const userId = await resolveUser(services, reference);
	const read: Read = (after, limit) =>
		services.db
			.user(userId)
			.select({ id: follows.followeeId, at: follows.createdAt })
			.from(follows)
			.where(and(eq(follows.followerId, userId), belowPlace(follows.createdAt, follows.followeeId, after)))
			.orderBy(desc(follows.createdAt), desc(follows.followeeId))
			.limit(limit);
	return listUsers(services, viewer, userId, read, query);
}

/** Who is gone, and who blocks the viewer or is blocked, is left out. */
async function listUsers(services: Services, viewer: Viewer, userId: string, read: Read, query: PageQuery): Promise<UserPage> {
	await mustExistFor(services, viewer, userId);
	const relations = await relationsOf(services, viewer);
	const skeleton = peeking(read, (place: Place) => place);
	const { items, nextCursor } = await listPage(
		{
			skeleton,
			hydrate: (places) =>
				loadSummaries(
					services,
					places.map(({ id }) => id),
				),
			rule: ({ id }, summaries) => summaries.has(id) && mayMeet(relations, id),
			present: (places, summaries) => places.flatMap(({ id }) => summaries.get(id) ?? []),
		},
		placeCursor,
		query,
	);
	return { users: items, nextCursor };
}
