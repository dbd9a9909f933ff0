import { describe, expect, it } from "vitest";
import type { EventsMessage } from "../../../contracts/queues.ts";
import { drainOutbox, type OutboxEvent } from "./outbox.ts";
import { SessionStore } from "./store.ts";
import { withPutOff, withStore } from "./store-in-object.fixture.ts";

const event = (eventId: string): OutboxEvent => ({ eventId, videoId: "1", kind: "watch" }) as OutboxEvent;

/** A queue that keeps what it takes; `refusals` come first. */
function queueOf(sent: EventsMessage[], refusals = 0): Queue<EventsMessage> {
	let left = refusals;
	const send = async (message: EventsMessage) => {
		sent.push(message);
		if (left-- > 0) throw new Error("the queue is full");
	};
	return { send } as unknown as Queue<EventsMessage>;
}

describe("what was told", () => {
	it("leaves as it was told, under a name it keeps until the queue has taken it", () =>
		withStore(async (store) => {
			store.outbox.add({ events: [event("1"), event("2")] }, 100);
			const sent: EventsMessage[] = [];
			const queue = queueOf(sent, 1);
			await expect(drainOutbox(store.outbox, queue)).rejects.toThrow("full");
			store.outbox.add({ events: [event("3")] }, 200);
			await drainOutbox(store.outbox, queue);
			const [refused, again, rest] = sent;
			expect(again).toEqual(refused);
			expect([again?.closedAt, rest?.closedAt]).toEqual([100, 200]);
			expect([again?.events.length, rest?.events.length]).toEqual([2, 1]);
			expect(rest?.batchId).not.toBe(again?.batchId);
			// The archive tells viewers apart by it, and knows no more of them.
			for (const { pseudonym, batchId } of sent) {
				expect(pseudonym).toBe(store.pseudonym());
				expect(batchId).not.toContain(pseudonym);
			}
			sent.length = 0;
			await drainOutbox(store.outbox, queue);
			expect(sent).toEqual([]);
		}));

	it("goes once, and its row with the next write", () =>
		withPutOff(async ({ store: { outbox }, sql, write }) => {
			const rows = () => sql.exec("select seq from outbox_messages").toArray().length;
			const sent: EventsMessage[] = [];
			outbox.add({ events: [event("1")] }, 1);
			await drainOutbox(outbox, queueOf(sent));
			expect(rows()).toBe(1);
			await drainOutbox(outbox, queueOf(sent));
			outbox.add({ events: [event("2")] }, 2);
			expect(rows()).toBe(1);
			await drainOutbox(outbox, queueOf(sent));
			write();
			expect(rows()).toBe(0);
			// Rows are numbered from the first again: what comes now was never handed on.
			outbox.add({ events: [event("3")] }, 3);
			await drainOutbox(outbox, queueOf(sent));
			expect(sent.map(({ events }) => events[0]?.eventId)).toEqual(["1", "2", "3"]);
		}));

	it("goes again under the same name when the object is lost before its row is gone", () =>
		withPutOff(async ({ store, afterCrash }) => {
			const sent: EventsMessage[] = [];
			store.outbox.add({ events: [event("1")] }, 1);
			await drainOutbox(store.outbox, queueOf(sent));
			const next = afterCrash();
			await drainOutbox(next.outbox, queueOf(sent));
			expect(sent).toHaveLength(2);
			expect(sent[1]).toEqual(sent[0]);
			expect(next.outbox.next()).toBeNull();
		}));

	it("after the session was forgotten stays, when a batch from before is taken only then", () =>
		withPutOff(({ store, sql, write }) => {
			store.outbox.add({ events: [event("before")] }, 1);
			const before = store.outbox.next();
			if (before === null) throw new Error("no batch");
			store.close();
			sql.exec("delete from outbox_messages; delete from state");
			const anew = new SessionStore(sql);
			anew.outbox.add({ events: [event("after")] }, 2);
			store.outbox.handedOn(before);
			write();
			expect(store.outbox.next()).toBeNull();
			expect(anew.outbox.next()?.message.events).toEqual([event("after")]);
		}));
});
