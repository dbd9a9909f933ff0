import { and, asc, eq, gt } from "drizzle-orm";
import { FORMER_USERNAME_DAYS, USERNAME_CHANGES_MAX } from "../../../contracts/limits.ts";
import { accountGone, usernameChangesUsed, usernameTaken } from "../../../contracts/problems/accounts.ts";
import { fieldInvalid } from "../../../contracts/problems/gateway.ts";
import type { Account } from "../../../contracts/users.ts";
import { accountUsers, formerUsernames } from "../../../db/schema/directory.ts";
import { profiles } from "../../../db/schema/users.ts";
import { invalidateUser } from "../../lists/people.ts";
import { isDuplicate } from "../../platform/database-faults.ts";
import type { Services } from "../../platform/services.ts";
import { forgottenBefore, formerOwnerOf } from "../../rules/former-names.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { loadAccount } from "../account.ts";
import { screenProfile } from "../profile.ts";
import { isReserved } from "../reserved-names.ts";
import { takeName } from "./take.ts";

/**
 * Has the viewer take another user name. Their old one leads to them for `FORMER_USERNAME_DAYS` and can't be taken by anybody else.
 * Another spelling of the same name is not counted as a change; nor is a repeated call, which mends what one before left undone.
 * @throws `username_taken`, `username_changes_used`, `invalid_fields` for a name that is kept for the service
 */
export async function changeUsername(services: Services, { userId }: UserViewer, username: string): Promise<Account> {
	const [account] = await services.db
		.directory()
		.select({ username: accountUsers.username, displayUsername: accountUsers.displayUsername })
		.from(accountUsers)
		.where(eq(accountUsers.id, userId));
	if (account === undefined || account.username === null) throw accountGone();
	if (account.username !== username.toLowerCase()) {
		if (isReserved(username)) throw fieldInvalid("body.username", "This name is kept for Reelay itself. Choose another one.");
		await takeOther(services, userId, account.username, username);
	} else if (account.displayUsername !== username) {
		const spelling = { displayUsername: username, name: username };
		await services.db.directory().update(accountUsers).set(spelling).where(eq(accountUsers.id, userId));
	}
	// The profile makes the account's own copy agree; also when a call before this one could not.
	await loadAccount(services, userId);
	await services.db.user(userId).update(profiles).set({ username }).where(eq(profiles.userId, userId));
	await invalidateUser(services, userId);
	services.log.info("username_changed", { userId });
	screenProfile(services, userId, { username });
	return loadAccount(services, userId);
}

async function takeOther(services: Services, userId: string, from: string, to: string): Promise<void> {
	const now = services.clock();
	const take = { userId, from, to, most: USERNAME_CHANGES_MAX, now };
	try {
		const { rows } = await services.db.directory().execute(takeName(take));
		if (rows.length > 0) return;
	} catch (error) {
		// The index of names: somebody has it.
		if (isDuplicate(error)) throw usernameTaken();
		throw error;
	}
	const holder = await formerOwnerOf(services, to);
	if (holder !== null && holder !== userId) throw usernameTaken();
	const used = await services.db
		.directory()
		.select({ changedAt: formerUsernames.changedAt })
		.from(formerUsernames)
		.where(and(eq(formerUsernames.userId, userId), gt(formerUsernames.changedAt, forgottenBefore(now))))
		.orderBy(asc(formerUsernames.changedAt));
	const first = used.at(-USERNAME_CHANGES_MAX);
	if (first === undefined) throw usernameTaken();
	throw usernameChangesUsed(USERNAME_CHANGES_MAX, new Date(first.changedAt.getTime() + FORMER_USERNAME_DAYS * 86_400_000));
}
