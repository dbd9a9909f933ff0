import type { Mail } from "../../contracts/queues.ts";
import type { Config } from "./config.ts";

/** Sends mail. Production: Resend's REST API (resend.com/docs/api-reference/emails/send-email); locally a stand-in that writes files. */
export interface Mailer {
	/** False when nothing to send mail by is configured: features that need it say so. */
	readonly isReady: boolean;
	/**
	 * Hands a mail to the provider, which sends it once per `key` within a day.
	 * @throws MailNotSentError
	 */
	send(mail: Mail, key: string): Promise<void>;
}

/** The provider did not take a mail. Its message holds no address and no text of the mail. */
export class MailNotSentError extends Error {
	override readonly name = "MailNotSentError";
	/** The provider will never take it: an address it can't read. */
	readonly isFinal: boolean;

	constructor(message: string, isFinal: boolean, cause?: unknown) {
		super(message, { cause });
		this.isFinal = isFinal;
	}
}

/** The provider is waited for so long, milliseconds. */
const PATIENCE_MS = 10_000;
/** What the provider answers to a mail it can't read. All else may pass: too many, its own fault, our key or domain not set up yet. */
const UNREADABLE = [400, 422];

export function openMail(config: Pick<Config, "MAIL_API" | "MAIL_TOKEN" | "MAIL_FROM">): Mailer {
	const { MAIL_API: api, MAIL_TOKEN: token, MAIL_FROM: from } = config;
	return {
		isReady: token !== undefined && from !== undefined,
		async send({ to, subject, text, html, kind, unsubscribe }, key) {
			if (token === undefined || from === undefined) throw new MailNotSentError("no mail provider is configured", false);
			const tags = [{ name: "kind", value: kind }];
			const headers =
				unsubscribe === undefined
					? undefined
					: { "List-Unsubscribe": `<${unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
			const answer = await post(`${api}/emails`, token, key, { from, to: [to], subject, text, html, tags, headers });
			await answer.body?.cancel();
			if (!answer.ok) throw new MailNotSentError(`the mail provider answered ${answer.status}`, UNREADABLE.includes(answer.status));
		},
	};
}

async function post(url: string, token: string, key: string, body: unknown): Promise<Response> {
	try {
		return await fetch(url, {
			method: "POST",
			headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": key },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(PATIENCE_MS),
		});
	} catch (cause) {
		throw new MailNotSentError("the mail provider could not be reached", false, cause);
	}
}
