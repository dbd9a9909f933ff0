import { and, eq, isNull } from "drizzle-orm";
import { userNotFound } from "../../contracts/problems/social.ts";
import type { UserProfile } from "../../contracts/users.ts";
import { profiles } from "../../db/schema/users.ts";
import type { Services } from "../platform/services.ts";
import { maySeeListsOf } from "../rules/people.ts";
import { standingTo } from "../rules/standing.ts";
import { resolveUser } from "../rules/users.ts";
import { userIdOf, type Viewer } from "../rules/viewer.ts";

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
	const following = new Set(standing.following ? [userId] : []);
	return {
		id: row.userId,
		username: row.username,
		displayName: row.displayName,
		avatarUrl: row.avatarUrl,
		verified: row.verified,
		bio: row.bio,
		links: row.links,
		showsLiked: row.showsLiked,
		followersCount: row.followersCount,
		followingCount: row.followingCount,
		likesCount: row.likesCount,
		videosCount: row.videosCount,
		createdAt: row.createdAt.toISOString(),
		isPrivate: row.isPrivate,
		mayOpen: maySeeListsOf(row, userIdOf(viewer), { following }),
		following: standing.following,
		requested: standing.requested,
		followsYou: standing.followsYou,
		requestedYou: standing.requestedYou,
		blocked: standing.blocked,
		muted: standing.muted,
		isYou: viewer.kind === "user" && viewer.userId === userId,
	};
}
