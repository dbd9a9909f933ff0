import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { RESET_LINK_LIFETIME_S } from "../../../../contracts/limits.ts";
import { accountUsers } from "../../../../db/schema/directory.ts";
import { isUniqueViolation } from "../../../platform/database-faults.ts";
import type { Services } from "../../../platform/services.ts";
import { endSessions } from "../../sessions/manage.ts";
import { authOf } from "../auth.ts";
import { linkExpired, makeLink, useLink } from "../links.ts";
import { hashPassword } from "../password.ts";
import { decodeChange, emailTaken } from "./link.ts";

/**
 * "This wasn't me": the old address stays or comes back. Whoever asked for the change knew the password, so it ends with every
 * session, and the answer lets the owner of the address set another.
 * @throws `link_expired`, `email_taken`
 */
export async function undoEmail(services: Services, token: string): Promise<{ email: string; resetToken: string }> {
	const { userId, from } = decodeChange(await useLink(services, "undo-email", token));
	if (from === null) throw linkExpired();
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
	return { email: from, resetToken: await makeLink(services, "reset-password", userId, RESET_LINK_LIFETIME_S) };
}
