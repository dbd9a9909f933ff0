import { cannotBlockYourself } from "../../../contracts/problems/social.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { untilRelationsHeard } from "../../rules/relations.ts";
import { mustExist, resolveUser } from "../../rules/users.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { blockSides, undone } from "./sides.ts";
import { writeBothSides } from "./two-sided.ts";

/**
 * Blocks, ends follows and requests in both directions, and takes what each was told of the other out of both inboxes; repeated, it
 * changes nothing. When it returns, no isolate shows one the other any more. @throws `user_not_found`, `forbidden` for oneself
 */
export async function block(services: Services, viewer: UserViewer, reference: string): Promise<{ blocked: boolean }> {
	const userId = await target(services, viewer, reference);
	await writeBothSides(services, ...blockSides(viewer.userId, userId));
	await emit(services, "followed", { userId: viewer.userId, otherId: userId, kind: "block", isNew: true });
	await untilRelationsHeard();
	return { blocked: true };
}

/** Unblocks; follows and requests that the block ended stay ended. @throws `user_not_found`, `forbidden` for oneself */
export async function unblock(services: Services, viewer: UserViewer, reference: string): Promise<{ blocked: boolean }> {
	const userId = await target(services, viewer, reference);
	await writeBothSides(services, ...undone(blockSides(viewer.userId, userId)));
	await emit(services, "followed", { userId: viewer.userId, otherId: userId, kind: "unblock", isNew: true });
	return { blocked: false };
}

async function target(services: Services, viewer: UserViewer, reference: string): Promise<string> {
	const userId = await resolveUser(services, reference);
	if (userId === viewer.userId) throw cannotBlockYourself();
	await mustExist(services, userId);
	return userId;
}
