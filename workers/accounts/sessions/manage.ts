import { and, desc, eq, gt, ne } from "drizzle-orm";
import type * as z from "zod";
import type { SessionInfo } from "../../../contracts/users.ts";
import { accountSessions } from "../../../db/schema/directory.ts";
import { untilHeard } from "../../platform/changes.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { forgetSessions, outdateSessions } from "./read.ts";

/** Where the viewer is signed in, last used first. */
export async function listSessions(services: Services, viewer: UserViewer): Promise<z.infer<typeof SessionInfo>[]> {
	const rows = await services.db
		.directory()
		.select()
		.from(accountSessions)
		.where(and(eq(accountSessions.userId, viewer.userId), gt(accountSessions.expiresAt, new Date(services.clock()))))
		.orderBy(desc(accountSessions.updatedAt));
	return rows.map((row) => ({
		id: row.id,
		createdAt: row.createdAt.toISOString(),
		lastSeenAt: row.updatedAt.toISOString(),
		expiresAt: row.expiresAt.toISOString(),
		userAgent: row.userAgent || null,
		ipAddress: row.ipAddress || null,
		current: row.id === viewer.sessionId,
	}));
}

/** Ends one session of the viewer. @returns false when there is none of this id */
export async function revokeSession(services: Services, viewer: UserViewer, sessionId: string): Promise<boolean> {
	const removed = await services.db
		.directory()
		.delete(accountSessions)
		.where(and(eq(accountSessions.id, sessionId), eq(accountSessions.userId, viewer.userId)))
		.returning({ id: accountSessions.id, token: accountSessions.token });
	await forgetSessions(services, removed);
	await tellEnded(services, viewer.userId, removed);
	return removed.length > 0;
}

/** Ends every session of a user, or every one but `exceptId`. From the return on none of them does anything, anywhere. @returns how many */
export async function endSessions(services: Services, userId: string, exceptId?: string): Promise<number> {
	const others = exceptId === undefined ? undefined : ne(accountSessions.id, exceptId);
	const removed = await services.db
		.directory()
		.delete(accountSessions)
		.where(and(eq(accountSessions.userId, userId), others))
		.returning({ id: accountSessions.id, token: accountSessions.token });
	await forgetSessions(services, removed);
	await tellEnded(services, userId, removed);
	if (removed.length > 0) await untilHeard();
	return removed.length;
}

/** To be called after what a session says of its user changed: every one of theirs is read anew. */
export async function renewSessions(services: Services, userId: string): Promise<void> {
	const { id, token } = accountSessions;
	await outdateSessions(
		services,
		await services.db.directory().select({ id, token }).from(accountSessions).where(eq(accountSessions.userId, userId)),
	);
}

/** Ends the session of a token that was not handed out. */
export async function endSessionOf(services: Services, token: string): Promise<void> {
	const removed = await services.db
		.directory()
		.delete(accountSessions)
		.where(eq(accountSessions.token, token))
		.returning({ id: accountSessions.id, token: accountSessions.token });
	await forgetSessions(services, removed);
}

/** Nobody ever opened anything with a token that was not handed out; what hangs on the others ends with them. */
async function tellEnded(services: Services, userId: string, ended: readonly { readonly id: string }[]): Promise<void> {
	if (ended.length > 0) await emit(services, "signedOut", { userId, sessionIds: ended.map(({ id }) => id) });
}
