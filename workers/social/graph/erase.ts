import { eq } from "drizzle-orm";
import { blockedBy, blocks, followers, followRequests, follows, mutes, sentRequests } from "../../../db/schema/users.ts";
import type { Services } from "../../platform/services.ts";
import { outdateRelations } from "../../rules/relations.ts";
import { withdrawAgain } from "../notifications/withdraw.ts";
import { blockSides, followSides, requestSides, undone } from "./sides.ts";
import { writeBothSides } from "./two-sided.ts";

/** At most this many follows, requests or blocks of each kind are ended in one go; the next go takes the next. */
const BATCH = 200;

/** Ends every follow, request, mute and block of somebody who leaves, from both sides and with both counters. @returns whether nothing is left */
export async function eraseGraphOf(services: Services, userId: string): Promise<boolean> {
	const database = services.db.user(userId);
	const [following, followed, asked, asking, blocking, blockers] = await database.batch([
		database.select({ id: follows.followeeId }).from(follows).where(eq(follows.followerId, userId)).limit(BATCH),
		database.select({ id: followers.followerId }).from(followers).where(eq(followers.followeeId, userId)).limit(BATCH),
		database.select({ id: sentRequests.userId }).from(sentRequests).where(eq(sentRequests.requesterId, userId)).limit(BATCH),
		database.select({ id: followRequests.requesterId }).from(followRequests).where(eq(followRequests.userId, userId)).limit(BATCH),
		database.select({ id: blocks.blockedId }).from(blocks).where(eq(blocks.userId, userId)).limit(BATCH),
		database.select({ id: blockedBy.blockerId }).from(blockedBy).where(eq(blockedBy.userId, userId)).limit(BATCH),
	]);
	for (const { id } of following) {
		await writeBothSides(services, ...undone(followSides(userId, id)));
		await withdrawAgain(services, id, { actorId: userId });
	}
	for (const { id } of followed) await writeBothSides(services, ...undone(followSides(id, userId)));
	for (const { id } of asked) {
		await writeBothSides(services, ...undone(requestSides(userId, id)));
		await withdrawAgain(services, id, { actorId: userId });
	}
	for (const { id } of asking) await writeBothSides(services, ...undone(requestSides(id, userId)));
	for (const { id } of blocking) await writeBothSides(services, ...undone(blockSides(userId, id)));
	for (const { id } of blockers) await writeBothSides(services, ...undone(blockSides(id, userId)));
	await database.delete(mutes).where(eq(mutes.userId, userId));
	// Nobody knows who muted the person but those: their rows are in any shard.
	for (const shard of services.db.everyUserShard()) await shard.delete(mutes).where(eq(mutes.mutedId, userId));
	const ended = [following, followed, asked, asking, blocking, blockers];
	const others = ended.flat().map(({ id }) => id);
	if (others.length > 0) await outdateRelations(services, ...new Set(others));
	return ended.every(({ length }) => length < BATCH);
}
