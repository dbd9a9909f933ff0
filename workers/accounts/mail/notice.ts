import { eq } from "drizzle-orm";
import { accountUsers } from "../../../db/schema/directory.ts";
import type { EventMap } from "../../platform/event-map.ts";
import type { Services } from "../../platform/services.ts";
import { unsubscribeToken } from "../../social/index.ts";
import { shownEmail } from "../email.ts";
import { linkTo, post } from "./post.ts";
import { digestMail, videoFailedMail } from "./texts.ts";

/** What tells of a day or a week is of no use after this long, milliseconds. */
const LIFETIME_MS = 86_400_000;

/**
 * Mails what a person wants by mail, where they gave an address and it is known where the app is. Both can be left out of: the mail says
 * how, to its reader and to the mail program. @throws when it can't be put on the queue: call again
 */
export async function mailNotice(services: Services, { userId, list, text, origin: known }: EventMap["mailDue"]): Promise<void> {
	const origin = services.config.APP_ORIGIN ?? known;
	const [account] = await services.db
		.directory()
		.select({ email: accountUsers.email, name: accountUsers.displayUsername, username: accountUsers.username })
		.from(accountUsers)
		.where(eq(accountUsers.id, userId));
	const email = account === undefined ? null : shownEmail(account.email);
	if (account === undefined || email === null || origin === null || !services.mail.isReady) return;
	const token = unsubscribeToken(services, userId, list);
	const links = {
		open: linkTo(origin, list === "digest" ? "/inbox" : "/studio"),
		leave: linkTo(origin, "/unsubscribe", token),
		oneClick: `${origin}/api/v1/notifications/mail/unsubscribe?token=${token}`,
	};
	const write = list === "digest" ? digestMail : videoFailedMail;
	await post(services, userId, write(email, account.name ?? account.username ?? "", text, links), services.clock() + LIFETIME_MS);
}
