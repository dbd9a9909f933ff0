import type * as z from "zod";
import { keepDeadLetter } from "./dead-letters.ts";
import { errorFields } from "./log.ts";
import type { Services } from "./services.ts";

/** A message that keeps to its queue's contract. */
export interface Readable<Body> {
	readonly message: Message;
	readonly body: Body;
}

/** A message is delivered again after so long, seconds; nothing when it is done. */
export type Outcome = { readonly retryAfterSeconds: number } | undefined;

export interface Handling<Body> {
	/** @returns when it is to come again; a message whose handling throws comes again, too */
	readonly handle: (body: Body, message: Message) => Promise<Outcome>;
	/** Pause after the n-th delivery whose handling threw, seconds. */
	readonly pauseSeconds: (attempts: number) => number;
	/** All of a batch at once instead of one after the other. */
	readonly sideBySide?: boolean;
	/** What of an unreadable message may be kept for people; all of it if not said. */
	readonly keep?: (body: unknown) => unknown;
}

/**
 * The messages of a batch that keep to their contract. Repeating one does not make it readable: it is kept for the operators, logged and
 * acknowledged, so that it holds up no other; it comes again only if it could not even be kept.
 */
export async function readable<Body>(
	batch: MessageBatch,
	services: Services,
	contract: z.ZodType<Body>,
	keep: (body: unknown) => unknown = (body) => body,
): Promise<Readable<Body>[]> {
	const messages: Readable<Body>[] = [];
	for (const message of batch.messages) {
		const parsed = contract.safeParse(message.body);
		if (parsed.success) messages.push({ message, body: parsed.data });
		else await setAside(batch.queue, message, services, faultsOf(parsed.error), keep(message.body));
	}
	return messages;
}

/** Sees each readable message of a batch through: acknowledged when it was handled, given back when it was not. Never throws. */
export async function eachMessage<Body>(
	batch: MessageBatch,
	services: Services,
	contract: z.ZodType<Body>,
	{ handle, pauseSeconds, sideBySide = false, keep }: Handling<Body>,
): Promise<void> {
	const settle = async ({ message, body }: Readable<Body>) => {
		try {
			const outcome = await services.span("queue_message", { queue: batch.queue, attempts: message.attempts }, () => handle(body, message));
			if (outcome === undefined) message.ack();
			else message.retry({ delaySeconds: outcome.retryAfterSeconds });
		} catch (error) {
			const { id: messageId, attempts } = message;
			const delaySeconds = pauseSeconds(attempts);
			services.log.warn("queue_message_troubled", { queue: batch.queue, messageId, attempts, delaySeconds, ...errorFields(error) });
			message.retry({ delaySeconds });
		}
	};
	const messages = await readable(batch, services, contract, keep);
	if (sideBySide) await Promise.all(messages.map(settle));
	else for (const message of messages) await settle(message);
}

/** Pause before a message that could not be kept comes again, seconds. */
const KEEP_AGAIN_S = 60;

async function setAside(queue: string, message: Message, services: Services, why: string, body: unknown): Promise<void> {
	services.log.error("queue_message_unreadable", { queue, messageId: message.id, why });
	try {
		await keepDeadLetter(services, { queue: queue.replace(/-dead$/, ""), messageId: message.id, why, body });
		message.ack();
	} catch (error) {
		services.log.error("dead_letter_not_kept", { queue, messageId: message.id, ...errorFields(error) });
		message.retry({ delaySeconds: KEEP_AGAIN_S });
	}
}

/** Where and how a message breaks its contract, without its values. */
const faultsOf = ({ issues }: z.ZodError): string => issues.map(({ path, code }) => `${path.join(".")}: ${code}`).join("; ");
