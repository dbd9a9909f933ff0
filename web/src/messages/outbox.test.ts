import { describe, expect, it } from "vitest";
import type { Message } from "../api/messages.ts";
import { ApiError, offlineError } from "../api/problem.ts";
import { Outbox, type Outgoing } from "./outbox.ts";

const refused = new ApiError({ code: "conversation_closed", status: 409, detail: "Nothing can be written here any more." });
const text = (clientId: string, conversationId = "1-2") => ({
	clientId,
	conversationId,
	content: { type: "text", text: clientId } as const,
	file: null,
	replyTo: null,
});

/** An outbox whose sends wait until they are answered by hand. */
function made(kept = new Map<string, string>()) {
	const calls: { outgoing: Outgoing; answer(error?: unknown): Promise<void> }[] = [];
	const sent: string[] = [];
	const later: { work(): void; ms: number }[] = [];
	const outbox = new Outbox({
		send: (outgoing) =>
			new Promise((resolve, reject) => {
				calls.push({
					outgoing,
					answer: async (error) => {
						if (error) reject(error);
						else resolve({ clientId: outgoing.clientId } as Message);
						await new Promise((done) => setTimeout(done));
					},
				});
			}),
		sent: ({ clientId }) => void sent.push(String(clientId)),
		later: (work, ms) => void later.push({ work, ms }),
		now: () => 0,
		storage: () => ({
			getItem: (key) => kept.get(key) ?? null,
			setItem: (key, value) => void kept.set(key, value),
			removeItem: (key) => void kept.delete(key),
		}),
	});
	outbox.belongTo("7");
	const states = () => outbox.entries.value.map(({ clientId, state }) => `${clientId} ${state}`);
	return { outbox, calls, sent, later, kept, states };
}

describe("what is on its way", () => {
	it("goes one after the other in a conversation, beside those of others", async () => {
		const { outbox, calls, sent, states } = made();
		for (const entry of [text("a"), text("b"), text("c", "3-4")]) outbox.add(entry);
		expect(states()).toEqual(["a sending", "b waiting", "c sending"]);
		await calls[0]?.answer();
		expect(sent).toEqual(["a"]);
		expect(states()).toEqual(["b sending", "c sending"]);
	});
	it("waits out a lost connection and is sent under the same name, in order", async () => {
		const { outbox, calls, sent, later, states } = made();
		outbox.add(text("a"));
		outbox.add(text("b"));
		await calls[0]?.answer(offlineError());
		expect(states()).toEqual(["a waiting", "b waiting"]);
		expect(calls).toHaveLength(1);
		later[0]?.work();
		await calls[1]?.answer();
		await calls[2]?.answer();
		expect(calls.map(({ outgoing }) => outgoing.clientId)).toEqual(["a", "a", "b"]);
		expect(sent).toEqual(["a", "b"]);
	});
	it("being told twice to go, it goes once", () => {
		const { outbox, calls } = made();
		outbox.add(text("a"));
		outbox.flush();
		outbox.flush();
		expect(calls).toHaveLength(1);
	});
	it("asks less and less often, and no sooner than the server said", async () => {
		const { outbox, calls, later } = made();
		outbox.add(text("a"));
		for (let tried = 0; tried < 7; tried++) {
			await calls[tried]?.answer(offlineError());
			later[tried]?.work();
		}
		expect(later.map(({ ms }) => ms)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
		await calls[7]?.answer(new ApiError({ code: "rate_limited", status: 429, detail: "Slower.", retryAfterSeconds: 44 }));
		expect(later.at(-1)?.ms).toBe(44_000);
	});
	it("what is refused says why and holds nobody up; it can be tried again or dropped", async () => {
		const { outbox, calls, states } = made();
		outbox.add(text("a"));
		outbox.add(text("b"));
		await calls[0]?.answer(refused);
		expect(outbox.entries.value[0]?.fault).toBe("Nothing can be written here any more.");
		expect(states()).toEqual(["a failed", "b sending"]);
		await calls[1]?.answer();
		outbox.retry("a");
		expect(states()).toEqual(["a sending"]);
		await calls[2]?.answer(refused);
		outbox.discard("a");
		expect(states()).toEqual([]);
	});
	it("a day's allowance that is used up is no matter of waiting", async () => {
		const { outbox, calls, states } = made();
		outbox.add(text("a"));
		await calls[0]?.answer(new ApiError({ code: "daily_limit", status: 429, detail: "Enough for today." }));
		expect(states()).toEqual(["a failed"]);
	});
	it("outlives a reload, and belongs to who wrote it", () => {
		const first = made();
		first.outbox.add(text("a"));
		const again = made(first.kept);
		expect(again.calls.map(({ outgoing }) => outgoing.clientId)).toEqual(["a"]);
		again.outbox.belongTo("8");
		expect(again.states()).toEqual([]);
		again.outbox.belongTo("7");
		expect(again.outbox.entries.value.map(({ clientId }) => clientId)).toEqual(["a"]);
	});
	it("what arrives after somebody else has signed in is not shown to them", async () => {
		const { outbox, calls, sent } = made();
		outbox.add(text("a"));
		outbox.belongTo("8");
		await calls[0]?.answer();
		expect(sent).toEqual([]);
	});
});
