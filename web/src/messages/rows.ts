import type { Message } from "../api/messages.ts";

/** Messages of one person that follow each other within this time stand together, milliseconds. */
const TOGETHER_MS = 5 * 60_000;

/** After a pause so long it is said when it went on, milliseconds. */
const PAUSE_MS = 45 * 60_000;

/** What stands in a line of a conversation. */
export type Row =
	/** Before the first of a day, and after a pause. */
	| { readonly kind: "when"; readonly key: string; readonly at: number; readonly startsDay: boolean }
	| { readonly kind: "unread"; readonly key: string }
	| { readonly kind: "note"; readonly key: string; readonly message: Message }
	| {
			readonly kind: "message";
			readonly key: string;
			readonly message: Message;
			/** The first, and the last, of those of one person that stand together. */
			readonly starts: boolean;
			readonly ends: boolean;
	  };

const dayOf = (at: number): string => new Date(at).toDateString();
const isNote = ({ content, senderId }: Message): boolean => content.type === "system" || senderId === null;

/** Whether the second stands right under the first, as one of a group. */
function together(first: Message | undefined, second: Message | undefined): boolean {
	if (!first || !second || isNote(first) || isNote(second) || first.senderId !== second.senderId) return false;
	const [a, b] = [Date.parse(first.sentAt), Date.parse(second.sentAt)];
	return b - a < TOGETHER_MS && dayOf(a) === dayOf(b);
}

/**
 * A conversation's lines: a line before each day and after a pause, one before what is new, and messages in groups.
 * @param unreadAfter the first of others beyond this number is the first new one; null for no divider
 */
export function rowsOf(messages: readonly Message[], unreadAfter: number | null, ownId: string): readonly Row[] {
	const rows: Row[] = [];
	let isDivided = unreadAfter === null;
	for (const [place, message] of messages.entries()) {
		const before = messages[place - 1];
		const at = Date.parse(message.sentAt);
		const previously = before ? Date.parse(before.sentAt) : 0;
		const startsDay = dayOf(previously) !== dayOf(at);
		if (startsDay || at - previously > PAUSE_MS) rows.push({ kind: "when", key: `when-${message.seq}`, at, startsDay });
		const divides = !isDivided && message.seq > (unreadAfter ?? 0) && message.senderId !== null && message.senderId !== ownId;
		if (divides) {
			rows.push({ kind: "unread", key: "unread" });
			isDivided = true;
		}
		// By what the client named it, so that one's own keeps its place when it is sent.
		const key = message.clientId && message.senderId === ownId ? message.clientId : String(message.seq);
		if (isNote(message)) rows.push({ kind: "note", key, message });
		else {
			const starts = divides || !together(before, message);
			rows.push({ kind: "message", key, message, starts, ends: !together(message, messages[place + 1]) });
		}
	}
	return rows;
}
