import { describe, expect, it } from "vitest";
import type { Message, MessageEvent } from "../../contracts/messages.ts";
import type { Services } from "../platform/services.ts";
import { AHEAD_FROM, Ahead } from "./ahead.ts";
import type { Conversation } from "./conversation.ts";
import type { Told } from "./core/reduce.ts";
import { Marks } from "./marks.ts";

const everybody = Array.from({ length: AHEAD_FROM }, (_, at) => String(at + 1));
const wrote = (seq: number, to: readonly string[] = everybody): Told => ({
	to,
	event: { kind: "message", message: { conversationId: "g1", seq } as Message } satisfies MessageEvent,
	replaces: `message ${seq}`,
});

/** A group whose members' inboxes note what they were shown; those in `away` have no client, those in `down` fail. */
function scene() {
	const shown = new Map<string, number[]>();
	const [away, down] = [new Set<string>(), new Set<string>()];
	const clock = { now: 1_000_000 };
	const members = new Map(everybody.map((userId) => [userId, { userId, standing: "member" }]));
	const inbox = (userId: string) => ({
		takeAhead: async (messages: readonly Message[]) => {
			if (down.has(userId)) throw new Error("the inbox is away");
			shown.set(userId, [...(shown.get(userId) ?? []), ...messages.map(({ seq }) => seq)]);
			return !away.has(userId);
		},
	});
	const services = { clock: () => clock.now, objects: { inbox } } as unknown as Services;
	const conversation = () => ({ state: { id: "g1", kind: "group", members } }) as unknown as Conversation;
	return { shown, away, down, clock, members, ahead: new Ahead(services, conversation, new Marks(services, conversation)) };
}

describe("what is written in a large group", () => {
	it("is shown to everybody at once, in one call each", async () => {
		const { ahead, shown } = scene();
		ahead.add([wrote(1), wrote(2)]);
		expect(ahead.audience).toBe(AHEAD_FROM);
		await ahead.drain();
		expect([...shown.values()]).toEqual(everybody.map(() => [1, 2]));
		expect(ahead.audience).toBe(0);
	});

	it("is not shown to who came after it, or left before it is told", async () => {
		const { ahead, shown, members } = scene();
		members.set("99", { userId: "99", standing: "member" });
		ahead.add([wrote(1)]);
		members.delete("3");
		await ahead.drain();
		expect(shown.has("99")).toBe(false);
		expect(shown.has("3")).toBe(false);
		expect(shown.size).toBe(AHEAD_FROM - 1);
	});

	it("leaves who has no client alone for a while, and asks again later", async () => {
		const { ahead, shown, away, clock } = scene();
		away.add("2");
		ahead.add([wrote(1)]);
		await ahead.drain();
		ahead.add([wrote(2)]);
		await ahead.drain();
		expect(shown.get("2")).toEqual([1]);
		clock.now += 10_001;
		ahead.add([wrote(3)]);
		await ahead.drain();
		expect(shown.get("2")).toEqual([1, 3]);
	});

	it("is lost where an inbox fails, and nowhere else", async () => {
		const { ahead, shown, down } = scene();
		down.add("2");
		ahead.add([wrote(1)]);
		await ahead.drain();
		expect(shown.size).toBe(AHEAD_FROM - 1);
	});

	it("goes by the log alone in a small one, and so does what is not a message", () => {
		const { ahead } = scene();
		ahead.add([wrote(1, everybody.slice(1)), { ...wrote(2), event: { kind: "conversation_gone", conversationId: "g1" } }]);
		expect(ahead.audience).toBe(0);
	});
});
