import { and, eq, isNull } from "drizzle-orm";
import { FOLLOW_REQUESTS_MAX, FOLLOWING_MAX } from "../../../contracts/limits.ts";
import {
	cannotFollowThem,
	cannotFollowYourself,
	followingFull,
	requestsFull,
	userNotFound,
	youBlockedThem,
} from "../../../contracts/problems/social.ts";
import { blockedBy, blocks, followRequests, profiles } from "../../../db/schema/users.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { spendAllowance } from "../../quotas/index.ts";
import { standingTo } from "../../rules/standing.ts";
import { resolveUser } from "../../rules/users.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { acceptAll } from "./requests.ts";
import { followSides, requestSides, undone } from "./sides.ts";
import { writeBothSides } from "./two-sided.ts";

export interface FollowAnswer {
	readonly following: boolean;
	/** The account is private and has not answered yet. */
	readonly requested: boolean;
	readonly followersCount: number;
}

/**
 * Follows, or asks to follow a private account; repeated, it changes nothing. Lists and counters are right under any race.
 * @throws `user_not_found`; `forbidden` for oneself, behind a block in either direction, and past `FOLLOWING_MAX`; `daily_limit`;
 * `requests_full` when too many wait for the answer
 */
export async function follow(services: Services, viewer: UserViewer, reference: string): Promise<FollowAnswer> {
	const followeeId = await resolveUser(services, reference);
	if (followeeId === viewer.userId) throw cannotFollowYourself();
	const { isPrivate } = await targetOf(services, followeeId);
	await checkMayFollow(services, viewer.userId, followeeId);
	const isDone = async () => {
		const { following, requested } = await standingTo(services, viewer, followeeId);
		return following || requested;
	};
	if (isPrivate && !(await isDone())) await checkRoom(services, followeeId);
	await spendAllowance(services, viewer.userId, "follow", followeeId, isDone);
	if (isPrivate) await ask(services, viewer.userId, followeeId);
	else await followAtOnce(services, viewer.userId, followeeId);
	return standing(services, viewer, followeeId);
}

async function followAtOnce(services: Services, viewerId: string, followeeId: string): Promise<void> {
	const isNew = await writeBothSides(services, ...followSides(viewerId, followeeId));
	await emit(services, "followed", { userId: viewerId, otherId: followeeId, kind: "follow", isNew });
}

async function ask(services: Services, viewerId: string, userId: string): Promise<void> {
	const isNew = await writeBothSides(services, ...requestSides(viewerId, userId));
	await emit(services, "followed", { userId: viewerId, otherId: userId, kind: "request", isNew });
	// It may have turned public meanwhile, and accepted all who waited before this one.
	if (!(await targetOf(services, userId)).isPrivate) await acceptAll(services, userId);
}

/** Stops following, and takes a request back; repeated, it changes nothing. @throws `user_not_found` */
export async function unfollow(services: Services, viewer: UserViewer, reference: string): Promise<FollowAnswer> {
	const followeeId = await resolveUser(services, reference);
	await targetOf(services, followeeId);
	const { requested } = await standingTo(services, viewer, followeeId);
	if (requested) {
		await writeBothSides(services, ...undone(requestSides(viewer.userId, followeeId)));
		await emit(services, "followed", { userId: viewer.userId, otherId: followeeId, kind: "unrequest", isNew: false });
	}
	// Also after a request: it may have been accepted this very moment.
	await writeBothSides(services, ...undone(followSides(viewer.userId, followeeId)));
	await emit(services, "followed", { userId: viewer.userId, otherId: followeeId, kind: "unfollow", isNew: false });
	return standing(services, viewer, followeeId);
}

/** Whom one means to follow. @throws `user_not_found` */
async function targetOf(services: Services, userId: string): Promise<{ readonly followersCount: number; readonly isPrivate: boolean }> {
	const [row] = await services.db
		.user(userId)
		.select({ followersCount: profiles.followersCount, isPrivate: profiles.isPrivate })
		.from(profiles)
		.where(and(eq(profiles.userId, userId), isNull(profiles.deletedAt)));
	if (row === undefined) throw userNotFound();
	return row;
}

async function checkRoom(services: Services, userId: string): Promise<void> {
	const waiting = await services.db.user(userId).$count(followRequests, eq(followRequests.userId, userId));
	if (waiting >= FOLLOW_REQUESTS_MAX) throw requestsFull();
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

async function standing(services: Services, viewer: UserViewer, userId: string): Promise<FollowAnswer> {
	const [{ followersCount }, { following, requested }] = await Promise.all([
		targetOf(services, userId),
		standingTo(services, viewer, userId),
	]);
	return { following, requested, followersCount };
}
