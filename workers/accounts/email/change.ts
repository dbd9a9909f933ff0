import { eq } from "drizzle-orm";
import { CONFIRM_LINK_LIFETIME_S, UNDO_LINK_LIFETIME_S } from "../../../contracts/limits.ts";
import { emailTaken } from "../../../contracts/problems/accounts.ts";
import { fieldInvalid } from "../../../contracts/problems/gateway.ts";
import { accountUsers } from "../../../db/schema/directory.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { contactByName } from "../contact.ts";
import { isPlaceholderEmail } from "../email.ts";
import { spendMail } from "../hourly.ts";
import { makeLink } from "../links.ts";
import { type Asking, linkTo, needMail, post, postNotice } from "../mail/post.ts";
import { changingMail, confirmMail } from "../mail/texts.ts";
import { provePassword } from "../password/own.ts";
import { refuseDisposable } from "../sign-up-guard.ts";
import { type AddressChange, encodeChange } from "./link.ts";

/**
 * Asks the new address for a confirmation, and tells the old one how to take it back. Nothing changes before the first is followed.
 * @throws `wrong_password`, `email_taken`, `invalid_fields`, `mail_unavailable`, `rate_limited`
 */
export async function changeEmail(
	services: Services,
	viewer: UserViewer,
	{ email, password }: { readonly email: string; readonly password: string },
	{ origin, headers }: Asking,
): Promise<{ pendingEmail: string }> {
	needMail(services);
	const { userId } = viewer;
	const contact = await provePassword(services, userId, password, headers);
	const to = email.trim().toLowerCase();
	if (isPlaceholderEmail(to)) throw fieldInvalid("body.email", "Give an e-mail address you can read.");
	await refuseDisposable(to);
	if (contact.email === to) throw fieldInvalid("body.email", "This is your address already.");
	if ((await contactByName(services, to)) !== null) throw emailTaken();
	await spendMail(services, userId, "email");
	const change: AddressChange = { userId, from: contact.email, to };
	await services.db.directory().update(accountUsers).set({ pendingEmail: to }).where(eq(accountUsers.id, userId));
	const token = await makeLink(services, "confirm-email", encodeChange(change), CONFIRM_LINK_LIFETIME_S);
	const goodUntil = services.clock() + CONFIRM_LINK_LIFETIME_S * 1_000;
	await post(services, userId, confirmMail(to, contact.username, linkTo(origin, "/confirm-email", token)), goodUntil);
	await warnOldAddress(services, change, contact.username, origin);
	services.log.info("email_change_asked", { userId });
	return { pendingEmail: to };
}

async function warnOldAddress(services: Services, change: AddressChange, username: string, origin: string): Promise<void> {
	if (change.from === null) return;
	const token = await makeLink(services, "undo-email", encodeChange(change), UNDO_LINK_LIFETIME_S);
	await postNotice(services, change.userId, changingMail(change.from, username, change.to, linkTo(origin, "/undo-email", token)));
}
