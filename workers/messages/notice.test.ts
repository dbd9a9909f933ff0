import { describe, expect, it } from "vitest";
import type { Message, MessageContent } from "../../contracts/messages.ts";
import type { Entry } from "./list/store.ts";
import { noticeOf } from "./notice.ts";

const NOW = 1_800_000_000_000;
const message = (content: MessageContent, fields: Partial<Message> = {}): Message => ({
	conversationId: "1-2",
	seq: 7,
	revision: 0,
	senderId: "2",
	clientId: null,
	sentAt: new Date(NOW).toISOString(),
	editedAt: null,
	content,
	replyTo: null,
	reactions: [],
	...fields,
});
const entry = (facts: Partial<Entry["facts"]> = {}, fields: Partial<Entry> = {}) =>
	({ facts: { kind: "direct", name: null, standing: "member", ...facts }, mutedUntil: null, ...fields }) as Entry;
const text = (words: string): MessageContent => ({ type: "text", text: words });
const photo: MessageContent = { type: "photo", url: "/p", width: 1, height: 1, blurhash: "", alt: "" };

describe("what is pushed of a message", () => {
	it.each<[string, Message, Entry, string | undefined]>([
		["words", message(text("Hi there")), entry(), "wrote: Hi there"],
		["words in a group", message(text("Hi")), entry({ kind: "group", name: "Tea" }), "wrote in “Tea”: Hi"],
		["a photo", message(photo), entry(), "sent a photo"],
		["a video without words", message({ type: "video", videoId: "9", text: null }), entry(), "sent a video"],
		["a video with words", message({ type: "video", videoId: "9", text: "This!" }), entry(), "wrote: This!"],
		[
			"a stranger's request, without its words",
			message(text("Click here")),
			entry({ standing: "requested" }),
			"sent you a message request",
		],
		["one's own", message(text("Hi"), { senderId: "1" }), entry(), undefined],
		["what the group says itself", message(text("Hi"), { senderId: null }), entry({ kind: "group" }), undefined],
		["what was unsent", message({ type: "unsent" }), entry(), undefined],
		["a muted conversation", message(text("Hi")), entry({}, { mutedUntil: NOW + 1 }), undefined],
		["a mute that ended", message(text("Hi")), entry({}, { mutedUntil: NOW }), "wrote: Hi"],
		["a closed conversation", message(text("Hi")), entry({ standing: "closed" }), undefined],
	])("%s", (_, what, where, did) => {
		expect(noticeOf(what, where, "1", NOW)?.did).toBe(did);
	});

	it("is quoted by whole characters, up to a length", () => {
		const did = noticeOf(message(text("🧀".repeat(200))), entry(), "1", NOW)?.did ?? "";
		expect(did).toBe(`wrote: ${"🧀".repeat(119)}…`);
	});
});
