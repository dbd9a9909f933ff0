import { and, eq, isNotNull, lte } from "drizzle-orm";
import { accountUsers } from "../../../db/schema/directory.ts";
import { accountLimits } from "../../../db/schema/moderation.ts";
import type { EventMap } from "../../platform/event-map.ts";
import { emitOrFail } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { childAccountOf } from "./child-accounts.ts";
import { suspensionOf } from "./perform.ts";

/** Suspensions that end at one tick. */
const MOST_AT_ONCE = 50;

/** A step of `decided`: the account is shown, or hidden, as its suspension says now. Told again it changes nothing. */
export async function performOnAccount(services: Services, { subject, decision, appealOf }: EventMap["decided"]): Promise<void> {
	const userId = subject.ownerId;
	const closed = await isClosed(services, userId);
	// An appeal takes nothing more: who asked in a session goes on reading in it.
	if (closed && appealOf === null) await emitOrFail(services, "suspended", { userId });
	if (!closed && decision === "approve" && appealOf !== null) await readmit(services, userId);
}

/** Whether nothing of an account is shown: it is suspended, or taken for a child's. */
async function isClosed(services: Services, userId: string): Promise<boolean> {
	const [suspension, child] = await Promise.all([suspensionOf(services, userId), childAccountOf(services, userId)]);
	return suspension !== null || child !== null;
}

/** Gives back the reach of accounts whose limit is over. @returns how many there were */
export async function endLimits(services: Services): Promise<number> {
	const directory = services.db.directory();
	const now = new Date(services.clock());
	const due = await directory
		.select({ ownerId: accountLimits.ownerId })
		.from(accountLimits)
		.where(and(isNotNull(accountLimits.limitedBy), lte(accountLimits.limitedUntil, now)))
		.limit(MOST_AT_ONCE);
	for (const { ownerId } of due) {
		await emitOrFail(services, "limitEnded", { userId: ownerId });
		await directory
			.update(accountLimits)
			.set({ limitedUntil: null, limitedBy: null })
			.where(and(eq(accountLimits.ownerId, ownerId), lte(accountLimits.limitedUntil, now)));
	}
	return due.length;
}

/** Shows again what is of accounts whose suspension is over. @returns how many there were */
export async function readmitDue(services: Services): Promise<number> {
	const directory = services.db.directory();
	const now = new Date(services.clock());
	const due = await directory
		.select({ ownerId: accountLimits.ownerId })
		.from(accountLimits)
		.where(and(isNotNull(accountLimits.suspendedBy), lte(accountLimits.suspendedUntil, now)))
		.limit(MOST_AT_ONCE);
	for (const { ownerId } of due) {
		await readmit(services, ownerId);
		// Only what was over then: a new one may have come.
		await directory
			.update(accountLimits)
			.set({ suspendedUntil: null, suspendedBy: null, suspendedFor: null })
			.where(and(eq(accountLimits.ownerId, ownerId), lte(accountLimits.suspendedUntil, now)));
	}
	return due.length;
}

/** Who is leaving stays hidden: that was their own will. So does what is taken for a child's account. */
async function readmit(services: Services, userId: string): Promise<void> {
	const [leaving] = await services.db
		.directory()
		.select({ id: accountUsers.id })
		.from(accountUsers)
		.where(and(eq(accountUsers.id, userId), isNotNull(accountUsers.eraseAt)));
	if (leaving === undefined && (await childAccountOf(services, userId)) === null) await emitOrFail(services, "readmitted", { userId });
}
