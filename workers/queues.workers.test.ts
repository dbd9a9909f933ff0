import { describe, expect, it } from "vitest";
import type { CleanupMessage, EventsMessage } from "../contracts/queues.ts";
import { IsolateState } from "./platform/isolate-state.ts";
import type { Log } from "./platform/log.ts";
import type { Services } from "./platform/services.ts";
import { bindingsWith, testEnv } from "./platform/test-env.fixture.ts";
import { CONSUMERS, consume } from "./queues.ts";
import { servicesOf } from "./services.ts";
import { type Recorded, recordedQueue } from "./videos/testing/fixtures.ts";

const DAY_MS = 86_400_000;
/** Words that no log line and no dead letter of a mail may hold. */
const SECRET = "somebody@example.com";

interface Outcome {
	acked: boolean;
	retriedAfter: number | null;
}

function house(bindings: Parameters<typeof bindingsWith>[0] = {}, now = Date.now()) {
	const lines: string[] = [];
	const note = (event: string, fields: object = {}) => void lines.push(JSON.stringify({ event, ...fields }));
	const log: Log = { info: note, warn: note, error: note, with: () => log };
	const services: Services = { ...servicesOf(testEnv), isolate: new IsolateState(), ...bindingsWith(bindings), log, clock: () => now };
	const deliver = async (queue: string, ...bodies: unknown[]): Promise<Outcome[]> => {
		const outcomes = bodies.map((): Outcome => ({ acked: false, retriedAfter: null }));
		const messages = bodies.map((body, place) => ({
			id: `${queue}-${place}`,
			timestamp: new Date(now),
			attempts: 1,
			body,
			ack: () => void Object.assign(outcomes[place] ?? {}, { acked: true }),
			retry: (options?: QueueRetryOptions) => void Object.assign(outcomes[place] ?? {}, { retriedAfter: options?.delaySeconds ?? 0 }),
		}));
		await consume({ queue, messages } as unknown as MessageBatch, services);
		return outcomes;
	};
	return { deliver, lines };
}

const kept = async (queue: string, id: string, now: number): Promise<string | undefined> =>
	(await testEnv.ARCHIVE.get(`dead-letters/${new Date(now).toISOString().slice(0, 10)}/${queue}/${id}.json`))?.text();

describe.each(Object.keys(CONSUMERS))("a message of %s that nobody can read", (queue) => {
	const from = queue.replace(/-dead$/, "");
	const poison = { v: 99, to: SECRET };

	it("is kept for the operators, logged without its values, and acknowledged", async () => {
		const now = Date.now();
		const { deliver, lines } = house({}, now);
		expect(await deliver(queue, poison)).toEqual([{ acked: true, retriedAfter: null }]);
		const letter = JSON.parse((await kept(from, `${queue}-0`, now)) ?? "null");
		expect(letter).toMatchObject({ queue: from, messageId: `${queue}-0`, body: from === "reelay-mail" ? null : poison });
		expect(lines.filter((line) => line.includes("queue_message_unreadable"))).toHaveLength(1);
		expect(lines.join()).not.toContain(SECRET);
	});

	it("comes again when it can't even be kept", async () => {
		const { deliver } = house({ ARCHIVE: { put: () => Promise.reject(new Error("refused")) } });
		const [outcome] = await deliver(queue, poison);
		expect(outcome?.acked).toBe(false);
		expect(outcome?.retriedAfter).toBeGreaterThan(0);
	});
});

it("refuses a queue that nobody reads", async () => {
	await expect(house().deliver("reelay-unknown", {})).rejects.toThrow("no consumer for queue reelay-unknown");
});

describe("dead letters of cleanup", () => {
	const message: CleanupMessage = { v: 1, kind: "purge_generation", videoId: "12", generation: 3 };
	function withQueue(): { queue: Recorded<CleanupMessage> } & ReturnType<typeof house> {
		const queue = recordedQueue<CleanupMessage>();
		return { queue, ...house({ CLEANUP_QUEUE: queue.queue }) };
	}

	it("are asked for again half a day later", async () => {
		const { queue, deliver } = withQueue();
		expect(await deliver("reelay-cleanup-dead", message)).toEqual([{ acked: true, retriedAfter: null }]);
		expect(queue.sent).toEqual([{ body: { ...message, givenUp: 1 }, delaySeconds: 43_200 }]);
	});

	it("are left to the operators after a week", async () => {
		const { queue, deliver, lines } = withQueue();
		expect(await deliver("reelay-cleanup-dead", { ...message, givenUp: 14 })).toEqual([{ acked: true, retriedAfter: null }]);
		expect(queue.sent).toEqual([]);
		expect(JSON.parse((await kept("reelay-cleanup", "reelay-cleanup-dead-0", Date.now())) ?? "null").body).toEqual({
			...message,
			givenUp: 14,
		});
		expect(lines.join()).toContain("cleanup_given_up");
	});

	it("come again while the queue refuses them", async () => {
		const { queue, deliver } = withQueue();
		queue.refusing = true;
		expect((await deliver("reelay-cleanup-dead", message))[0]).toMatchObject({ acked: false, retriedAfter: expect.any(Number) });
	});
});

describe("dead letters of events", () => {
	const batch = (closedAt: number): EventsMessage => ({ v: 1, batchId: `dead-${closedAt}`, pseudonym: "p", closedAt, events: [] });

	it("are counted again for as long as every counter knows their batch", async () => {
		const queue = recordedQueue<EventsMessage>();
		const now = Date.now();
		const { deliver } = house({ EVENTS_QUEUE: queue.queue }, now);
		expect(await deliver("reelay-events-dead", batch(now - 600_000))).toEqual([{ acked: true, retriedAfter: null }]);
		expect(queue.sent).toEqual([{ body: batch(now - 600_000), delaySeconds: 600 }]);
	});

	it("are kept for the operators after that: counted later they might count twice", async () => {
		const queue = recordedQueue<EventsMessage>();
		const now = Date.now();
		const { deliver } = house({ EVENTS_QUEUE: queue.queue }, now);
		await deliver("reelay-events-dead", batch(now - DAY_MS));
		expect(queue.sent).toEqual([]);
		expect(JSON.parse((await kept("reelay-events", "reelay-events-dead-0", now)) ?? "null").body.batchId).toBe(`dead-${now - DAY_MS}`);
	});
});
