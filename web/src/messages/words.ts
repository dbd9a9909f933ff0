import type { Conversation, Message } from "../api/messages.ts";
import { locale } from "../language/language.ts";
import { dayAndMonth } from "../ui/format.ts";

type NameOf = (id: string | null) => string;

const ROLES = { owner: "the owner now", admin: "an admin now", member: "no longer an admin" } as const;

/** What a conversation says itself, in words. `nameOf` answers "You" for the reader. */
export function noteOf({ content }: Message, nameOf: NameOf): string {
	if (content.type !== "system") return "";
	const { about, byId, userId, name, role } = content;
	const by = nameOf(byId);
	const whom = nameOf(userId);
	// "Mina made you an admin", within the sentence.
	const object = whom === "You" ? "you" : whom;
	switch (about) {
		case "created":
			return `${by} made the group`;
		case "joined":
			return userId === null || userId === byId ? `${by} joined` : `${by} let ${object} in`;
		case "left":
			return `${userId === null ? by : whom} left`;
		case "removed":
			return `${by} removed ${object}`;
		case "renamed":
			return name === null ? `${by} renamed the group` : `${by} named the group ${name}`;
		case "locked":
			return `${by} locked the group: only its owner and admins write`;
		case "unlocked":
			return `${by} unlocked the group: everyone can write`;
		case "role":
			return `${whom} ${whom === "You" ? "are" : "is"} ${ROLES[role ?? "member"]}`;
	}
}

/** A message in a line, without who wrote it. */
export function briefOf(message: Pick<Message, "content">): string {
	const { content } = message;
	switch (content.type) {
		case "text":
			return content.text;
		case "video":
			return content.text ?? "Sent a video";
		case "photo":
			return "Sent a photo";
		case "voice":
			return "Sent a voice note";
		case "unsent":
			return "Message unsent";
		case "system":
			return "";
	}
}

/** What a quoted message is called where it has no words. */
export function quoteOf({ type, text }: { readonly type: string; readonly text: string }): string {
	if (text !== "") return text;
	if (type === "photo") return "Photo";
	if (type === "voice") return "Voice note";
	if (type === "video") return "Video";
	return "Message unsent";
}

/** The line under a conversation's name in the list. */
export function lineOf({ lastMessage, kind, standing }: Conversation, nameOf: NameOf): string {
	if (lastMessage === null) return kind === "group" && standing === "requested" ? "Asks you to join" : "Say hello";
	if (lastMessage.senderId === null || lastMessage.content.type === "system") return noteOf(lastMessage, nameOf);
	const who = nameOf(lastMessage.senderId);
	const brief = briefOf(lastMessage);
	if (who === "You") return `You: ${brief}`;
	return kind === "group" ? `${who}: ${brief}` : brief;
}

/** A conversation's name: a group's own, else the other's. */
export const titleOf = ({ kind, name, otherId }: Pick<Conversation, "kind" | "name" | "otherId">, nameOf: NameOf): string =>
	kind === "group" ? (name ?? "Group") : nameOf(otherId);

/** Who writes, in words; empty when nobody does. */
export function writingOf(names: readonly string[], kind: Conversation["kind"]): string {
	const [first, second] = names;
	if (first === undefined) return "";
	if (kind === "direct") return "typing…";
	if (second === undefined) return `${first} is typing…`;
	return names.length === 2 ? `${first} and ${second} are typing…` : `${names.length} people are typing…`;
}

const DAY_MS = 86_400_000;
const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
/** Days between two moments, as calendars count them. */
const daysBetween = (at: number, now: number): number => Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);

/** A day, as a divider says it. Milliseconds since 1970. */
export function dayName(at: number, now: number): string {
	const days = daysBetween(at, now);
	if (days === 0) return "Today";
	if (days === 1) return "Yesterday";
	const date = new Date(at);
	if (days > 1 && days < 7) return date.toLocaleDateString(locale.value, { weekday: "long" });
	return dayAndMonth(at, now);
}
export const timeOfDay = (at: number): string => new Date(at).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });

/** When something was written, as short as a list has room for. */
export function shortWhen(at: number, now: number): string {
	const minutes = Math.floor((now - at) / 60_000);
	if (minutes < 1) return "now";
	if (minutes < 60) return `${minutes}m`;
	if (minutes < 24 * 60) return `${Math.floor(minutes / 60)}h`;
	const days = Math.max(1, daysBetween(at, now));
	return days < 7 ? `${days}d` : `${Math.floor(days / 7)}w`;
}
