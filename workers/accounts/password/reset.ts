import { hashPassword } from "../../platform/password-hash.ts";
import type { Services } from "../../platform/services.ts";
import { refuseCommonPassword } from "../common-passwords/refuse-common.ts";
import { contactOf } from "../contact.ts";
import { endSessions } from "../sessions/manage.ts";
import { tellPasswordChanged } from "./changed.ts";
import { readResetLink } from "./reset-link.ts";

/** Sets a new password by a mailed link, once, and ends every session. @throws `link_expired`; `invalid_fields`, and then the link is still good */
export async function resetPassword(services: Services, token: string, newPassword: string, origin: string): Promise<void> {
	const link = await readResetLink(services, token);
	const { userId } = link;
	await refuseCommonPassword(newPassword, (await contactOf(services, userId))?.username ?? null, "newPassword");
	await link.set(await hashPassword(newPassword));
	await endSessions(services, userId);
	services.log.info("password_reset", { userId });
	await tellPasswordChanged(services, userId, origin);
}
