import { and, eq, isNotNull, lte } from "drizzle-orm";
import { accountUsers, accountVerifications } from "../../../db/schema/directory.ts";
import { emit, emitOrFail } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { linksOf } from "../links.ts";

/** Accounts looked at in one tick of the schedule. */
const AT_ONCE = 10;

/** Goes on with the erasure of accounts whose time has come, those looked at longest ago first. @returns how many are gone */
export async function eraseDueAccounts(services: Services): Promise<number> {
	const directory = services.db.directory();
	const due = await directory
		.select({ id: accountUsers.id })
		.from(accountUsers)
		.where(lte(accountUsers.eraseAt, new Date(services.clock())))
		.orderBy(accountUsers.updatedAt)
		.limit(AT_ONCE);
	let erased = 0;
	for (const { id } of due) {
		await directory
			.update(accountUsers)
			.set({ updatedAt: new Date(services.clock()) })
			.where(eq(accountUsers.id, id));
		if (await eraseAccount(services, id)) erased += 1;
	}
	return erased;
}

/**
 * One round of erasing an account whose time has come: all that is kept of a person, feature by feature (`erased` in workers/events.ts).
 * The account itself goes when every step has nothing left: while its row stands, the sweeper comes back.
 * @returns whether it is gone
 */
export async function eraseAccount(services: Services, userId: string): Promise<boolean> {
	if (!(await isDue(services, userId))) return false;
	const left = await emit(services, "erased", { userId });
	services.log.info("account_erasure", { userId, left });
	if (left.length > 0) return false;
	await emitOrFail(services, "forgotten", { userId });
	await eraseRows(services, userId);
	services.log.info("account_erased", { userId });
	return true;
}

/** Who came back meanwhile stays. */
async function isDue(services: Services, userId: string): Promise<boolean> {
	const [row] = await services.db
		.directory()
		.select({ id: accountUsers.id })
		.from(accountUsers)
		.where(and(eq(accountUsers.id, userId), isNotNull(accountUsers.eraseAt), lte(accountUsers.eraseAt, new Date(services.clock()))));
	return row !== undefined;
}

/** Sessions and credentials go with the account's row. */
async function eraseRows(services: Services, userId: string): Promise<void> {
	const directory = services.db.directory();
	await directory.batch([
		directory.delete(accountVerifications).where(linksOf(userId)),
		directory.delete(accountUsers).where(eq(accountUsers.id, userId)),
	]);
}
