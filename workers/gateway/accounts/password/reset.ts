import type { Services } from "../../../platform/services.ts";
import { endSessions } from "../../sessions/manage.ts";
import { authOf } from "../auth.ts";
import { refusalOf } from "../auth-errors.ts";
import { contactOf } from "../contact.ts";
import { linkExpired, readLink } from "../links.ts";
import { refuseCommonPassword } from "../passwords/refuse-common.ts";
import { tellPasswordChanged } from "./changed.ts";

/** Sets a new password by a mailed link, once, and ends every session. @throws `link_expired`; `invalid_fields`, and then the link is still good */
export async function resetPassword(services: Services, token: string, newPassword: string, origin: string): Promise<void> {
	const userId = await readLink(services, "reset-password", token);
	await refuseCommonPassword(newPassword, (await contactOf(services, userId))?.username ?? null, "newPassword");
	const auth = await authOf(services);
	try {
		await auth.api.resetPassword({ body: { token, newPassword } });
	} catch (error) {
		const refusal = refusalOf(error);
		if (refusal === null || refusal.status >= 500) throw error;
		throw linkExpired();
	}
	await endSessions(services, userId);
	services.log.info("password_reset", { userId });
	await tellPasswordChanged(services, userId, origin);
}
