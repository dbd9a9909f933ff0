import { describe, expect, it } from "vitest";
import type { Conversation, Message } from "../api/messages.ts";
import { receiptOf } from "./ReceiptLine.tsx";
import { briefOf, dayName, lineOf, noteOf, quoteOf, shortWhen, writingOf } from "./words.ts";

const names: Record<string, string> = { "1": "You", "2": "Mina", "3": "Jonas" };
const nameOf = (id: string | null) => names[id ?? ""] ?? "Someone";
const message = (content: Message["content"], senderId: string | null = "2") => ({ content, senderId }) as Message;
const note = (about: string, byId: string, userId: string | null, more: object = {}) =>
	message({ type: "system", about, byId, userId, name: null, role: null, ...more } as Message["content"], null);

describe("messages in words", () => {
	it.each([
		[note("created", "2", null), "Mina made the group"],
		[note("joined", "3", "3"), "Jonas joined"],
		[note("joined", "2", "1"), "Mina let you in"],
		[note("left", "3", "3"), "Jonas left"],
		[note("removed", "1", "3"), "You removed Jonas"],
		[note("renamed", "2", null, { name: "Tea" }), "Mina named the group Tea"],
		[note("locked", "2", null), "Mina locked the group: only its owner and admins write"],
		[note("unlocked", "2", null), "Mina unlocked the group: everyone can write"],
		[note("role", "2", "1", { role: "admin" }), "You are an admin now"],
		[note("role", "2", "3", { role: "owner" }), "Jonas is the owner now"],
		[note("role", "2", "9", { role: "member" }), "Someone is no longer an admin"],
	])("a note of the group: %#", (told, words) => {
		expect(noteOf(told, nameOf)).toBe(words);
	});
	it.each([
		[{ type: "video", videoId: "1", text: null }, "Sent a video"],
		[{ type: "video", videoId: "1", text: "look" }, "look"],
		[{ type: "unsent" }, "Message unsent"],
	] as const)("in a line: %#", (content, words) => {
		expect(briefOf({ content })).toBe(words);
	});
	it("the list says who wrote it where it isn't plain", () => {
		const last = message({ type: "text", text: "hi" });
		const of = (kind: "direct" | "group", lastMessage: Message | null) =>
			lineOf({ kind, standing: "member", lastMessage } as Conversation, nameOf);
		expect(of("direct", last)).toBe("hi");
		expect(of("group", last)).toBe("Mina: hi");
		expect(of("group", { ...last, senderId: "1" })).toBe("You: hi");
		expect(of("direct", null)).toBe("Say hello");
		expect(of("group", note("left", "3", "3"))).toBe("Jonas left");
	});
	it("what has no words is quoted by its kind", () => {
		expect(["photo", "voice", "video", "unsent"].map((type) => quoteOf({ type, text: "" }))).toEqual([
			"Photo",
			"Voice note",
			"Video",
			"Message unsent",
		]);
	});
	it.each([
		[[], "direct", ""],
		[["Mina"], "direct", "typing…"],
		[["Mina"], "group", "Mina is typing…"],
		[["Mina", "Jonas"], "group", "Mina and Jonas are typing…"],
		[["Mina", "Jonas", "Ada"], "group", "3 people are typing…"],
	] as const)("who writes: %#", (who, kind, words) => {
		expect(writingOf(who, kind)).toBe(words);
	});
	it("days are called as calendars do", () => {
		const now = new Date(2026, 4, 6, 0, 30).getTime();
		const at = (day: number, hour = 12) => new Date(2026, 4, day, hour).getTime();
		expect(dayName(at(6, 0), now)).toBe("Today");
		expect(dayName(at(5, 23), now)).toBe("Yesterday");
		expect(dayName(at(2), now)).toBe("Saturday");
		expect(dayName(new Date(2026, 1, 3).getTime(), now)).toBe("February 3");
		expect(dayName(new Date(2024, 1, 3).getTime(), now)).toBe("February 3, 2024");
		expect(shortWhen(now - 30_000, now)).toBe("now");
		expect(shortWhen(now - 3 * 3_600_000, now)).toBe("3h");
		expect(shortWhen(at(1), now)).toBe("5d");
	});
	it.each([
		[[{ deliveredSeq: 0, readSeq: 0, name: "Mina" }], false, "Sent"],
		[[{ deliveredSeq: 5, readSeq: 4, name: "Mina" }], false, "Delivered"],
		[[{ deliveredSeq: 5, readSeq: 5, name: "Mina" }], false, "Seen"],
		[[{ deliveredSeq: 5, readSeq: 4, name: "Mina" }], true, "Sent"],
		[[{ deliveredSeq: 5, readSeq: 5, name: "Mina" }], true, "Seen by Mina"],
	])("how far it came: %#", (others, isGroup, words) => {
		expect(receiptOf(others, 5, isGroup)).toBe(words);
	});
});
