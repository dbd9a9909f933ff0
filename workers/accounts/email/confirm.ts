import { and, eq } from "drizzle-orm";
import { emailTaken, linkExpired } from "../../../contracts/problems/accounts.ts";
import { accountUsers } from "../../../db/schema/directory.ts";
import { isUniqueViolation } from "../../platform/database-faults.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { useLink } from "../links.ts";
import { decodeChange } from "./link.ts";

/** Makes a confirmed address the account's, if it is still the one last asked for. @throws `link_expired`, `email_taken` */
export async function confirmEmail(services: Services, token: string): Promise<{ email: string }> {
	const { userId, to } = decodeChange((await useLink(services, "confirm-email", token)).value);
	const [changed] = await services.db
		.directory()
		.update(accountUsers)
		.set({ email: to, emailVerified: true, pendingEmail: null, updatedAt: new Date(services.clock()) })
		.where(and(eq(accountUsers.id, userId), eq(accountUsers.pendingEmail, to)))
		.returning({ id: accountUsers.id })
		.catch((error: unknown) => {
			throw isUniqueViolation(error) ? emailTaken() : error;
		});
	if (changed === undefined) throw linkExpired();
	services.log.info("email_changed", { userId });
	await emit(services, "secured", { userId, text: "Your e-mail address was changed.", key: `email:${services.clock()}` });
	return { email: to };
}
