import { hashPassword } from "../../platform/password-hash.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { authOf } from "../auth.ts";
import { refuseCommonPassword } from "../common-passwords/refuse-common.ts";
import type { Asking } from "../mail/post.ts";
import { endSessions } from "../sessions/manage.ts";
import { tellPasswordChanged } from "./changed.ts";
import { provePassword } from "./own.ts";

/** Sets another password and ends every session but the one that asks. @throws `wrong_password`, `invalid_fields`, `rate_limited` */
export async function changePassword(
	services: Services,
	viewer: UserViewer,
	{ currentPassword, newPassword }: { readonly currentPassword: string; readonly newPassword: string },
	{ origin, headers }: Asking,
): Promise<void> {
	const { userId, sessionId } = viewer;
	const { username } = await provePassword(services, userId, currentPassword, headers);
	await refuseCommonPassword(newPassword, username, "newPassword");
	const hash = await hashPassword(newPassword);
	const { internalAdapter } = await (await authOf(services)).$context;
	// First the sessions: where the second write fails, nobody keeps a session that the person believes ended.
	await endSessions(services, userId, sessionId);
	await internalAdapter.updatePassword(userId, hash);
	// One that began with the old password in between.
	await endSessions(services, userId, sessionId);
	services.log.info("password_changed", { userId });
	await tellPasswordChanged(services, userId, origin);
}
