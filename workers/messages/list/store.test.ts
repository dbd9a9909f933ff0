import { describe, expect, it } from "vitest";
import type { ConversationFacts, Message, MessageEvent } from "../../../contracts/messages.ts";
import { openSqlite } from "../sqlite.fixture.ts";
import { ConversationList } from "./store.ts";

const T = 1_800_000_000_000;
const ME = "1";
const idOf = (other: number) => `1-${other}`;

const facts = (id: string, standing: ConversationFacts["standing"] = "member"): MessageEvent => ({
	kind: "conversation_changed",
	conversation: {
		id,
		kind: "direct",
		name: null,
		otherId: id.split("-")[1] ?? "",
		faceIds: [],
		memberCount: 2,
		standing,
		invitedById: null,
		role: "member",
		locked: false,
		accepted: true,
		mayWrite: true,
	},
});
const message = (id: string, seq: number, senderId: string | null, more: Partial<Message> = {}): Message => ({
	conversationId: id,
	seq,
	revision: 0,
	senderId,
	clientId: null,
	sentAt: new Date(T + seq).toISOString(),
	editedAt: null,
	content: { type: "text", text: `message ${seq}` },
	replyTo: null,
	reactions: [],
	...more,
});
const wrote = (...args: Parameters<typeof message>): MessageEvent => ({ kind: "message", message: message(...args) });

/** A list that is told events of a conversation, numbered as they come. */
function scene() {
	const list = new ConversationList(openSqlite());
	const numbers = new Map<string, number>();
	return {
		list,
		tell: (id: string, ...events: MessageEvent[]) => {
			const from = numbers.get(id) ?? 0;
			numbers.set(id, from + events.length);
			return list.take(
				ME,
				id,
				events.map((event, at) => ({ n: from + at + 1, event, replaces: "x" })),
				T,
			);
		},
		page: () => list.page("inbox", 10, null, T),
	};
}

describe("somebody's list of conversations", () => {
	it("takes each event once, whatever is told again", () => {
		const { list, tell } = scene();
		tell(idOf(2), facts(idOf(2)), wrote(idOf(2), 1, "2"));
		const again = [
			{ n: 2, event: wrote(idOf(2), 1, "2"), replaces: "x" },
			{ n: 3, event: wrote(idOf(2), 2, "2"), replaces: "x" },
		];
		expect(list.take(ME, idOf(2), again, T).map(({ n }) => n)).toEqual([3]);
		expect(list.take(ME, idOf(2), again, T)).toEqual([]);
		expect(list.entry(idOf(2), T)).toMatchObject({ unread: 2, lastSeq: 2 });
	});

	it("counts what others wrote: not one's own, nor what the group says, nor what was taken back", () => {
		const { list, tell } = scene();
		const id = idOf(2);
		tell(id, facts(id), wrote(id, 1, "2"), wrote(id, 2, null), wrote(id, 3, "2"));
		expect(list.entry(id, T)?.unread).toBe(2);
		tell(id, { kind: "message_changed", message: message(id, 1, "2", { content: { type: "unsent" }, revision: 1 }) });
		expect(list.entry(id, T)).toMatchObject({ unread: 1, lastMessage: { seq: 3 } });
		tell(id, wrote(id, 4, ME));
		expect(list.entry(id, T)).toMatchObject({ unread: 0, readSeq: 4 });
	});

	it("shows what was written last as it is now", () => {
		const { list, tell } = scene();
		const id = idOf(2);
		tell(id, facts(id), wrote(id, 1, "2"));
		tell(id, { kind: "message_changed", message: message(id, 1, "2", { content: { type: "unsent" }, revision: 1 }) });
		expect(list.entry(id, T)).toMatchObject({ lastMessage: { content: { type: "unsent" } }, unread: 0 });
	});

	it("keeps requests apart, forgets what is gone, and has it back", () => {
		const { list, tell, page } = scene();
		const id = idOf(2);
		tell(id, facts(id, "requested"), wrote(id, 1, "2"));
		expect([page().requests, page().entries.length, list.page("requests", 10, null, T).entries.length]).toEqual([1, 0, 1]);
		tell(id, { kind: "conversation_gone", conversationId: id });
		expect([page().requests, list.entry(id, T)]).toEqual([0, null]);
		tell(id, facts(id), wrote(id, 2, "2"));
		expect(page().entries).toMatchObject([{ unread: 1, lastSeq: 2 }]);
	});

	it("hears nothing of whom the person blocked, and of nobody less", () => {
		const { list, tell } = scene();
		const id = idOf(2);
		tell(id, facts(id));
		list.setUnheard("2", true);
		expect(tell(id, wrote(id, 1, "2"), wrote(id, 2, "3"))).toHaveLength(1);
		expect(list.entry(id, T)).toMatchObject({ unread: 1, lastSeq: 2 });
		const replyTo = { seq: 1, senderId: "2", type: "text", text: "what they said" };
		const [answer] = tell(id, wrote(id, 3, "3", { replyTo }));
		expect(answer?.event).toMatchObject({ message: { replyTo: { seq: 1, text: "" } } });
		list.setUnheard("2", false);
		expect(tell(id, wrote(id, 3, "2"))).toHaveLength(1);
	});

	it("leaves muted ones out of the count until their time is over", () => {
		const { list, tell, page } = scene();
		const id = idOf(2);
		tell(id, facts(id), wrote(id, 1, "2"));
		expect([list.mute(id, T + 10), page().unread, page().entries[0]?.mutedUntil]).toEqual([true, 0, T + 10]);
		expect(list.page("inbox", 10, null, T + 11)).toMatchObject({ unread: 1, entries: [{ mutedUntil: null }] });
		expect(list.mute(idOf(9), T)).toBe(false);
	});

	it("says once which conversations have reached a device only now", () => {
		const { list, tell } = scene();
		tell(idOf(2), facts(idOf(2)), wrote(idOf(2), 1, "2"));
		tell(idOf(3), facts(idOf(3), "requested"), wrote(idOf(3), 1, "3"));
		expect(list.reached()).toEqual([{ id: idOf(2), seq: 1 }]);
		expect(list.reached()).toEqual([]);
	});

	it("is read by page through ten thousand conversations, each once, latest first", () => {
		const { list, tell } = scene();
		const count = 10_000;
		for (let other = 2; other < count + 2; other++) tell(idOf(other), facts(idOf(other)), wrote(idOf(other), other, String(other)));
		const seen: number[] = [];
		let after: { at: number; id: string } | null = null;
		do {
			const page = list.page("inbox", 60, after, T);
			seen.push(...page.entries.map(({ at }) => at));
			after = page.next;
		} while (after !== null);
		expect(seen).toHaveLength(count);
		expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
	});
});
