import { MailMessage } from "../../../contracts/queues.ts";
import { emit } from "../../platform/events.ts";
import { MailNotSentError } from "../../platform/mail.ts";
import { eachMessage } from "../../platform/queues.ts";
import type { Services } from "../../platform/services.ts";
import { mailResetLink } from "../password/forgot.ts";

/** Pause before a mail is tried again, seconds: doubled each time, up to the last. With `max_retries` of wrangler.toml: about a day. */
const FIRST_PAUSE_S = 10;
const LAST_PAUSE_S = 3_600;

/** Queue `reelay-mail`. No address and no text of a mail reaches the log, or what is kept for the operators. */
export const consumeMail = (batch: MessageBatch, services: Services): Promise<void> =>
	eachMessage(batch, services, MailMessage, {
		pauseSeconds: (attempts) => Math.min(LAST_PAUSE_S, FIRST_PAUSE_S * 2 ** (attempts - 1)),
		keep: nothing,
		async handle(message) {
			try {
				await perform(services, message);
			} catch (error) {
				if (!(error instanceof MailNotSentError) || !error.isFinal) throw error;
				await giveUp(services, message, error.message);
			}
			return undefined;
		},
	});

/** Queue `reelay-mail-dead`: what the provider did not take within a day. */
export const consumeMailDeadLetters = (batch: MessageBatch, services: Services): Promise<void> =>
	eachMessage(batch, services, MailMessage, {
		pauseSeconds: () => FIRST_PAUSE_S,
		keep: nothing,
		async handle(message) {
			await giveUp(services, message, "the provider did not take it");
			return undefined;
		},
	});

const nothing = (): null => null;

async function perform(services: Services, message: MailMessage): Promise<void> {
	if (message.task === "reset_password") return mailResetLink(services, message.name, message.origin);
	const { mail, id, userId, notAfter } = message;
	if (services.clock() > notAfter) return giveUp(services, message, "its time is over");
	await services.mail.send(mail, id);
	services.log.info("mail_sent", { kind: mail.kind, userId });
}

/** Told where it can be: in the log, and to its owner if somebody waits for it. */
async function giveUp(services: Services, message: MailMessage, why: string): Promise<void> {
	if (message.task === "reset_password") return services.log.error("mail_given_up", { kind: message.task, why });
	const { mail, id, userId } = message;
	services.log.error("mail_given_up", { kind: mail.kind, userId, why });
	if (mail.kind !== "confirm_email") return;
	const text = "We couldn't reach your new e-mail address, so it isn't confirmed. Check it in Settings and try again.";
	await emit(services, "secured", { userId, text, key: `mail:${id}` });
}
