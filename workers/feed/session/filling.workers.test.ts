import { runInDurableObject } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { seeded } from "../../../contracts/seeded.ts";
import { services } from "../../gateway/testing/api.ts";
import { IsolateState } from "../../platform/isolate-state.ts";
import { AFTER_REDIS_RESTED } from "../../platform/passed-over.fixture.ts";
import { type Catalogue, seedCatalogue, TOPICS } from "../catalogue.fixture.ts";
import type { ShownEvent } from "./protocol.ts";
import type { Queue } from "./queue.ts";
import { Session } from "./session.ts";
import { SessionStore } from "./store.ts";
import { sessionOf } from "./stub.ts";

const NOWHERE = { country: null, device: null };
let catalogue: Catalogue;
let viewers = 0;

beforeAll(async () => {
	catalogue = await seedCatalogue(services, { count: 120, publish: true });
});

interface Bench {
	readonly viewer: string;
	readonly store: SessionStore;
	/** A session over the store: another is what an evicted object becomes. */
	open(): Session;
	/** Lets time pass, milliseconds. It passes no other way, unless answers are said to wait for their turn. */
	pass(ms: number): void;
	behind(isBehind: boolean): void;
	/** Queues made so far, when all that was begun has ended. */
	made(): Promise<number>;
}

function withBench(run: (bench: Bench) => Promise<void>): Promise<void> {
	const viewer = `guest:filling${viewers++}`;
	return runInDurableObject(sessionOf(services, viewer), async (_, state) => {
		const background: Promise<unknown>[] = [];
		let [now, made, hurry] = [services.clock() + 60_000, 0, 0];
		const info = (name: string) => {
			if (name === "queue_laid_out") made += 1;
		};
		const leaningOn = { ...services, isolate: new IsolateState(), clock: () => (now += hurry), log: { ...services.log, info } };
		const store = new SessionStore(state.storage.sql);
		const open = () =>
			new Session({
				services: leaningOn,
				store,
				random: seeded(viewers),
				experiments: [],
				delivery: { handOn: () => undefined },
				background: (_event, work) => void background.push(work.catch(() => undefined)),
			});
		const pass = (ms: number) => {
			now += ms;
		};
		const behind = (isBehind: boolean) => {
			hurry = isBehind ? 250 : 0;
		};
		await run({ viewer, store, open, pass, behind, made: () => Promise.all(background).then(() => made) });
	});
}

/** The clips of a topic from a place on, watched to the end and liked. */
const liked = (topic: string, from: number, count: number): ShownEvent[] =>
	catalogue.records
		.filter(({ hashtags }) => hashtags[0] === topic)
		.slice(from, from + count)
		.map(({ id, durationMs }) => ({
			eventId: crypto.randomUUID(),
			videoId: id,
			at: services.clock(),
			watchMs: durationMs ?? 0,
			durationMs: durationMs ?? 0,
			liked: true,
			commented: false,
			shared: false,
			followed: false,
			replayed: false,
			source: "fyp",
			startupMs: null,
		}));

// What is popular moves while other files of the lane publish.
it(
	"a queue read again is shown in the order of the taste, though it was written before the taste moved",
	{ retry: AFTER_REDIS_RESTED },
	() =>
		withBench(async ({ viewer, store, open }) => {
			const session = open();
			const page = { viewer, count: 5, cursor: null, ...NOWHERE };
			await session.page(page);
			await session.watch(viewer, liked(TOPICS[2], 0, 2), NOWHERE);
			const written = (JSON.parse(store.read("queue") ?? "") as Queue).slots.map(({ videoId }) => videoId);
			const unseen = written.filter((id) => !store.impressions.among(written).has(id)).slice(0, 10);
			const again = await open().page({ ...page, count: 10 });
			const inMemory = await session.page({ ...page, count: 10 });
			const ids = (items: readonly { videoId: string }[]) => items.map(({ videoId }) => videoId);
			expect(ids(again.items)).not.toEqual(unseen);
			expect(new Set(ids(again.items))).toEqual(new Set(ids(inMemory.items)));
		}),
);

it("a queue nobody looked at is made anew only when twice as much was learned", () =>
	withBench(async ({ viewer, open, pass, made }) => {
		const session = open();
		const page = { viewer, count: 5, cursor: null, ...NOWHERE };
		await session.page(page);
		const counts: number[] = [];
		const learn = async (from: number) => {
			pass(4_000);
			await session.watch(viewer, liked(TOPICS[3], from, 3), NOWHERE);
			counts.push(await made());
		};
		for (const from of [0, 3, 6]) await learn(from);
		await session.page(page);
		await learn(9);
		expect(counts).toEqual([2, 2, 3, 4]);
	}));

it("waits a second while answers wait for their turn, unless there is hardly a page left of it", () =>
	withBench(async ({ viewer, open, pass, behind, made }) => {
		const session = open();
		const ask = (count: number) => session.page({ viewer, count, cursor: null, ...NOWHERE });
		await ask(20);
		expect(await made()).toBe(1);
		pass(4_000);
		behind(true);
		const began = performance.now();
		await session.watch(viewer, liked(TOPICS[1], 0, 3), NOWHERE);
		expect(await made()).toBe(2);
		const waited = performance.now() - began;
		expect(waited).toBeGreaterThan(950);
		pass(4_000);
		await ask(85);
		const beganAgain = performance.now();
		await session.watch(viewer, liked(TOPICS[1], 3, 1), NOWHERE);
		expect(await made()).toBe(3);
		expect(performance.now() - beganAgain).toBeLessThan(waited);
	}));
