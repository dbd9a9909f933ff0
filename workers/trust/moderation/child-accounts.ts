import { and, asc, eq, isNotNull, lte, sql } from "drizzle-orm";
import { CHILD_ACCOUNT_DAYS } from "../../../contracts/limits.ts";
import { accountUsers } from "../../../db/schema/directory.ts";
import { accountLimits } from "../../../db/schema/moderation.ts";
import { appeals } from "../../../db/schema/reports.ts";
import type { Services } from "../../platform/services.ts";

/** Accounts that were found to be of somebody younger than thirteen (the decision `child_account`). */

const GRACE_MS = CHILD_ACCOUNT_DAYS * 86_400_000;
/** Accounts whose erasure begins at one tick. */
const MOST_AT_ONCE = 50;

export interface ChildAccount {
	readonly decisionId: string;
	/** When it is erased: thirty days after the decision, or after an appeal against it was turned down; null while one waits. */
	readonly erasedAt: Date | null;
}

/** Whether an account is taken for a child's, and how long it stands; null when it is not. */
export async function childAccountOf(services: Services, ownerId: string): Promise<ChildAccount | null> {
	const [row] = await services.db
		.directory()
		.select({ since: accountLimits.childSince, decisionId: accountLimits.childBy, appeal: appeals.state, turnedDownAt: appeals.decidedAt })
		.from(accountLimits)
		.leftJoin(appeals, and(eq(appeals.decisionId, accountLimits.childBy), eq(appeals.userId, accountLimits.ownerId)))
		.where(and(eq(accountLimits.ownerId, ownerId), isNotNull(accountLimits.childSince)));
	if (row?.since == null || row.decisionId === null) return null;
	const from = Math.max(row.since.getTime(), row.turnedDownAt?.getTime() ?? 0);
	return { decisionId: row.decisionId, erasedAt: row.appeal === "waiting" ? null : new Date(from + GRACE_MS) };
}

/** Gives up to erasure the accounts of children whose thirty days are over, and who wait for no answer to an appeal. @returns how many */
export async function endChildAccounts(services: Services): Promise<number> {
	const directory = services.db.directory();
	const now = services.clock();
	const over = new Date(now - GRACE_MS);
	const due = await directory
		.select({ ownerId: accountLimits.ownerId })
		.from(accountLimits)
		.innerJoin(accountUsers, eq(accountUsers.id, sql`${accountLimits.ownerId}::text`))
		.leftJoin(appeals, and(eq(appeals.decisionId, accountLimits.childBy), eq(appeals.userId, accountLimits.ownerId)))
		.where(
			and(
				lte(accountLimits.childSince, over),
				// Who deletes it themselves goes earlier, or may be going already.
				sql`(${accountUsers.eraseAt} is null or ${accountUsers.eraseAt} > ${new Date(now).toISOString()}::timestamptz)`,
				sql`(${appeals.state} is null or (${appeals.state} <> 'waiting' and ${appeals.decidedAt} <= ${over.toISOString()}::timestamptz))`,
			),
		)
		.orderBy(asc(accountLimits.childSince))
		.limit(MOST_AT_ONCE);
	for (const { ownerId } of due) {
		await directory
			.update(accountUsers)
			.set({ eraseAt: new Date(now) })
			.where(eq(accountUsers.id, ownerId));
		services.log.info("child_account_ended", { userId: ownerId });
	}
	return due.length;
}
