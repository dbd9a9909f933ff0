import { MailMessage } from "../../../contracts/queues.ts";
import { services } from "../../gateway/testing/api.ts";
import { IsolateState } from "../../platform/isolate-state.ts";
import { MailNotSentError } from "../../platform/mail.ts";
import type { Services } from "../../platform/services.ts";
import { bindingsWith } from "../../platform/test-env.fixture.ts";
import { consumeMail } from "./consumer.ts";

type Sent = Extract<MailMessage, { task: "send" }>;

/** A queue that keeps its messages until the test delivers them, and a provider that keeps its mails. */
export class Mailbox {
	readonly queued: MailMessage[] = [];
	/** Mails the provider took. */
	readonly mails: Sent["mail"][] = [];
	/** While set, the provider refuses: for good, or for now. */
	refusing: "final" | "now" | null = null;
	/** For calls: `bindings: mailbox.bindings`. */
	readonly bindings = {
		MAIL_QUEUE: {
			send: async (message: unknown) => {
				this.queued.push(MailMessage.parse(message));
			},
		},
	};
	readonly services: Services = {
		...services,
		isolate: new IsolateState(),
		...bindingsWith(this.bindings),
		mail: {
			isReady: true,
			send: async (mail) => {
				if (this.refusing !== null) throw new MailNotSentError("the test's provider refuses", this.refusing === "final");
				this.mails.push(mail);
			},
		},
	};

	/** Delivers what waits, and what comes of it. @returns pauses asked for before another try, seconds */
	async deliver(attempts = 1, clock = services.clock): Promise<number[]> {
		const pauses: number[] = [];
		while (this.queued.length > 0) {
			const [body] = this.queued.splice(0, 1);
			const retry = (options?: QueueRetryOptions) => void pauses.push(options?.delaySeconds ?? 0);
			const message = { id: "1", timestamp: new Date(), body, attempts, ack: () => undefined, retry };
			await consumeMail({ queue: "reelay-mail", messages: [message] } as unknown as MessageBatch, { ...this.services, clock });
		}
		return pauses;
	}

	/** The last mail of a kind to somebody. */
	to(address: string, kind: Sent["mail"]["kind"]): Sent["mail"] | undefined {
		return this.mails.filter((mail) => mail.to === address && mail.kind === kind).at(-1);
	}

	/** The token of the link in the last mail of a kind. @throws when there is none */
	token(address: string, kind: Sent["mail"]["kind"]): string {
		const token = /#(\S+)/.exec(this.to(address, kind)?.text ?? "")?.[1];
		if (token === undefined) throw new Error(`no mail of kind ${kind} to ${address}`);
		return token;
	}
}
