import { and, eq, ne } from "drizzle-orm";
import { MUTES_MAX } from "../../../contracts/limits.ts";
import { cannotMuteYourself, mutesFull } from "../../../contracts/problems/social.ts";
import { mutes } from "../../../db/schema/users.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { untilRelationsHeard } from "../../rules/relations.ts";
import { mustExistFor, resolveUser } from "../../rules/users.ts";
import type { UserViewer } from "../../rules/viewer.ts";

/**
 * Mutes: what they make and do does not come to the viewer any more, in any isolate from the return on. They don't learn of it. Repeated,
 * it changes nothing. @throws `user_not_found`, `forbidden` for oneself, `mutes_full`
 */
export async function mute(services: Services, viewer: UserViewer, reference: string): Promise<{ muted: boolean }> {
	const mutedId = await resolveUser(services, reference);
	if (mutedId === viewer.userId) throw cannotMuteYourself();
	await mustExistFor(services, viewer, mutedId);
	const database = services.db.user(viewer.userId);
	const others = await database.$count(mutes, and(eq(mutes.userId, viewer.userId), ne(mutes.mutedId, mutedId)));
	if (others >= MUTES_MAX) throw mutesFull();
	const createdAt = new Date(services.clock());
	await database.insert(mutes).values({ userId: viewer.userId, mutedId, createdAt }).onConflictDoNothing();
	await emit(services, "followed", { userId: viewer.userId, otherId: mutedId, kind: "mute", isNew: true });
	await untilRelationsHeard();
	return { muted: true };
}

/** Unmutes, whatever became of them; repeated, it changes nothing. @throws `user_not_found` for an unknown name, `forbidden` for oneself */
export async function unmute(services: Services, viewer: UserViewer, reference: string): Promise<{ muted: boolean }> {
	const mutedId = await resolveUser(services, reference);
	if (mutedId === viewer.userId) throw cannotMuteYourself();
	await services.db
		.user(viewer.userId)
		.delete(mutes)
		.where(and(eq(mutes.userId, viewer.userId), eq(mutes.mutedId, mutedId)));
	await emit(services, "followed", { userId: viewer.userId, otherId: mutedId, kind: "unmute", isNew: true });
	return { muted: false };
}
