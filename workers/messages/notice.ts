import type { Message } from "../../contracts/messages.ts";
import type { Notice } from "../social/index.ts";
import type { Entry } from "./list/store.ts";

/** A push tells of a message after this long, milliseconds: whoever reads it on an open device meanwhile is not told. */
export const NOTICE_AFTER_MS = 3_000;

/** Characters of a message that a push quotes. */
const QUOTE_LENGTH = 120;

/** What its sender did, to stand behind their name; of a stranger's request none of its words. */
function didOf({ content }: Message, { facts }: Entry): string | null {
	if (facts.standing === "requested") return facts.kind === "group" ? "asks you into a group" : "sent you a message request";
	const where = facts.kind === "group" ? ` in “${facts.name ?? "your group"}”` : "";
	if (content.type === "photo") return `sent a photo${where}`;
	if (content.type === "voice") return `sent a voice note${where}`;
	if (content.type === "video" && content.text === null) return `sent a video${where}`;
	if (content.type !== "text" && content.type !== "video") return null;
	// By whole characters: half of an emoji is none.
	const letters = [...(content.text ?? "")];
	const quote = letters.length > QUOTE_LENGTH ? `${letters.slice(0, QUOTE_LENGTH - 1).join("")}…` : letters.join("");
	return facts.kind === "group" ? `wrote${where}: ${quote}` : `wrote: ${quote}`;
}

export const noticeKey = ({ conversationId, seq }: Message): string => `message:${conversationId}:${seq}`;

/** What a person is pushed of a message; null for one of their own, in a muted conversation, or that the conversation says itself. */
export function noticeOf(message: Message, entry: Entry, userId: string, now: number): Omit<Notice, "userId"> | null {
	const { senderId, conversationId } = message;
	const isMuted = entry.mutedUntil !== null && entry.mutedUntil > now;
	const did = senderId === null || senderId === userId || isMuted || entry.facts.standing === "closed" ? null : didOf(message, entry);
	if (did === null || senderId === null) return null;
	return { type: "message", text: "You have a new message.", did, actorId: senderId, conversationId, key: noticeKey(message) };
}
