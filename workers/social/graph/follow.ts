import { and, eq, isNull } from "drizzle-orm";
import { FOLLOWING_MAX } from "../../../contracts/limits.ts";
import { cannotFollowThem, cannotFollowYourself, followingFull, userNotFound, youBlockedThem } from "../../../contracts/problems/social.ts";
import { blockedBy, blocks, follows, profiles } from "../../../db/schema/users.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { spendAllowance } from "../../quotas/index.ts";
import { resolveUser } from "../../rules/users.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { addFollow, addFollower, removeFollow, removeFollower } from "./statements.ts";
import { writeBothSides } from "./two-sided.ts";

export interface FollowAnswer {
	readonly following: boolean;
	readonly followersCount: number;
}

/**
 * Follows; repeated, it changes nothing. Both lists and both counters are right under any race.
 * @throws `user_not_found`; `forbidden` for oneself, behind a block in either direction, and past `FOLLOWING_MAX`; `daily_limit`
 */
export async function follow(services: Services, viewer: UserViewer, reference: string): Promise<FollowAnswer> {
	const followeeId = await resolveUser(services, reference);
	if (followeeId === viewer.userId) throw cannotFollowYourself();
	await checkedTarget(services, followeeId);
	await checkMayFollow(services, viewer.userId, followeeId);
	await spendAllowance(services, viewer.userId, "follow", followeeId, () => isFollowing(services, viewer.userId, followeeId));
	const isNew = await writeBothSides(
		services,
		{ userId: viewer.userId, run: addFollow(viewer.userId, followeeId), undo: removeFollow(viewer.userId, followeeId) },
		{ userId: followeeId, run: addFollower(followeeId, viewer.userId), undo: removeFollower(followeeId, viewer.userId) },
	);
	await emit(services, "followed", { userId: viewer.userId, otherId: followeeId, kind: "follow", isNew });
	return standing(services, viewer.userId, followeeId);
}

/** Stops following; repeated, it changes nothing. @throws `user_not_found` */
export async function unfollow(services: Services, viewer: UserViewer, reference: string): Promise<FollowAnswer> {
	const followeeId = await resolveUser(services, reference);
	await checkedTarget(services, followeeId);
	await writeBothSides(
		services,
		{ userId: viewer.userId, run: removeFollow(viewer.userId, followeeId), undo: addFollow(viewer.userId, followeeId) },
		{ userId: followeeId, run: removeFollower(followeeId, viewer.userId), undo: addFollower(followeeId, viewer.userId) },
	);
	await emit(services, "followed", { userId: viewer.userId, otherId: followeeId, kind: "unfollow", isNew: false });
	return standing(services, viewer.userId, followeeId);
}

async function checkedTarget(services: Services, userId: string): Promise<number> {
	const [row] = await services.db
		.user(userId)
		.select({ followersCount: profiles.followersCount })
		.from(profiles)
		.where(and(eq(profiles.userId, userId), isNull(profiles.deletedAt)));
	if (row === undefined) throw userNotFound();
	return row.followersCount;
}

async function checkMayFollow(services: Services, viewerId: string, userId: string): Promise<void> {
	const database = services.db.user(viewerId);
	const [blocking, blockers, own] = await database.batch([
		database
			.select({ id: blocks.blockedId })
			.from(blocks)
			.where(and(eq(blocks.userId, viewerId), eq(blocks.blockedId, userId))),
		database
			.select({ id: blockedBy.blockerId })
			.from(blockedBy)
			.where(and(eq(blockedBy.userId, viewerId), eq(blockedBy.blockerId, userId))),
		database.select({ followingCount: profiles.followingCount }).from(profiles).where(eq(profiles.userId, viewerId)),
	]);
	if (blocking.length > 0) throw youBlockedThem();
	if (blockers.length > 0) throw cannotFollowThem();
	if ((own[0]?.followingCount ?? 0) >= FOLLOWING_MAX) {
		throw followingFull();
	}
}

async function standing(services: Services, viewerId: string, userId: string): Promise<FollowAnswer> {
	const [followersCount, following] = await Promise.all([checkedTarget(services, userId), isFollowing(services, viewerId, userId)]);
	return { following, followersCount };
}

async function isFollowing(services: Services, viewerId: string, userId: string): Promise<boolean> {
	const rows = await services.db
		.user(viewerId)
		.select({ id: follows.followeeId })
		.from(follows)
		.where(and(eq(follows.followerId, viewerId), eq(follows.followeeId, userId)));
	return rows.length > 0;
}
