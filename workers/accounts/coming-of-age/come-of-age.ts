import { eq } from "drizzle-orm";
import { ADULT_AGE_YEARS } from "../../../contracts/limits.ts";
import { notOfAge } from "../../../contracts/problems/accounts.ts";
import type { Account } from "../../../contracts/users.ts";
import { accountUsers } from "../../../db/schema/directory.ts";
import { profiles } from "../../../db/schema/users.ts";
import { invalidateUser } from "../../lists/people.ts";
import { emitOrFail } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { loadAccount } from "../account.ts";
import { renewSessions } from "../sessions/manage.ts";

/**
 * Ends what is kept from teens for somebody who turned eighteen, once they ask for it: the account can be found, and may show, choose and
 * watch what others may. What they set themselves stays as it is. Repeated, it changes nothing.
 * @throws ProblemError not_allowed for who is younger
 */
export async function comeOfAge(services: Services, { userId }: UserViewer): Promise<Account> {
	const account = await loadAccount(services, userId);
	if (account.accountType === "teen" && !account.mayComeOfAge) throw notOfAge(ADULT_AGE_YEARS);
	const adult = { accountType: "standard" } as const;
	await services.db.directory().update(accountUsers).set(adult).where(eq(accountUsers.id, userId));
	await services.db.user(userId).update(profiles).set(adult).where(eq(profiles.userId, userId));
	await invalidateUser(services, userId);
	await renewSessions(services, userId);
	// Their public videos are found from now on.
	await emitOrFail(services, "cameOfAge", { userId });
	return loadAccount(services, userId);
}
