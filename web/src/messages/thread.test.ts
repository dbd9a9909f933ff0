import { describe, expect, it } from "vitest";
import type { Message } from "../api/messages.ts";
import { mergeMessages, NO_THREAD, type Thread, withArrived, withChanged, withNewest, withPage } from "./thread.ts";

const said = (seq: number, more: Partial<Message> = {}): Message => ({
	conversationId: "1-2",
	seq,
	revision: 0,
	senderId: "1",
	clientId: null,
	sentAt: new Date(Date.UTC(2026, 4, 1, 12, 0, seq)).toISOString(),
	editedAt: null,
	content: { type: "text", text: `number ${seq}` },
	replyTo: null,
	reactions: [],
	...more,
});
const thread = (seqs: number[], more: Partial<Thread> = {}): Thread => ({ ...NO_THREAD, messages: seqs.map((seq) => said(seq)), ...more });
const seqsOf = ({ messages }: Thread) => messages.map(({ seq }) => seq);

describe("a conversation's messages at hand", () => {
	it("stand in their order, each once, however they arrive", () => {
		let held = thread([1, 2]);
		for (const seq of [5, 3, 5, 4, 2]) held = withArrived(held, said(seq));
		expect(seqsOf(held)).toEqual([1, 2, 3, 4, 5]);
	});
	it("of two copies the later revision holds, whichever comes first", () => {
		const edited = said(2, { revision: 2, content: { type: "text", text: "edited" } });
		const stale = said(2, { revision: 1, content: { type: "text", text: "stale" } });
		expect(mergeMessages([edited], [stale])).toEqual([edited]);
		expect(mergeMessages([stale], [edited])).toEqual([edited]);
	});
	it("nothing that is not new makes another list", () => {
		const held = [said(1)];
		expect(mergeMessages(held, [said(1)])).toBe(held);
	});
	it("what arrives is not put at the end of a stretch in the middle", () => {
		const middle = thread([10, 11], { hasNewer: true });
		expect(withArrived(middle, said(90))).toBe(middle);
	});
	it("one that is taken back is quoted no more", () => {
		const quoting = said(3, { replyTo: { seq: 1, senderId: "1", type: "text", text: "number 1" } });
		const held = { ...NO_THREAD, messages: [said(1), quoting] };
		const after = withChanged(held, said(1, { revision: 1, content: { type: "unsent" } }));
		expect(after.messages[1]?.replyTo).toMatchObject({ type: "unsent", text: "" });
	});
	it("a change of what is not at hand changes nothing", () => {
		const held = thread([4]);
		expect(withChanged(held, said(1, { revision: 1 }))).toBe(held);
	});
	it("pages join at both ends and say what lies beyond", () => {
		const older = withPage(thread([5, 6], { hasOlder: true, hasNewer: true }), thread([3, 4], { hasOlder: true }), "older");
		expect(older).toMatchObject({ hasOlder: true, hasNewer: true });
		const whole = withPage(older, thread([7], { hasOlder: true }), "newer");
		expect(seqsOf(whole)).toEqual([3, 4, 5, 6, 7]);
		expect(whole.hasNewer).toBe(false);
	});
	it.each([
		["joins what it reaches", thread([1, 2, 3]), thread([3, 4], { hasOlder: true }), [1, 2, 3, 4]],
		["follows right after", thread([1, 2]), thread([3, 4], { hasOlder: true }), [1, 2, 3, 4]],
		["takes its place where there is a gap", thread([1, 2]), thread([8, 9], { hasOlder: true }), [8, 9]],
		["takes the place of a stretch in the middle", thread([1, 2], { hasNewer: true }), thread([2, 3], { hasOlder: true }), [2, 3]],
		["joins over a gap in the numbers that is the beginning", thread([]), thread([4, 6]), [4, 6]],
	] as const)("what is newest, read anew, %s", (_, held, page, seqs) => {
		expect(seqsOf(withNewest(held, page))).toEqual(seqs);
	});
});
