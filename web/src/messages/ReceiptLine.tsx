import type { Message } from "../api/messages.ts";
import { listOf } from "../language/listOf.ts";
import { conversationOf } from "./conversations.ts";
import * as messagesWords from "./messages.words.ts";
import { isYou, nameOf } from "./people.ts";
import type { Room } from "./room.ts";

/** How far one's last message has come: sent, delivered, seen. */
export function receiptOf(
	others: readonly { deliveredSeq: number; readSeq: number; name: string }[],
	seq: number,
	isGroup: boolean,
): string {
	const readers = others.filter(({ readSeq }) => readSeq >= seq);
	if (isGroup) {
		if (readers.length === 0) return messagesWords.sent();
		if (readers.length > 2) return messagesWords.seenByCount({ count: readers.length });
		return messagesWords.seenBy({ names: listOf(readers.map(({ name }) => name)) });
	}
	if (readers.length > 0) return messagesWords.seen();
	return others.some(({ deliveredSeq }) => deliveredSeq >= seq) ? messagesWords.delivered() : messagesWords.sent();
}

export function ReceiptLine({ room, message }: { room: Room; message: Message }) {
	const conversation = conversationOf(room.id);
	if (!conversation || message.content.type === "unsent") return null;
	const others = [...room.marks.value.values()]
		.filter(({ userId }) => !isYou(userId))
		.map((mark) => ({ ...mark, name: nameOf(mark.userId) }));
	return (
		<p class="thread__receipt" aria-live="polite">
			{receiptOf(others, message.seq, conversation.kind === "group")}
		</p>
	);
}
