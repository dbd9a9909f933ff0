import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { emailTaken, linkExpired } from "../../../contracts/problems/accounts.ts";
import { accountUsers } from "../../../db/schema/directory.ts";
import { isUniqueViolation } from "../../platform/database-faults.ts";
import { hashPassword } from "../../platform/password-hash.ts";
import type { Services } from "../../platform/services.ts";
import { authOf } from "../auth.ts";
import { useLink, voidLinks } from "../links.ts";
import { makeResetLink } from "../password/reset-link.ts";
import { endSessions } from "../sessions/manage.ts";
import { decodeChange } from "./link.ts";

/**
 * "This wasn't me": the old address stays or comes back. Whoever asked for the change knew the password, so it ends with every
 * session, and the answer lets the owner of the address set another.
 * @throws `link_expired`, `email_taken`
 */
export async function undoEmail(services: Services, token: string): Promise<{ email: string; resetToken: string }> {
	const { value, madeAt } = await useLink(services, "undo-email", token);
	const { userId, from } = decodeChange(value);
	if (from === null) throw linkExpired();
	// Whoever took the account over may have changed the address again: what was mailed to theirs must not bring it back to them.
	await voidLinks(services, userId, madeAt);
	const [kept] = await services.db
		.directory()
		.update(accountUsers)
		.set({ email: from, pendingEmail: null, updatedAt: new Date(services.clock()) })
		.where(eq(accountUsers.id, userId))
		.returning({ id: accountUsers.id })
		.catch((error: unknown) => {
			throw isUniqueViolation(error) ? emailTaken() : error;
		});
	if (kept === undefined) throw linkExpired();
	const { internalAdapter } = await (await authOf(services)).$context;
	await internalAdapter.updatePassword(userId, await hashPassword(randomBytes(32).toString("base64url")));
	await endSessions(services, userId);
	services.log.warn("email_change_undone", { userId });
	return { email: from, resetToken: await makeResetLink(services, userId, from) };
}
