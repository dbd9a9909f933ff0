import { describe, expect, it } from "vitest";
import { type Giving, PAGES_KEPT, SHOWN_FOR_MS } from "./impressions.ts";
import { withPutOff, withStore } from "./store-in-object.fixture.ts";

const slot = (videoId: string) => ({ videoId, kind: "explore" as const, propensity: 0.25, parts: { popularity: 1.5 } });
const page = (...videoIds: string[]) => ({
	items: videoIds.map((videoId) => ({ videoId, liked: false, following: false, saved: false })),
	nextCursor: `after-${videoIds.at(-1)}`,
	isFallback: false,
});
const giving = (cursor: string | null, at: number, ...videoIds: string[]): Giving => ({
	cursor,
	at,
	page: page(...videoIds),
	slots: videoIds.map(slot),
});

describe("what was shown", () => {
	it("is known by exact ids, beyond what a JavaScript number holds, with the story of its slot", () =>
		withStore(({ impressions }) => {
			impressions.give(giving(null, 5, "9007199254740993", "383086085031268871"));
			expect(impressions.among(["9007199254740993", "9007199254740992", "383086085031268871"])).toEqual(
				new Set(["9007199254740993", "383086085031268871"]),
			);
			expect(impressions.tell(["9007199254740993"]).get("9007199254740993")).toEqual({
				kind: "explore",
				propensity: 0.25,
				parts: { popularity: 1.5 },
				at: expect.any(Number),
			});
			expect(impressions.tell(["9007199254740992", "90071992547409"]).size).toBe(0);
		}));

	it("keeps its story when it is seen again elsewhere, and is forgotten after thirty days", () =>
		withStore(({ impressions }) => {
			impressions.give(giving(null, 1_000, "1"));
			impressions.markSeen(["1", "2"], 2_000);
			expect(impressions.tell(["1"]).get("1")?.propensity).toBe(0.25);
			impressions.markSeen(["3"], SHOWN_FOR_MS);
			impressions.prune(SHOWN_FOR_MS + 2_001);
			expect(impressions.among(["1", "2", "3"])).toEqual(new Set(["3"]));
		}));

	it("has a new story when the feed shows it anew", () =>
		withStore(({ impressions }) => {
			impressions.give(giving(null, 1_000, "1", "2"));
			impressions.give({ ...giving("after-2", 2_000, "1"), slots: [{ ...slot("1"), kind: "exploit", propensity: null, parts: {} }] });
			const told = impressions.tell(["1", "2"]);
			expect(told.get("1")).toEqual({ kind: "exploit", propensity: null, parts: {}, at: 2_000 });
			expect(told.get("2")?.kind).toBe("explore");
		}));

	it("keeps the last pages, however often it is pruned", () =>
		withStore(({ impressions }) => {
			const kept = (from: number) =>
				Array.from({ length: PAGES_KEPT + 5 }, (_, place) => impressions.page(String(from + place))).filter((one) => one !== null);
			for (const from of [0, 100]) {
				for (let place = 0; place < PAGES_KEPT + 5; place++) impressions.give(giving(String(from + place), from + place, "1"));
				impressions.prune(1_000);
				expect(kept(from)).toHaveLength(PAGES_KEPT);
			}
			expect(kept(0)).toEqual([]);
		}));

	it("of a hundred thousand videos takes no more room than it may, and the latest are known", () =>
		withStore((store, sql) => {
			for (let from = 0; from < 100_000; from += 1_000) {
				const ids = Array.from({ length: 1_000 }, (_, place) => String(from + place + 1));
				store.impressions.markSeen(ids, from);
				store.mark({ forget: [], remember: ids.map((id) => [`event-${id}`, from]) });
				store.prune(from);
			}
			expect(store.impressions.among(["100000", "80001", "79000", "1"])).toEqual(new Set(["100000", "80001"]));
			expect([...store.times(["event-100000", "event-1"]).keys()]).toEqual(["event-100000"]);
			expect(sql.databaseSize).toBeLessThan(4 * 1024 * 1024);
		}));

	it("comes again longest ago first, the latest share of it not at all", () =>
		withStore(({ impressions }) => {
			for (let id = 1; id <= 10; id++) impressions.markSeen([String(id)], id);
			expect(impressions.longestAgo(100, 0.4)).toEqual(["1", "2", "3", "4", "5", "6"]);
			expect(impressions.longestAgo(2, 0.4)).toEqual(["1", "2"]);
		}));

	it("is written a moment later, all that came meanwhile at once, and is known before", () =>
		withPutOff(({ store: { impressions }, sql, write }) => {
			impressions.give(giving(null, 1, "1", "2"));
			impressions.give(giving("after-2", 2, "3"));
			const written = () => sql.exec<{ count: number }>("select count(*) as count from given").one().count;
			expect(written()).toBe(0);
			write();
			expect(written()).toBe(2);
			impressions.give(giving("after-3", 3, "4"));
			expect(impressions.among(["1", "3", "4", "5"])).toEqual(new Set(["1", "3", "4"]));
			expect(impressions.page("after-2")).toEqual(page("3"));
			expect(written()).toBe(3);
		}));

	it("is written with whatever is written before its moment", () =>
		withPutOff(({ store, afterCrash }) => {
			store.impressions.give(giving(null, 1, "1"));
			store.write("taste", "{}");
			expect(afterCrash().impressions.among(["1"])).toEqual(new Set(["1"]));
		}));

	it("is not written into a session that was forgotten meanwhile", () =>
		withPutOff(({ store, write, afterCrash }) => {
			store.impressions.give(giving(null, 1, "1"));
			store.close();
			// A page that was under way ends only now.
			store.impressions.give(giving("after-1", 2, "1"));
			write();
			expect(afterCrash().impressions.among(["1"]).size).toBe(0);
		}));

	it("loses its cursor, not its story, when the taste is forgotten", () =>
		withStore((store) => {
			store.impressions.give(giving("c", 1, "1"));
			store.forgetTaste();
			expect(store.impressions.page("c")).toBeNull();
			expect(store.impressions.given()).toEqual([]);
			expect(store.impressions.tell(["1"]).size).toBe(1);
		}));

	it("loses what is withdrawn, and is made anew when nothing is left of it", () =>
		withStore(({ impressions }) => {
			impressions.give(giving("a", 1, "1", "2"));
			impressions.give(giving("b", 2, "3"));
			impressions.withdraw((videoId) => videoId !== "2");
			expect(impressions.page("a")?.items.map(({ videoId }) => videoId)).toEqual(["2"]);
			expect(impressions.page("b")).toBeNull();
		}));
});
