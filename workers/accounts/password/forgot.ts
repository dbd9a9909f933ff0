import { RESET_LINK_LIFETIME_S } from "../../../contracts/limits.ts";
import { resetNotTaken } from "../../../contracts/problems/accounts.ts";
import type { Services } from "../../platform/services.ts";
import { contactByName } from "../contact.ts";
import { MAILS_PER_HOUR, onceMoreThisHour } from "../hourly.ts";
import { linkTo, needMail, post } from "../mail/post.ts";
import { resetMail } from "../mail/texts.ts";
import { makeResetLink } from "./reset-link.ts";

/**
 * Takes the wish for a new password. Nothing is looked up before the answer: neither it nor its timing tells whether there is such
 * an account.
 * @throws `mail_unavailable`
 */
export async function askForReset(services: Services, name: string, origin: string): Promise<void> {
	needMail(services);
	try {
		await services.queues.mail.send({ v: 1, task: "reset_password", name, origin });
	} catch (cause) {
		throw resetNotTaken(cause);
	}
}

/** Mails the link, if there is such an account, it has an address, and it did not have its mails of this hour. Queue `reelay-mail`. */
export async function mailResetLink(services: Services, name: string, origin: string): Promise<void> {
	const contact = await contactByName(services, name);
	if (contact === null || contact.email === null) return services.log.info("reset_not_mailed", { known: contact !== null });
	const { userId, username, email } = contact;
	if (!(await onceMoreThisHour(services, `reset:${userId}`, MAILS_PER_HOUR))) return services.log.warn("reset_mails_spent", { userId });
	const token = await makeResetLink(services, userId, email);
	const goodUntil = services.clock() + RESET_LINK_LIFETIME_S * 1_000;
	await post(services, userId, resetMail(email, username, linkTo(origin, "/reset", token)), goodUntil);
}
