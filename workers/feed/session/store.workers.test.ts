import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import type { EventsMessage } from "../../../contracts/queues.ts";
import { services, testEnv } from "../../gateway/testing/api.ts";
import { type Catalogue, seedCatalogue } from "../catalogue.fixture.ts";
import { drainOutbox } from "./outbox.ts";
import type { ShownEvent } from "./protocol.ts";
import { type OutboxEvent, SessionStore, SHOWN_FOR_MS } from "./store.ts";
import { sessionOf } from "./stub.ts";

let sessions = 0;
const withStore = <T>(run: (store: SessionStore) => T | Promise<T>): Promise<T> =>
	runInDurableObject(sessionOf(testEnv, `guest:store${sessions++}`), (_, state) => run(new SessionStore(state.storage.sql)));
const slot = (videoId: string) => ({ videoId, kind: "explore" as const, propensity: 0.25, parts: { popularity: 1.5 } });
const event = (eventId: string): OutboxEvent => ({ eventId, videoId: "1", kind: "watch" }) as OutboxEvent;

describe("what was shown", () => {
	it("is known by exact ids, beyond what a JavaScript number holds, with the story of its slot", () =>
		withStore((store) => {
			store.markShown([slot("9007199254740993"), slot("383086085031268871")], 5);
			expect(store.shownAmong(["9007199254740993", "9007199254740992", "383086085031268871"])).toEqual(
				new Set(["9007199254740993", "383086085031268871"]),
			);
			expect(store.showings(["9007199254740993"]).get("9007199254740993")).toEqual({
				kind: "explore",
				propensity: 0.25,
				parts: { popularity: 1.5 },
			});
			expect(store.showings(["9007199254740992"]).size).toBe(0);
		}));

	it("keeps its story when it is seen again elsewhere, and is forgotten after thirty days", () =>
		withStore((store) => {
			store.markShown([slot("1")], 1_000);
			store.markSeen(["1", "2"], 2_000);
			expect(store.showings(["1"]).get("1")?.propensity).toBe(0.25);
			store.markSeen(["3"], SHOWN_FOR_MS);
			store.prune(SHOWN_FOR_MS + 2_001);
			expect(store.shownAmong(["1", "2", "3"])).toEqual(new Set(["3"]));
		}));

	it("has a new story when the feed shows it anew", () =>
		withStore((store) => {
			store.markShown([slot("1")], 1_000);
			store.markShown([{ ...slot("1"), kind: "exploit", propensity: null, parts: {} }], 2_000);
			expect(store.showings(["1"]).get("1")).toEqual({ kind: "exploit", propensity: null, parts: {} });
		}));

	it("keeps the last twenty pages, however often it is pruned", () =>
		withStore((store) => {
			const page = { items: [], nextCursor: "next", isFallback: false };
			const kept = (from: number) =>
				Array.from({ length: 25 }, (_, place) => store.page(String(from + place))).filter((one) => one !== null);
			for (const from of [0, 100]) {
				for (let place = 0; place < 25; place++) store.keepPage(String(from + place), from + place, page);
				store.prune(1_000);
				expect(kept(from)).toHaveLength(20);
			}
			expect(kept(0)).toEqual([]);
		}));

	it("of a hundred thousand videos takes no more room than it may, and the latest are known", () =>
		withStore((store) =>
			runInDurableObject(sessionOf(testEnv, `guest:store${sessions - 1}`), (_, state) => {
				for (let from = 0; from < 100_000; from += 1_000) {
					const ids = Array.from({ length: 1_000 }, (_, place) => String(from + place + 1));
					store.markSeen(ids, from);
					store.newEventIds(
						ids.map((id) => `event-${id}`),
						from,
					);
					store.prune(from);
				}
				expect(store.shownAmong(["100000", "80001", "79000", "1"])).toEqual(new Set(["100000", "80001"]));
				expect(store.newEventIds(["event-100000", "event-1"], 100_000)).toEqual(new Set(["event-1"]));
				expect(state.storage.sql.databaseSize).toBeLessThan(8 * 1024 * 1024);
			}),
		));

	it("comes again longest ago first, the latest share of it not at all", () =>
		withStore((store) => {
			for (let id = 1; id <= 10; id++) store.markSeen([String(id)], id);
			expect(store.longestAgo(100, 0.4)).toEqual(["1", "2", "3", "4", "5", "6"]);
			expect(store.longestAgo(2, 0.4)).toEqual(["1", "2"]);
		}));
});

describe("events", () => {
	it("are new once per id", () =>
		withStore((store) => {
			expect(store.newEventIds(["a", "b", "a"], 1)).toEqual(new Set(["a", "b"]));
			expect(store.newEventIds(["b", "c"], 2)).toEqual(new Set(["c"]));
		}));

	it("leave as they were told, under a name they keep until the queue has taken them", () =>
		withStore(async (store) => {
			store.queueEvents([event("1"), event("2")], 100);
			const sent: EventsMessage[] = [];
			let fails = 1;
			const queue = {
				send: async (message: EventsMessage) => {
					sent.push(message);
					if (fails-- > 0) throw new Error("the queue is full");
				},
			} as unknown as Queue<EventsMessage>;
			await expect(drainOutbox(store, queue)).rejects.toThrow("full");
			store.queueEvents([event("3")], 200);
			await drainOutbox(store, queue);
			const [refused, again, rest] = sent;
			expect(again).toEqual(refused);
			expect([again?.closedAt, rest?.closedAt]).toEqual([100, 200]);
			expect([again?.events.length, rest?.events.length]).toEqual([2, 1]);
			expect(rest?.batchId).not.toBe(again?.batchId);
			// The archive tells viewers apart by it, and knows no more of them.
			for (const { batchId } of sent) expect(batchId.split(".")[0]).toBe(store.name());
			sent.length = 0;
			await drainOutbox(store, queue);
			expect(sent).toEqual([]);
		}));
});

describe("the outbox", () => {
	it("hands on what was put there when each event had a row of its own", () =>
		runInDurableObject(sessionOf(testEnv, `guest:store${sessions++}`), async (_, state) => {
			const store = new SessionStore(state.storage.sql);
			const old = { ...event("old"), at: 77 };
			state.storage.sql.exec("insert into outbox (event) values (?)", JSON.stringify(old));
			expect(store.nextBatch()).toMatchObject({ batchId: store.nextBatch()?.batchId, closedAt: 77, events: [old] });
			await drainOutbox(store, { send: async () => undefined as never });
			expect(store.nextBatch()).toBeNull();
		}));

	it("keeps what was told after it was forgotten, when a batch from before is taken only then", () =>
		withStore((store) => {
			store.queueEvents([event("before")], 1);
			const before = store.nextBatch();
			if (before === null) throw new Error("no batch");
			store.handedOn(before);
			store.queueEvents([event("after")], 2);
			store.handedOn(before);
			expect(store.nextBatch()?.events).toEqual([event("after")]);
		}));
});

describe("the object", () => {
	let catalogue: Catalogue;
	beforeAll(async () => {
		catalogue = await seedCatalogue(services, { count: 16 });
	});

	it("hands on what was reported, and a restart in between loses nothing", async () => {
		const viewer = "guest:alarm";
		const stub = sessionOf(testEnv, viewer);
		const [clip] = catalogue.records;
		if (clip === undefined) throw new Error("no clip");
		const told: ShownEvent = {
			...{ eventId: "e1", videoId: clip.id, at: services.clock(), watchMs: 9_000, durationMs: 9_000, source: "fyp", startupMs: null },
			...{ liked: false, commented: false, shared: false, followed: false, replayed: false },
		};
		const nowhere = { country: "NO", device: null };
		expect(await stub.watch(viewer, [told], nowhere)).toEqual({ accepted: 1, duplicates: 0 });
		await evictDurableObject(stub);
		expect(await stub.watch(viewer, [told], nowhere)).toEqual({ accepted: 0, duplicates: 1 });
		await runDurableObjectAlarm(stub);
		const waiting = await runInDurableObject(stub, (_, state) => state.storage.sql.exec("select * from outbox").toArray().length);
		expect(waiting).toBe(0);
	});

	it("forgets everything when it is told to", async () => {
		const viewer = "guest:forget";
		const stub = sessionOf(testEnv, viewer);
		await stub.page({ viewer, count: 3, cursor: null, country: null, device: null });
		await stub.forget();
		expect(await runInDurableObject(stub, (session) => session.bequeath())).toEqual({
			taste: null,
			preferences: null,
			shown: [],
			exposures: [],
		});
		await evictDurableObject(stub);
		expect((await stub.page({ viewer, count: 3, cursor: null, country: null, device: null })).items).toHaveLength(3);
	});

	it("a guest who signs up goes on where they were", async () => {
		const guest = sessionOf(testEnv, "guest:before");
		const page = await guest.page({ viewer: "guest:before", count: 5, cursor: null, country: null, device: null });
		await guest.act("guest:before", { videoId: page.items[0]?.videoId ?? "", kind: "liked" });
		const user = sessionOf(testEnv, "user:77");
		await user.inherit("user:77", await guest.bequeath());
		const { taste, shown } = await runInDurableObject(user, (session) => session.bequeath());
		expect(taste).not.toBeNull();
		expect(new Set(shown.map(({ videoId }) => videoId))).toEqual(new Set(page.items.map(({ videoId }) => videoId)));
	});
});
