import type { Message, MessageInput } from "../../contracts/messages.ts";
import { conversationClosed } from "../../contracts/problems/messages.ts";
import type { Services } from "../platform/services.ts";
import { spendAllowance } from "../quotas/index.ts";
import { relationsOf } from "../rules/relations.ts";
import type { UserViewer } from "../rules/viewer.ts";
import { screenText } from "../trust/index.ts";
import { visibleVideo } from "../videos/index.ts";
import { mayBegin, spendApproach } from "./approach.ts";
import { otherIn } from "./ids.ts";
import { limitSender } from "./limit.ts";
import { conversationOf, type Ran } from "./protocol.ts";
import { done } from "./refusals.ts";

interface NewMessage {
	readonly clientId: string;
	readonly content: MessageInput;
	readonly replyTo?: number | undefined;
}

/**
 * Sends a message: durable when it returns, told to others right after. The first to somebody begins the conversation of the two.
 * @throws ProblemError as `sendMessage` of the contract says
 */
export async function sendMessage(
	services: Services,
	viewer: UserViewer,
	conversationId: string,
	{ clientId, content, replyTo }: NewMessage,
): Promise<{ readonly message: Message; readonly isNew: boolean }> {
	const otherId = otherIn(conversationId, viewer.userId);
	await Promise.all([
		refuseBlocked(services, viewer, otherId),
		limitSender(services, viewer),
		admit(services, viewer, content),
		// One client id may be used once in each conversation: they are different messages.
		spendAllowance(services, viewer.userId, "message", `${conversationId} ${clientId}`, () => Promise.resolve(false)),
	]);
	const sending = { by: viewer.userId, clientId, content, replyTo: replyTo ?? null, begins: null };
	const conversation = conversationOf(services, conversationId);
	let ran: Ran = await conversation.send(conversationId, sending);
	if ("refused" in ran && ran.refused === "not_begun" && otherId !== null) {
		const begins = await mayBegin(services, viewer, otherId);
		if (begins.as === "request") await spendApproach(services, viewer, otherId);
		ran = await conversation.send(conversationId, { ...sending, begins });
	}
	const { message, isNew } = done(ran);
	if (message === null) throw new Error("a message that was sent has no text");
	if (isNew) screenMessage(services, viewer.userId, conversationId, message.seq, writtenIn(content));
	return { message, isNew };
}

/** A block holds at once, also where the conversation has not heard of it yet. */
async function refuseBlocked(services: Services, viewer: UserViewer, otherId: string | null): Promise<void> {
	if (otherId === null) return;
	const { blocked } = await relationsOf(services, viewer);
	if (blocked.has(otherId)) throw conversationClosed();
}

/** @throws ProblemError video_not_found */
async function admit(services: Services, viewer: UserViewer, content: MessageInput): Promise<void> {
	if (content.type === "video") await visibleVideo(services, viewer, content.videoId);
}

const writtenIn = (content: MessageInput): string =>
	content.type === "photo" ? content.alt : "text" in content ? (content.text ?? "") : "";

/** Who looks at it is told the words that were found, and nothing else of what was written. */
export function screenMessage(services: Services, userId: string, conversationId: string, seq: number, text: string): void {
	const subject = { kind: "message", id: `${conversationId}:${seq}`, ownerId: userId } as const;
	screenText(services, { subject, fields: { text }, isPrivate: true });
}
