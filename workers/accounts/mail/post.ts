import { mailNotSent, mailUnavailable } from "../../../contracts/problems/accounts.ts";
import type { Mail } from "../../../contracts/queues.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";

/** @throws `mail_unavailable` when this house has nothing to send mail by */
export function needMail({ mail }: Services): void {
	if (!mail.isReady) throw mailUnavailable();
}

/**
 * Has a mail sent after the answer was given, again and again while the provider is away (`consumer.ts`).
 * @param notAfter milliseconds since 1970: later it is of no use to anybody
 * @throws `unavailable` when it can't even be put on the queue
 */
export async function post(services: Services, userId: string, mail: Mail, notAfter: number): Promise<void> {
	try {
		await services.queues.mail.send({ v: 1, task: "send", id: crypto.randomUUID(), userId, mail, notAfter });
	} catch (cause) {
		throw mailNotSent(cause);
	}
}

/** The same for a mail that tells of something done already: that it can't be sent is no reason to fail what it tells of. */
export async function postNotice(services: Services, userId: string, mail: Mail): Promise<void> {
	if (!services.mail.isReady) return;
	try {
		await post(services, userId, mail, services.clock() + 86_400_000);
	} catch (error) {
		services.log.error("mail_not_queued", { userId, kind: mail.kind, ...errorFields(error) });
	}
}

/** The address of a page of the client, as a link of a mail bears it. The token stays out of what servers log: it is a fragment. */
export const linkTo = (origin: string, path: string, token?: string): string => `${origin}${path}${token === undefined ? "" : `#${token}`}`;

/** What of a request to change an account matters beside its body. */
export interface Asking {
	/** Where links in mails lead. */
	readonly origin: string;
	readonly headers: Headers;
}

export const askingOf = ({ config }: Services, { url, headers }: Request): Asking => ({
	origin: config.APP_ORIGIN ?? new URL(url).origin,
	headers,
});
