import type { Conversation, Message } from "../api/messages.ts";
import * as feedWords from "../feed/feed.words.ts";
import { locale } from "../language/language.ts";
import { ago, dayAndMonth } from "../ui/format.ts";
import * as messagesWords from "./messages.words.ts";

type NameOf = (id: string | null) => string;

/** Of those given, the sentence that fits who did it: the reader, somebody to the reader, somebody to somebody. */
const said = (by: string, own: () => string, others: (given: { by: string }) => string): string =>
	by === messagesWords.you() ? own() : others({ by });

function roleNote(whom: string, role: "owner" | "admin" | "member"): string {
	const isReader = whom === messagesWords.you();
	if (role === "owner") return isReader ? messagesWords.youAreOwner() : messagesWords.isOwner({ whom });
	if (role === "admin") return isReader ? messagesWords.youAreAdmin() : messagesWords.isAdmin({ whom });
	return isReader ? messagesWords.youAreMember() : messagesWords.isMember({ whom });
}

/** What a conversation says itself, in words. `nameOf` answers "You", in the reader's language, for the reader. */
export function noteOf({ content }: Message, nameOf: NameOf): string {
	if (content.type !== "system") return "";
	const { about, byId, userId, name, role } = content;
	const by = nameOf(byId);
	const whom = nameOf(userId);
	const toReader = whom === messagesWords.you();
	switch (about) {
		case "created":
			return said(by, messagesWords.youMadeGroup, messagesWords.madeGroup);
		case "joined":
			if (userId === null || userId === byId) return said(by, messagesWords.youJoined, messagesWords.joined);
			if (toReader) return messagesWords.letYouIn({ by });
			return said(
				by,
				() => messagesWords.youLetIn({ whom }),
				() => messagesWords.letSomebodyIn({ by, whom }),
			);
		case "left": {
			const who = userId === null ? by : whom;
			return who === messagesWords.you() ? messagesWords.youLeft() : messagesWords.left({ whom: who });
		}
		case "removed":
			if (toReader) return messagesWords.removedYou({ by });
			return said(
				by,
				() => messagesWords.youRemoved({ whom }),
				() => messagesWords.removed({ by, whom }),
			);
		case "renamed":
			if (name === null) return said(by, messagesWords.youRenamed, messagesWords.renamed);
			return said(
				by,
				() => messagesWords.youNamed({ name }),
				() => messagesWords.named({ by, name }),
			);
		case "locked":
			return said(by, messagesWords.youLocked, messagesWords.locked);
		case "unlocked":
			return said(by, messagesWords.youUnlocked, messagesWords.unlocked);
		case "role":
			return roleNote(whom, role ?? "member");
	}
}

/** A message in a line, without who wrote it. */
export function briefOf(message: Pick<Message, "content">): string {
	const { content } = message;
	switch (content.type) {
		case "text":
			return content.text;
		case "video":
			return content.text ?? messagesWords.sentVideo();
		case "photo":
			return messagesWords.sentPhoto();
		case "voice":
			return messagesWords.sentVoice();
		case "unsent":
			return messagesWords.unsent();
		case "system":
			return "";
	}
}

/** What a quoted message is called where it has no words. */
export function quoteOf({ type, text }: { readonly type: string; readonly text: string }): string {
	if (text !== "") return text;
	if (type === "photo") return messagesWords.photo();
	if (type === "voice") return messagesWords.voiceNote();
	if (type === "video") return feedWords.video();
	return messagesWords.unsent();
}

/** The line under a conversation's name in the list. */
export function lineOf({ lastMessage, kind, standing }: Conversation, nameOf: NameOf): string {
	if (lastMessage === null) return kind === "group" && standing === "requested" ? messagesWords.asksYouToJoin() : messagesWords.sayHello();
	if (lastMessage.senderId === null || lastMessage.content.type === "system") return noteOf(lastMessage, nameOf);
	const who = nameOf(lastMessage.senderId);
	const brief = briefOf(lastMessage);
	if (who === messagesWords.you()) return messagesWords.youSaid({ brief });
	return kind === "group" ? messagesWords.nameSaid({ person: who, brief }) : brief;
}

/** A conversation's name: a group's own, else the other's. */
export const titleOf = ({ kind, name, otherId }: Pick<Conversation, "kind" | "name" | "otherId">, nameOf: NameOf): string =>
	kind === "group" ? (name ?? messagesWords.group()) : nameOf(otherId);

/** Who writes, in words; empty when nobody does. */
export function writingOf(names: readonly string[], kind: Conversation["kind"]): string {
	const [first, second] = names;
	if (first === undefined) return "";
	if (kind === "direct") return messagesWords.typing();
	if (second === undefined) return messagesWords.isTyping({ first });
	return names.length === 2 ? messagesWords.twoTyping({ first, second }) : messagesWords.manyTyping({ count: names.length });
}

const DAY_MS = 86_400_000;
const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
/** Days between two moments, as calendars count them. */
const daysBetween = (at: number, now: number): number => Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);

/** A day, as a divider says it. Milliseconds since 1970. */
export function dayName(at: number, now: number): string {
	const days = daysBetween(at, now);
	if (days === 0) return messagesWords.today();
	if (days === 1) return messagesWords.yesterday();
	const date = new Date(at);
	if (days > 1 && days < 7) return date.toLocaleDateString(locale.value, { weekday: "long" });
	return dayAndMonth(at, now);
}
export const timeOfDay = (at: number): string => new Date(at).toLocaleTimeString(locale.value, { hour: "numeric", minute: "2-digit" });

const shortUnit = (count: number, unit: "minute" | "hour" | "day" | "week"): string =>
	new Intl.NumberFormat(locale.value, { style: "unit", unit, unitDisplay: "narrow" }).format(count);

/** When something was written, as short as a list has room for: "3h". */
export function shortWhen(at: number, now: number): string {
	const minutes = Math.floor((now - at) / 60_000);
	if (minutes < 1) return ago(new Date(at).toISOString(), at);
	if (minutes < 60) return shortUnit(minutes, "minute");
	if (minutes < 24 * 60) return shortUnit(Math.floor(minutes / 60), "hour");
	const days = Math.max(1, daysBetween(at, now));
	return days < 7 ? shortUnit(days, "day") : shortUnit(Math.floor(days / 7), "week");
}
