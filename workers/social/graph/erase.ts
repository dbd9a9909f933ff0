import { eq } from "drizzle-orm";
import { blockedBy, blocks, followers, follows } from "../../../db/schema/users.ts";
import type { Services } from "../../platform/services.ts";
import { outdateRelations } from "../../rules/relations.ts";
import { withdrawAgain } from "../notifications/withdraw.ts";
import { removeBlock, removeBlockedBy, removeFollow, removeFollower } from "./statements.ts";
import { writeBothSides } from "./two-sided.ts";

/** At most this many follows or blocks of each kind are ended in one go; the next go takes the next. */
const BATCH = 200;

/** Ends every follow and block of somebody who leaves, from both sides and with both counters. @returns whether nothing is left */
export async function eraseGraphOf(services: Services, userId: string): Promise<boolean> {
	const database = services.db.user(userId);
	const [following, followed, blocking, blockers] = await database.batch([
		database.select({ id: follows.followeeId }).from(follows).where(eq(follows.followerId, userId)).limit(BATCH),
		database.select({ id: followers.followerId }).from(followers).where(eq(followers.followeeId, userId)).limit(BATCH),
		database.select({ id: blocks.blockedId }).from(blocks).where(eq(blocks.userId, userId)).limit(BATCH),
		database.select({ id: blockedBy.blockerId }).from(blockedBy).where(eq(blockedBy.userId, userId)).limit(BATCH),
	]);
	for (const { id } of following) {
		await endFollow(services, userId, id);
		await withdrawAgain(services, id, { actorId: userId });
	}
	for (const { id } of followed) await endFollow(services, id, userId);
	for (const { id } of blocking) await endBlock(services, userId, id);
	for (const { id } of blockers) await endBlock(services, id, userId);
	const others = [...following, ...followed, ...blocking, ...blockers].map(({ id }) => id);
	if (others.length > 0) await outdateRelations(services, ...new Set(others));
	return [following, followed, blocking, blockers].every(({ length }) => length < BATCH);
}

const endFollow = (services: Services, followerId: string, followeeId: string) =>
	writeBothSides(
		services,
		{ userId: followerId, run: removeFollow(followerId, followeeId), undo: removeFollow(followerId, followeeId) },
		{ userId: followeeId, run: removeFollower(followeeId, followerId), undo: removeFollower(followeeId, followerId) },
	);

const endBlock = (services: Services, blockerId: string, blockedId: string) =>
	writeBothSides(
		services,
		{ userId: blockerId, run: removeBlock(blockerId, blockedId), undo: removeBlock(blockerId, blockedId) },
		{ userId: blockedId, run: removeBlockedBy(blockedId, blockerId), undo: removeBlockedBy(blockedId, blockerId) },
	);
