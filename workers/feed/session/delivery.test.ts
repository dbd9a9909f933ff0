import { beforeEach, expect, it } from "vitest";
import type { EventsMessage } from "../../../contracts/queues.ts";
import type { Log } from "../../platform/log.ts";
import { Delivery, type DeliveryAlarm } from "./delivery.ts";
import type { Waiting } from "./outbox.ts";

const NOW = 1_000_000;
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined, with: () => silent };
const message = (batchId: string): EventsMessage => ({ v: 1, batchId, pseudonym: "p", closedAt: 1, events: [] });

let waiting: Waiting[];
let sent: string[];
let refusals: number;
let alarms: Map<DeliveryAlarm, number>;
let works: Promise<void>[];
/** Lets the queue answer; at once while nobody holds it. */
let held: Promise<void>;

const open = () =>
	new Delivery({
		outbox: {
			next: () => waiting[0] ?? null,
			handedOn: (one) => {
				waiting = waiting.filter((other) => other !== one);
			},
		},
		queue: {
			send: async ({ batchId }) => {
				await held;
				if (refusals-- > 0) throw new Error("the queue is full");
				sent.push(batchId);
				return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
			},
		},
		alarms: {
			setNoLater: (name, at) => void alarms.set(name, Math.min(at, alarms.get(name) ?? at)),
			clear: (name) => void alarms.delete(name),
		},
		clock: () => NOW,
		log: silent,
		background: (work) => void works.push(work),
	});
const settled = async () => {
	for (let work = works.pop(); work !== undefined; work = works.pop()) await work;
};

beforeEach(() => {
	waiting = [{ seq: 1, message: message("a") }];
	sent = [];
	refusals = 0;
	alarms = new Map();
	works = [];
	held = Promise.resolve();
});

it("of impressions is at once, with an alarm a minute later for what a lost object leaves", async () => {
	open().handOn(true);
	await settled();
	expect([sent, [...alarms]]).toEqual([["a"], [["outbox", NOW + 60_000]]]);
});

it("of an exposure waits ten seconds for something to go with", async () => {
	const delivery = open();
	delivery.handOn(false);
	await settled();
	expect([sent, [...alarms]]).toEqual([[], [["exposure", NOW + 10_000]]]);
	delivery.handOn(true);
	await settled();
	expect([sent, [...alarms.keys()]]).toEqual([["a"], ["outbox"]]);
});

it("comes again after five seconds when the queue refuses, and throws for the alarm that asked", async () => {
	refusals = 2;
	const delivery = open();
	delivery.handOn(true);
	await settled();
	expect([sent, alarms.get("outbox")]).toEqual([[], NOW + 5_000]);
	await expect(delivery.drain()).rejects.toThrow("full");
	await delivery.drain();
	expect(sent).toEqual(["a"]);
});

it("takes along, one after the other, what is told while it is under way", async () => {
	let release = (): void => undefined;
	held = new Promise((resolve) => {
		release = resolve;
	});
	const delivery = open();
	delivery.handOn(true);
	waiting.push({ seq: 2, message: message("b") });
	delivery.handOn(true);
	release();
	await settled();
	expect(sent).toEqual(["a", "b"]);
});
