import { runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import type { FeedPage } from "../../contracts/feed.ts";
import { seeded } from "../../contracts/seeded.ts";
import { decodeTaste } from "../../recommender/taste-codec.ts";
import { services } from "../gateway/testing/api.ts";
import { through } from "../lists/pipeline.ts";
import { IsolateState } from "../platform/isolate-state.ts";
import { createLog } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import { bindingsWith } from "../platform/test-env.fixture.ts";
import { give } from "../trust/given.fixture.ts";
import { loadVideos } from "../videos/cards/index.ts";
import { type Catalogue, seedCatalogue, TOPICS } from "./catalogue.fixture.ts";
import { faultyServices } from "./faults.fixture.ts";
import { forYou } from "./for-you.ts";
import { jsonSteps } from "./present.ts";
import { drainOutbox } from "./session/outbox.ts";
import type { Page, ShownEvent } from "./session/protocol.ts";
import { Session } from "./session/session.ts";
import { SessionStore } from "./session/store.ts";
import { sessionOf } from "./session/stub.ts";

const NOWHERE = { country: null, device: null };
let catalogue: Catalogue;
let viewers = 0;

beforeAll(async () => {
	catalogue = await seedCatalogue(services, { count: 120, publish: true });
});

/** A session that leans on these services, in an object of its own. */
function withSession<T>(
	leaningOn: Services,
	run: (session: Session & { store: SessionStore }, viewer: string, settle: () => Promise<unknown>) => Promise<T>,
): Promise<T> {
	const viewer = `guest:faults${viewers++}`;
	return runInDurableObject(sessionOf(services, viewer), async (_, state) => {
		const background: Promise<unknown>[] = [];
		const store = new SessionStore(state.storage.sql);
		const session = new Session({
			services: leaningOn,
			store,
			random: seeded(viewers),
			background: (_event, work) => void background.push(work.catch(() => undefined)),
			experiments: [],
			delivery: { handOn: () => undefined },
		});
		return run(Object.assign(session, { store }), viewer, () => Promise.all(background));
	});
}

const ask = (session: Session, viewer: string, count = 10): Promise<Page> => session.page({ viewer, count, cursor: null, ...NOWHERE });

function watchedToTheEnd(topic: string): ShownEvent[] {
	const clips = catalogue.records.filter(({ hashtags }) => hashtags[0] === topic).slice(0, 3);
	return clips.map((clip) => ({
		eventId: crypto.randomUUID(),
		videoId: clip.id,
		at: services.clock(),
		watchMs: clip.durationMs ?? 0,
		durationMs: clip.durationMs ?? 0,
		liked: true,
		commented: false,
		shared: false,
		followed: false,
		replayed: false,
		source: "fyp",
		startupMs: null,
	}));
}

describe("the feed goes on", () => {
	it("with Redis down: pages come, are personal, and learn", async () => {
		const { services: faulty } = faultyServices(services, "down");
		await withSession(faulty, async (session, viewer) => {
			expect(await ask(session, viewer)).toMatchObject({ isFallback: false });
			await session.watch(viewer, watchedToTheEnd(TOPICS[1]), NOWHERE);
			const page = await ask(session, viewer);
			const records = await loadVideos(
				faulty,
				page.items.map(({ videoId }) => videoId),
			);
			expect([...records.values()].filter(({ hashtags }) => hashtags[0] === TOPICS[1]).length).toBeGreaterThanOrEqual(2);
			expect(await through(jsonSteps(faulty), page.items)).toHaveLength(10);
		});
	});

	it("with the vector index down: pages come and say that they are a fallback, until it is back", async () => {
		let now = Date.now();
		const { services: faulty, faults } = faultyServices({ ...services, isolate: new IsolateState(), clock: () => now });
		await withSession(faulty, async (session, viewer, settle) => {
			faults.vectors = true;
			await session.watch(viewer, watchedToTheEnd(TOPICS[2]), NOWHERE);
			await settle();
			for (let turn = 0; turn < 5; turn++) {
				const page = await ask(session, viewer, 5);
				expect(page.items.length).toBeGreaterThan(0);
				expect(page.isFallback).toBe(true);
				now += 3_500;
				await settle();
			}
			faults.vectors = false;
			now += 3_500;
			await ask(session, viewer, 5);
			await settle();
			expect(await ask(session, viewer, 5)).toMatchObject({ isFallback: false });
		});
	});

	it("with the vector index slow: the page comes in time from the other sources", async () => {
		const { services: faulty, faults } = faultyServices(services);
		await withSession(faulty, async (session, viewer, settle) => {
			faults.vectors = "slow";
			await session.watch(viewer, watchedToTheEnd(TOPICS[4]), NOWHERE);
			const started = Date.now();
			const page = await ask(session, viewer);
			// A source has 300 ms; all others answer side by side.
			expect(Date.now() - started).toBeLessThan(1_000);
			expect(page.items).toHaveLength(10);
			await settle();
		});
	});

	it("with the vector index empty: pages are personal all the same, by topics and creators", async () => {
		const { services: faulty, faults } = faultyServices(services);
		await withSession(faulty, async (session, viewer, settle) => {
			faults.vectors = "empty";
			await session.watch(viewer, watchedToTheEnd(TOPICS[4]), NOWHERE);
			await settle();
			const page = await ask(session, viewer);
			expect(page).toMatchObject({ isFallback: false, items: { length: 10 } });
			const records = await loadVideos(
				faulty,
				page.items.map(({ videoId }) => videoId),
			);
			expect([...records.values()].filter(({ hashtags }) => hashtags[0] === TOPICS[4]).length).toBeGreaterThanOrEqual(2);
		});
	});

	it("with the database down for ten seconds: known viewers and new ones get pages of cards from the caches", async () => {
		let now = Date.now();
		const { services: faulty, faults } = faultyServices({ ...services, isolate: new IsolateState(), clock: () => now });
		await withSession(faulty, async (session, viewer, settle) => {
			const first = await ask(session, viewer);
			await through(jsonSteps(faulty), [...first.items, ...first.upcoming.map((videoId) => ({ videoId, liked: false, following: false }))]);
			await settle();
			faults.database = true;
			let given = 0;
			for (let second = 0; second < 10; second += 2) {
				now += 2_000;
				const page = await ask(session, viewer, 5);
				// Other files' videos are in the queue, too, and some are deleted meanwhile.
				const mine = page.items.filter(({ videoId }) => catalogue.records.some(({ id }) => id === videoId));
				const cards = await through(jsonSteps(faulty), page.items);
				expect(cards.length).toBeGreaterThanOrEqual(mine.length);
				given += cards.length;
				await session.watch(viewer, watchedToTheEnd(TOPICS[0]), NOWHERE);
				await settle();
			}
			expect(given).toBeGreaterThan(15);
		});
		await withSession(faulty, async (session, viewer) => {
			const page = await ask(session, viewer);
			expect(page.items.length).toBeGreaterThan(0);
			expect((await through(jsonSteps(faulty), page.items)).length).toBeGreaterThan(0);
		});
	});

	it("with the session object failing: what is popular, page after page without repeating, marked as a fallback", async () => {
		const broken = { get: () => ({ page: () => Promise.reject(new Error("the object is down")) }), idFromName: () => null };
		const faulty = { ...services, isolate: new IsolateState(), ...bindingsWith({ USER_SESSION: broken }) };
		const guest = { kind: "guest", guestId: "nobody" } as const;
		const seen = new Set<string>();
		let cursor: string | undefined;
		for (let turn = 0; turn < 3; turn++) {
			const page = JSON.parse((await forYou(faulty, guest, { count: 20, cursor }, NOWHERE, createLog())).json) as FeedPage;
			expect(page.isFallback).toBe(true);
			for (const { id } of page.videos) seen.add(id);
			cursor = page.nextCursor ?? undefined;
		}
		expect(seen.size).toBe(60);
	});

	it("503: only a cold isolate with neither database nor Redis has nothing to show, and says when to try again", async () => {
		const { services: faulty, faults } = faultyServices(services, "down");
		faults.database = true;
		const nowhere = { get: () => ({ page: () => Promise.reject(new Error("down")) }), idFromName: () => null };
		const dark = { ...faulty, isolate: new IsolateState(), ...bindingsWith({ USER_SESSION: nowhere }) };
		const answer = forYou(dark, { kind: "guest", guestId: "dark" }, { count: 5, cursor: undefined }, NOWHERE, createLog());
		await expect(answer).rejects.toMatchObject({ code: "unavailable", extras: { retryAfterSeconds: 2 } });
	});
});

describe("what clients tell", () => {
	const topicOf = (store: SessionStore): number => {
		const taste = decodeTaste(store.read("taste") ?? "");
		return taste?.topics.get(TOPICS[1])?.long ?? 0;
	};

	it("by clocks that are wrong, twice and out of order teaches what it teaches in order", async () => {
		const now = services.clock();
		const events = watchedToTheEnd(TOPICS[1]).map((event, place) => ({ ...event, at: now - (3 - place) * 60_000 }));
		const learned: number[] = [];
		for (const told of [
			events,
			[...events].reverse(),
			[...events, ...events],
			events.map((event) => ({ ...event, at: event.at + 1e12 })),
		]) {
			await withSession(services, async (session, viewer) => {
				for (const event of told) await session.watch(viewer, [event], NOWHERE);
				learned.push(topicOf(session.store));
			});
		}
		const [inOrder] = learned;
		for (const other of learned) expect(other / (inOrder ?? 0)).toBeCloseTo(1, 2);
	});

	it("of a viewer with thousands of events stays within bounds, and what they were shown is known", async () => {
		await withSession(services, async (session, viewer, settle) => {
			const { records } = catalogue;
			const sizes: number[] = [];
			for (let batch = 0; batch < 40; batch++) {
				const events = Array.from({ length: 100 }, (_, place): ShownEvent => {
					const clip = records[(batch * 37 + place * 11) % records.length];
					const at = services.clock() - (4_000 - batch * 100 - place) * 1_000;
					return {
						...(watchedToTheEnd(TOPICS[0])[0] as ShownEvent),
						eventId: crypto.randomUUID(),
						videoId: clip?.id ?? "",
						at,
						liked: place % 7 === 0,
					};
				});
				expect(await session.watch(viewer, events, NOWHERE)).toMatchObject({ accepted: 100, duplicates: 0 });
				await drainOutbox(session.store.outbox, { send: async () => undefined as never });
				if (batch !== 19 && batch !== 39) continue;
				// With the queue that waits, which is made in the background.
				await settle();
				sizes.push((session.store.read("taste")?.length ?? 0) + (session.store.read("queue")?.length ?? 0));
			}
			expect(Math.max(...sizes)).toBeLessThan(60_000);
			expect(sizes[1]).toBeLessThan((sizes[0] ?? 0) * 1.2);
			expect(session.store.outbox.next()).toBeNull();
			expect(session.store.impressions.among(records.map(({ id }) => id)).size).toBe(records.length);
		});
	});

	it("a bot that watches everything counts for what rises as much as a person who does nothing else", async () => {
		await withSession(services, async (session, viewer) => {
			const told: boolean[] = [];
			// As long ago as it takes to watch them all.
			await give(
				services,
				viewer,
				catalogue.records.map(({ id }) => id),
				3_500_000,
			);
			for (let round = 0; round < 12; round++) {
				const events = catalogue.records
					.slice(0, 100)
					.map((record) => ({ ...(watchedToTheEnd(TOPICS[0])[0] as ShownEvent), eventId: crypto.randomUUID(), videoId: record.id }));
				await session.watch(viewer, events, NOWHERE);
				await drainOutbox(session.store.outbox, {
					send: async ({ events: sent }) => void told.push(...sent.map(({ qualifies }) => qualifies === true)) as never,
				});
			}
			expect(told).toHaveLength(1_200);
			// Each once an hour; the hour may turn while this runs.
			const distinct = Math.min(100, catalogue.records.length);
			expect([distinct, 2 * distinct]).toContain(told.filter(Boolean).length);
		});
	});
});

describe("a catalogue that was seen to its end", () => {
	it("comes again, that longest ago first, rather than nothing, and new videos come before it", async () => {
		let now = Date.now();
		const aged = { ...services, isolate: new IsolateState(), clock: () => now };
		await withSession(aged, async (session, viewer, settle) => {
			const seen: string[] = [];
			for (let turn = 0; turn < 60; turn++) {
				now += 4_000;
				const page = await ask(session, viewer, 20);
				await settle();
				const again = page.items.filter(({ videoId }) => seen.includes(videoId));
				if (again.length > 0) {
					expect(again).toHaveLength(page.items.length);
					const places = again.map(({ videoId }) => seen.indexOf(videoId));
					expect(Math.max(...places)).toBeLessThan(seen.length * 0.65);
					break;
				}
				seen.push(...page.items.map(({ videoId }) => videoId));
			}
			expect(seen.length).toBeGreaterThanOrEqual(catalogue.records.length);
			const { records } = await seedCatalogue(aged, { count: 2, seed: 9, publish: true });
			await settle();
			const next: string[] = [];
			for (let turn = 0; turn < 3; turn++) {
				now += 6_000;
				next.push(...(await ask(session, viewer, 20)).items.map(({ videoId }) => videoId));
				await settle();
			}
			for (const { id } of records) expect(next).toContain(id);
		});
	});
});
