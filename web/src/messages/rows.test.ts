import { describe, expect, it } from "vitest";
import type { Message } from "../api/messages.ts";
import { rowsOf } from "./rows.ts";

const said = (seq: number, senderId: string | null, minute: number, more: Partial<Message> = {}): Message => ({
	conversationId: "1-2",
	seq,
	revision: 0,
	senderId,
	clientId: null,
	sentAt: new Date(2026, 4, 1, 12, minute).toISOString(),
	editedAt: null,
	content: { type: "text", text: "hi" },
	replyTo: null,
	reactions: [],
	...more,
});
const shape = (messages: Message[], unreadAfter: number | null = null) =>
	rowsOf(messages, unreadAfter, "1").map((row) =>
		row.kind === "message" ? `${row.message.seq}${row.starts ? "<" : ""}${row.ends ? ">" : ""}` : row.kind,
	);

describe("the lines of a conversation", () => {
	it("one person's messages stand together until another writes or some minutes pass", () => {
		expect(shape([said(1, "2", 0), said(2, "2", 1), said(3, "1", 2), said(4, "1", 20)])).toEqual(["when", "1<", "2>", "3<>", "4<>"]);
	});
	it("each day, and each pause, begins with when it was", () => {
		const nextDay = said(3, "2", 0, { sentAt: new Date(2026, 4, 2, 9).toISOString() });
		expect(shape([said(1, "2", 0), said(2, "2", 50), nextDay])).toEqual(["when", "1<>", "when", "2<>", "when", "3<>"]);
	});
	it("what is new is divided off before the first of somebody else", () => {
		expect(shape([said(1, "2", 0), said(2, "1", 1), said(3, "2", 2), said(4, "2", 3)], 1)).toEqual([
			"when",
			"1<>",
			"2<>",
			"unread",
			"3<",
			"4>",
		]);
	});
	it("nothing is divided off where all is read", () => {
		expect(shape([said(1, "2", 0)], 1)).toEqual(["when", "1<>"]);
	});
	it("what the conversation says itself parts a group", () => {
		const note = said(2, null, 1, { content: { type: "system", about: "joined", byId: "3", userId: "3", name: null, role: null } });
		expect(shape([said(1, "2", 0), note, said(3, "2", 2)])).toEqual(["when", "1<>", "note", "3<>"]);
	});
	it("one's own keeps its key from sending to sent", () => {
		const [, row] = rowsOf([said(1, "1", 0, { clientId: "made-here" })], null, "1");
		expect(row?.key).toBe("made-here");
		expect(rowsOf([said(1, "2", 0, { clientId: "made-there" })], null, "1")[1]?.key).toBe("1");
	});
});
