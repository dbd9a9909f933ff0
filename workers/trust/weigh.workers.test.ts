import { describe, expect, it } from "vitest";
import type { EventsMessage } from "../../contracts/queues.ts";
import { watchEvent } from "../feed/events/watch-event.fixture.ts";
import { services } from "../gateway/testing/api.ts";
import { IsolateState } from "../platform/isolate-state.ts";
import type { Services } from "../platform/services.ts";
import { influenceOf } from "./crowd.ts";
import { noteGiven, readGiven, timesGiven } from "./given.ts";
import { networkOf } from "./network.ts";
import { noteUploader, uploaderOf } from "./uploader.ts";
import { weigh, weighDoings } from "./weigh.ts";

type Event = EventsMessage["events"][number];
let batches = 0;
const message = (more: Partial<Event>, count = 1): EventsMessage => {
	const now = services.clock();
	const event: Event = watchEvent({ eventId: "", at: now, qualifies: true, ...more });
	return { v: 1, batchId: `w${batches++}`, pseudonym: "p", closedAt: now, events: Array.from({ length: count }, () => event) };
};
const weighed = async (messages: readonly EventsMessage[], using: Services = services) =>
	(await weigh(using, messages)).flatMap(({ events }) => events);
const address = () => `test ${crypto.randomUUID()}`;

describe("weighing", () => {
	it("leaves out what does not qualify, and holds who tells no address against nobody", async () => {
		const events = await weighed([message({ qualifies: false }), message({}, 40)]);
		expect(events).toHaveLength(40);
		expect(events.every(({ moves }) => moves === true)).toBe(true);
	});

	it("goes on counting an address from one batch to the next, within the hour", async () => {
		const from = address();
		const first = await weighed([message({ address: from })]);
		const second = await weighed([message({ address: from }), message({ address: from })]);
		expect([...first, ...second].map(({ moves, weight }) => [moves, weight])).toEqual([
			[true, 0.1],
			[true, 0.1],
			[false, 0],
		]);
	});

	it("of a hundred guests of an address who watch one video counts some, and of settled ones all", async () => {
		const from = address();
		const guests = await weighed(Array.from({ length: 100 }, () => message({ address: from })));
		expect(guests.length).toBeGreaterThanOrEqual(25);
		expect(guests.length).toBeLessThan(30);
		const people = await weighed(Array.from({ length: 100 }, () => message({ address: from, network: from, settled: true })));
		expect(people).toHaveLength(100);
		expect(people.filter(({ spreads }) => spreads)).toHaveLength(3);
	});

	it("of a hundred guests with an address each few move anything, unless settled viewers watch it as well", async () => {
		const strangers = (settled: boolean, videoId: string, count: number) =>
			Array.from({ length: count }, () => message({ address: address(), settled, videoId }));
		const [alone, watched] = [services.newId(), services.newId()];
		const moving = async (videoId: string) => (await weighed(strangers(false, videoId, 100))).filter(({ moves }) => moves).length;
		expect(await moving(alone)).toBe(6);
		await weighed(strangers(true, watched, 50));
		expect(await moving(watched)).toBe(31);
	});

	it("of a hundred guests of one network with an address each counts some as views", async () => {
		const network = address();
		expect((await weighed(Array.from({ length: 100 }, () => message({ address: address(), network })))).length).toBeLessThan(30);
	});

	it("without Redis holds the viewers of one batch against each other", async () => {
		const dark = { ...services, isolate: new IsolateState(), redis: { ...services.redis, soft: async () => null } };
		const from = address();
		const told = Array.from({ length: 100 }, () => message({ address: from }));
		expect((await weighed(told, dark)).length).toBeLessThan(40);
	});
});

describe("weighing what people do alike", () => {
	const at = services.clock();
	const name = `test ${crypto.randomUUID()}`;
	const sum = (weighed: readonly { readonly weight: number }[]) => weighed.reduce((all, { weight }) => all + weight, 0);

	it("counts who is alone whole, and others beside those of their address, from one call to the next", async () => {
		const from = address();
		const settled = (count: number, of?: string) => Array.from({ length: count }, () => ({ name, at, settled: true, address: of }));
		expect(sum(await weighDoings(services, settled(5)))).toBe(5);
		const first = await weighDoings(services, settled(100, from));
		const second = await weighDoings(services, settled(100, from));
		expect(sum(first) + sum(second)).toBeCloseTo(influenceOf(200), 6);
		expect(sum(await weighDoings(services, [{ name: `other ${name}`, at, settled: true, address: from }]))).toBe(1);
		const fresh = await weighDoings(
			services,
			Array.from({ length: 50 }, () => ({ name, at, settled: false, address: from })),
		);
		expect([sum(fresh), fresh.filter(({ moves }) => moves).length]).toEqual([0.2, 2]);
	});

	it("knows where an upload was completed from, until it is no news any more", async () => {
		const videoId = services.newId();
		expect(await uploaderOf(services, videoId)).toBeUndefined();
		await noteUploader(services, videoId, { address: "1e5", network: "n" });
		expect(await uploaderOf(services, videoId)).toBe("1e5");
		await noteUploader(services, services.newId(), null);
	});
});

describe("what was given", () => {
	const guest = () => ({ kind: "guest", guestId: services.newId() }) as const;
	const keyOf = ({ guestId }: { guestId: string }) => `guest:${guestId}`;

	it("is known by its latest time, with how a feed chose it, and of nobody else", async () => {
		const [one, other] = [guest(), guest()];
		await noteGiven({ ...services, isolate: new IsolateState(), clock: () => 1_000 }, one, [
			{ videoId: "9007199254740993" },
			{ videoId: "2" },
		]);
		await noteGiven({ ...services, isolate: new IsolateState(), clock: () => 2_000 }, one, [
			{ videoId: "2", kind: "explore", propensity: 0.2 },
		]);
		const answers = await readGiven(services, keyOf(one));
		expect(timesGiven(answers)).toEqual(
			new Map([
				["9007199254740993", 1_000],
				["2", 2_000],
			]),
		);
		expect(answers[1]?.named).toEqual([{ videoId: "2", kind: "explore", propensity: 0.2 }]);
		expect(await readGiven(services, keyOf(other))).toEqual([]);
	});

	it("is bounded, and gone by itself", async () => {
		const one = guest();
		for (let time = 0; time < 70; time++) await noteGiven(services, one, [{ videoId: String(time) }]);
		const answers = await readGiven(services, keyOf(one));
		expect([answers.length, answers.at(-1)?.named[0]?.videoId]).toEqual([60, "69"]);
		expect(await services.redis.client.ttl(`given:${keyOf(one)}`)).toBeLessThanOrEqual(7_200);
	});
});

it("an address is a hash that is another the day after; neighbours share their network", () => {
	const of = (ip: string, day = 0) =>
		networkOf(
			{ ...services, isolate: new IsolateState(), clock: () => (20_000 + day) * 86_400_000 },
			new Headers({ "cf-connecting-ip": ip }),
		);
	expect(of("203.0.113.7")).toEqual(of("203.0.113.7"));
	expect(of("203.0.113.7")?.address).not.toBe(of("203.0.113.8")?.address);
	expect(of("203.0.113.7")?.network).toBe(of("203.0.113.8")?.network);
	expect(of("203.0.114.7")?.network).not.toBe(of("203.0.113.7")?.network);
	expect(of("2001:db8:1:2::9")?.address).toBe(of("2001:db8:1:2:3::1")?.address);
	expect(of("2001:db8:1:2::9")?.network).toBe(of("2001:db8:1:77::9")?.network);
	expect(of("203.0.113.7", 1)).not.toEqual(of("203.0.113.7"));
	expect(JSON.stringify(of("203.0.113.7"))).not.toContain("203");
	expect(networkOf(services, new Headers())).toBeNull();
});
