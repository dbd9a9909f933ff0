import { describe, expect, it, vi } from "vitest";
import type { MessageEvent } from "../../contracts/messages.ts";
import { Outbox, type OutboxEvent } from "./outbox.ts";
import { brisk, leisurely, type Pace, Rounds } from "./rounds.ts";
import { openSqlite } from "./sqlite.fixture.ts";

const event = (readSeq: number): MessageEvent => ({ kind: "conversation_read", conversationId: "1-2", readSeq, unread: 0 });
const told = (readSeq: number, ...to: string[]) => ({ to, event: event(readSeq), replaces: "read" });
const readIn = (events: readonly OutboxEvent[]) => events.map((one) => (one.event.kind === "conversation_read" ? one.event.readSeq : 0));
const log = { warn: () => undefined };

/** Inboxes that note what they are handed, and fail when told so. */
function inboxes() {
	const calls: [userId: string, seqs: number[]][] = [];
	const down = new Set<string>();
	let release: (() => void) | null = null;
	let held: Promise<void> | null = null;
	return {
		calls,
		down,
		hold: () => {
			held = new Promise((resolve) => {
				release = resolve;
			});
		},
		release: () => release?.(),
		deliver: async (userId: string, events: readonly OutboxEvent[]) => {
			calls.push([userId, readIn(events)]);
			await held;
			if (down.has(userId)) throw new Error("the inbox is away");
		},
	};
}

describe("what a conversation's people have yet to be told", () => {
	it("goes to each of them in order, once", async () => {
		const { calls, deliver } = inboxes();
		const outbox = new Outbox(openSqlite(), deliver, log);
		outbox.add([told(1, "a", "b"), told(2, "a")]);
		expect(await outbox.drain()).toBe(true);
		expect(calls).toEqual([
			["a", [1, 2]],
			["b", [1]],
		]);
		await outbox.drain();
		expect([calls.length, outbox.isEmpty]).toEqual([2, true]);
	});

	it("waits for who is away, holds up nobody else, and is told again in order", async () => {
		const { calls, down, deliver } = inboxes();
		const outbox = new Outbox(openSqlite(), deliver, log);
		down.add("a");
		outbox.add([told(1, "a", "b")]);
		expect(await outbox.drain()).toBe(false);
		outbox.add([told(2, "a", "b")]);
		down.clear();
		expect(await outbox.drain()).toBe(true);
		expect(calls.filter(([userId]) => userId === "a").at(-1)).toEqual(["a", [1, 2]]);
		expect(calls.filter(([userId]) => userId === "b")).toEqual([
			["b", [1]],
			["b", [2]],
		]);
	});

	it("gathers while a call is under way", async () => {
		const { calls, hold, release, deliver } = inboxes();
		const outbox = new Outbox(openSqlite(), deliver, log);
		hold();
		outbox.add([told(1, "a")]);
		const first = outbox.drain();
		await vi.waitUntil(() => calls.length === 1);
		outbox.add([told(2, "a"), told(3, "a")]);
		const second = outbox.serve("a");
		release();
		await Promise.all([first, second]);
		expect(calls).toEqual([
			["a", [1]],
			["a", [2, 3]],
		]);
	});

	it("outlives the object: what was not acknowledged by all is told again, what was is not", async () => {
		const sql = openSqlite();
		const { calls, down, deliver } = inboxes();
		const lost = new Outbox(sql, deliver, log);
		down.add("b");
		lost.add([told(1, "a")]);
		await lost.drain();
		lost.prune();
		lost.add([told(2, "a", "b")]);
		await lost.drain();
		calls.length = 0;
		down.clear();
		const found = new Outbox(sql, deliver, log);
		expect(found.isEmpty).toBe(false);
		await found.drain();
		expect(calls).toContainEqual(["b", [2]]);
		expect(calls.flatMap(([, seqs]) => seqs)).not.toContain(1);
		found.prune();
		expect(new Outbox(sql, deliver, log).isEmpty).toBe(true);
	});

	it("never uses a number twice, also after everything was pruned", async () => {
		const sql = openSqlite();
		const numbers: number[] = [];
		for (let run = 0; run < 2; run++) {
			const outbox = new Outbox(sql, async (_, events) => void numbers.push(...events.map(({ n }) => n)), log);
			outbox.add([told(1, "a")]);
			await outbox.drain();
			outbox.prune();
		}
		expect(numbers).toEqual([1, 2]);
	});
});

describe("rounds", () => {
	const paced = (audience: number, takesMs = 0, pace: Pace = brisk) => {
		let now = 1_000;
		const began: number[] = [];
		let left = 0;
		const rounds = new Rounds({
			clock: () => now,
			audience: () => audience,
			pace,
			drain: async () => {
				began.push(now);
				now += takesMs;
				left = Math.max(0, left - 1);
				return left > 0;
			},
			after: (ms, call) => {
				now += ms;
				call();
			},
		});
		const more = (times: number) => {
			left = times;
		};
		return { rounds, began, more };
	};

	it("begin at once, and as much later as there are people", async () => {
		const { rounds, began } = paced(100);
		await rounds.soon();
		await rounds.soon();
		expect(began).toEqual([1_000, 1_050]);
	});

	it("that take long leave as much time again to who sends", async () => {
		const { rounds, began, more } = paced(100, 80);
		more(3);
		await rounds.soon();
		expect(began).toEqual([1_000, 1_160, 1_320]);
	});

	it("that nobody waits for begin once a second", async () => {
		const { rounds, began, more } = paced(100, 80, leisurely);
		more(3);
		await rounds.soon();
		expect(began).toEqual([1_000, 2_000, 3_000]);
	});

	it("go on while there is more to tell", async () => {
		const { rounds, began, more } = paced(2);
		more(3);
		await rounds.soon();
		expect(began).toEqual([1_000, 1_001, 1_002]);
	});
});
