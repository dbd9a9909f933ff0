import { and, eq, isNull } from "drizzle-orm";
import { cannotBlockYourself, userNotFound } from "../../../contracts/problems/social.ts";
import { profiles } from "../../../db/schema/users.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { resolveUser } from "../../rules/users.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { addBlock, addBlockedBy, removeBlock, removeBlockedBy } from "./statements.ts";
import { type Side, writeBothSides } from "./two-sided.ts";

/** Blocks, ends follows in both directions, and takes what each was told of the other out of both inboxes; repeated, it changes nothing. @throws `user_not_found`, `forbidden` for oneself */
export async function block(services: Services, viewer: UserViewer, reference: string): Promise<{ blocked: boolean }> {
	const userId = await target(services, viewer, reference);
	const [own, theirs] = sides(viewer.userId, userId);
	await writeBothSides(services, own, theirs);
	await emit(services, "followed", { userId: viewer.userId, otherId: userId, kind: "block", isNew: true });
	return { blocked: true };
}

/** Unblocks; follows that the block ended stay ended. @throws `user_not_found`, `forbidden` for oneself */
export async function unblock(services: Services, viewer: UserViewer, reference: string): Promise<{ blocked: boolean }> {
	const userId = await target(services, viewer, reference);
	const [own, theirs] = sides(viewer.userId, userId);
	await writeBothSides(services, { ...own, run: own.undo, undo: own.run }, { ...theirs, run: theirs.undo, undo: theirs.run });
	await emit(services, "followed", { userId: viewer.userId, otherId: userId, kind: "unblock", isNew: true });
	return { blocked: false };
}

const sides = (blockerId: string, blockedId: string): [Side, Side] => [
	{ userId: blockerId, run: addBlock(blockerId, blockedId), undo: removeBlock(blockerId, blockedId) },
	{ userId: blockedId, run: addBlockedBy(blockedId, blockerId), undo: removeBlockedBy(blockedId, blockerId) },
];

async function target(services: Services, viewer: UserViewer, reference: string): Promise<string> {
	const userId = await resolveUser(services, reference);
	if (userId === viewer.userId) throw cannotBlockYourself();
	const [row] = await services.db
		.user(userId)
		.select({ id: profiles.userId })
		.from(profiles)
		.where(and(eq(profiles.userId, userId), isNull(profiles.deletedAt)));
	if (row === undefined) throw userNotFound();
	return userId;
}
