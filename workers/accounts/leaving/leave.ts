import { eq } from "drizzle-orm";
import { DELETION_GRACE_DAYS } from "../../../contracts/limits.ts";
import { accountUsers } from "../../../db/schema/directory.ts";
import { inBackground } from "../../platform/background.ts";
import { emitOrFail } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { type Asking, linkTo, postNotice } from "../mail/post.ts";
import { leavingMail } from "../mail/texts.ts";
import { provePassword } from "../password/own.ts";
import { endSessions } from "../sessions/manage.ts";
import { eraseAccount } from "./erase.ts";

/**
 * Deletes the viewer's account: from the return on nobody sees it, and no session of it does anything. All of it is erased after the
 * grace, or now. Repeated after a fault, it goes on where it was.
 * @throws `wrong_password`, `rate_limited`
 */
export async function leave(
	services: Services,
	viewer: UserViewer,
	{ password, when }: { readonly password: string; readonly when: "later" | "now" },
	{ origin, headers }: Asking,
): Promise<{ erasedAt: string }> {
	const { userId } = viewer;
	const contact = await provePassword(services, userId, password, headers);
	const erasedAt = services.clock() + (when === "now" ? 0 : DELETION_GRACE_DAYS * 86_400_000);
	// First what the sweeper goes by: whatever breaks off after it is done again.
	await services.db
		.directory()
		.update(accountUsers)
		.set({ eraseAt: new Date(erasedAt), pendingEmail: null })
		.where(eq(accountUsers.id, userId));
	await emitOrFail(services, "left", { userId });
	// Last the sessions: with one the person can ask again.
	await endSessions(services, userId);
	services.log.info("account_leaving", { userId, when });
	if (when === "now") inBackground(services.log, "account_not_erased", eraseAccount(services, userId));
	else if (contact.email) {
		await postNotice(services, userId, leavingMail(contact.email, contact.username, erasedAt, linkTo(origin, "/login")));
	}
	return { erasedAt: new Date(erasedAt).toISOString() };
}
