import type { MailList } from "../../../contracts/notifications.ts";
import { linkExpired } from "../../../contracts/problems/accounts.ts";
import { openToken, signToken } from "../../gateway/index.ts";
import type { Services } from "../../platform/services.ts";
import { inboxOf } from "./protocol.ts";

/** What a mail bears, so that who reads it gets no more of its kind without signing in. It opens nothing else, and does not end: mails are kept for years. */
export const unsubscribeToken = ({ config }: Pick<Services, "config">, userId: string, list: MailList): string =>
	signToken(config.AUTH_SECRET, "unsubscribe", `${userId}-${list}`);

/** Takes the person of a mail off its list; repeated, it changes nothing. @throws `link_expired` for a token that is none */
export async function unsubscribeMail(services: Services, token: string): Promise<{ list: MailList }> {
	const [userId, list] = openToken(services.config.AUTH_SECRET, "unsubscribe", token)?.split("-") ?? [];
	if (userId === undefined || (list !== "digest" && list !== "video_failed")) throw linkExpired();
	await inboxOf(services, userId).changeSettings({ mail: list === "digest" ? { digest: false } : { videoFailed: false } }, null);
	return { list };
}
