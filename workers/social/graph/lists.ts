import { and, desc, eq } from "drizzle-orm";
import type { UserSummary } from "../../../contracts/users.ts";
import { blocks, followers, follows, mutes } from "../../../db/schema/users.ts";
import { belowPlace, type Place } from "../../lists/cursor.ts";
import { peoplePage } from "../../lists/people-page.ts";
import type { PageQuery } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import { mayMeet } from "../../rules/people.ts";
import { relationsOf } from "../../rules/relations.ts";
import { mustSeeListsOf, resolveUser } from "../../rules/users.ts";
import type { UserViewer, Viewer } from "../../rules/viewer.ts";

export interface UserPage {
	readonly users: UserSummary[];
	readonly nextCursor: string | null;
}
/** Reads ids and times after a place, newest first. */
type Read = (after: Place | null, limit: number) => Promise<Place[]>;

/** Who follows a user, newest first. @throws `user_not_found`, `account_private` */
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

/** Whom a user follows, newest first. @throws `user_not_found`, `account_private` */
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

/** Whom the viewer muted, latest first. */
export function listMuted(services: Services, viewer: UserViewer, query: PageQuery): Promise<UserPage> {
	const read: Read = (after, limit) =>
		services.db
			.user(viewer.userId)
			.select({ id: mutes.mutedId, at: mutes.createdAt })
			.from(mutes)
			.where(and(eq(mutes.userId, viewer.userId), belowPlace(mutes.createdAt, mutes.mutedId, after)))
			.orderBy(desc(mutes.createdAt), desc(mutes.mutedId))
			.limit(limit);
	return pageOf(services, read, () => true, query);
}

/** Whom the viewer blocked, latest first. */
export function listBlocked(services: Services, viewer: UserViewer, query: PageQuery): Promise<UserPage> {
	const read: Read = (after, limit) =>
		services.db
			.user(viewer.userId)
			.select({ id: blocks.blockedId, at: blocks.createdAt })
			.from(blocks)
			.where(and(eq(blocks.userId, viewer.userId), belowPlace(blocks.createdAt, blocks.blockedId, after)))
			.orderBy(desc(blocks.createdAt), desc(blocks.blockedId))
			.limit(limit);
	return pageOf(services, read, () => true, query);
}

/** People the viewer follows who follow back, those followed last first. */
export async function listFriends(services: Services, viewer: UserViewer, query: PageQuery): Promise<UserPage> {
	const relations = await relationsOf(services, viewer);
	const read: Read = (after, limit) =>
		services.db
			.user(viewer.userId)
			.select({ id: follows.followeeId, at: follows.createdAt })
			.from(follows)
			.innerJoin(followers, and(eq(followers.followeeId, follows.followerId), eq(followers.followerId, follows.followeeId)))
			.where(and(eq(follows.followerId, viewer.userId), belowPlace(follows.createdAt, follows.followeeId, after)))
			.orderBy(desc(follows.createdAt), desc(follows.followeeId))
			.limit(limit);
	return pageOf(services, read, (id) => mayMeet(relations, id), query);
}

/** Who blocks the viewer or is blocked is left out. @throws `account_private` */
async function listUsers(services: Services, viewer: Viewer, userId: string, read: Read, query: PageQuery): Promise<UserPage> {
	await mustSeeListsOf(services, viewer, userId);
	const relations = await relationsOf(services, viewer);
	return pageOf(services, read, (id) => mayMeet(relations, id), query);
}

/** Who is gone is left out. */
async function pageOf(services: Services, read: Read, isShown: (userId: string) => boolean, query: PageQuery): Promise<UserPage> {
	const { items, nextCursor } = await peoplePage(services, read, isShown, query);
	return { users: items.map(({ user }) => user), nextCursor };
}
