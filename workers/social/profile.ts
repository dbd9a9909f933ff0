import { and, eq, isNull } from "drizzle-orm";
import { userNotFound } from "../../contracts/problems/social.ts";
import type { UserProfile } from "../../contracts/users.ts";
import { blockedBy, blocks, followers, follows, profiles } from "../../db/schema/users.ts";
import type { Services } from "../platform/services.ts";
import { resolveUser } from "../rules/users.ts";
import type { Viewer } from "../rules/viewer.ts";

/** How the viewer stands to one user, from the rows themselves: one's own follow or block is in the very next read. */
async function standingTo(services: Services, viewer: Viewer, userId: string) {
	if (viewer.kind === "guest" || viewer.userId === userId)
		return { following: false, followsYou: false, blocked: false, blockedYou: false };
	const database = services.db.user(viewer.userId);
	const [following, followed, blocking, blockers] = await database.batch([
		database
			.select({ id: follows.followeeId })
			.from(follows)
			.where(and(eq(follows.followerId, viewer.userId), eq(follows.followeeId, userId))),
		database
			.select({ id: followers.followerId })
			.from(followers)
			.where(and(eq(followers.followeeId, viewer.userId), eq(followers.followerId, userId))),
		database
			.select({ id: blocks.blockedId })
			.from(blocks)
			.where(and(eq(blocks.userId, viewer.userId), eq(blocks.blockedId, userId))),
		database
			.select({ id: blockedBy.blockerId })
			.from(blockedBy)
			.where(and(eq(blockedBy.userId, viewer.userId), eq(blockedBy.blockerId, userId))),
	]);
	return {
		following: following.length > 0,
		followsYou: followed.length > 0,
		blocked: blocking.length > 0,
		blockedYou: blockers.length > 0,
	};
}

/** A profile as the viewer may see it; who blocked the viewer does not exist for them. @throws `user_not_found` */
export async function loadProfile(services: Services, viewer: Viewer, reference: string): Promise<UserProfile> {
	const userId = await resolveUser(services, reference);
	const [rows, standing] = await Promise.all([
		services.db
			.user(userId)
			.select()
			.from(profiles)
			.where(and(eq(profiles.userId, userId), isNull(profiles.deletedAt))),
		standingTo(services, viewer, userId),
	]);
	const [row] = rows;
	if (row === undefined || standing.blockedYou) throw userNotFound();
	return {
		id: row.userId,
		username: row.username,
		displayName: row.displayName,
		avatarUrl: row.avatarUrl,
		verified: row.verified,
		bio: row.bio,
		followersCount: row.followersCount,
		followingCount: row.followingCount,
		likesCount: row.likesCount,
		videosCount: row.videosCount,
		createdAt: row.createdAt.toISOString(),
		following: standing.following,
		followsYou: standing.followsYou,
		blocked: standing.blocked,
		isYou: viewer.kind === "user" && viewer.userId === userId,
	};
}
