import { describe, expect, it } from "vitest";
import { seeded } from "../contracts/seeded.ts";
import { asCandidates, catalogue, context, NOW, signal } from "./catalogue.fixture.ts";
import { GUARANTEED_IMPRESSIONS } from "./explore.ts";
import { FALLBACK_MODEL } from "./fallback-model.ts";
import { composeQueue, type PageOptions } from "./page.ts";
import { rank } from "./rank.ts";
import { emptyTaste, learn } from "./taste.ts";
import type { Ranked, Slot, VideoFeatures } from "./types.ts";

const settled = { impressions: 5_000, views: 5_000, longViews: 2_000, likes: 100, recentLongViews: 100 };
const videos = catalogue(500, seeded(4)).map((video, index) => (index % 5 === 0 ? video : { ...video, stats: settled }));
const taste = videos.slice(0, 8).reduce((held, video, i) => learn(held, signal(video, { at: NOW - i }), video, NOW), emptyTaste(NOW));
const ranked = rank(taste, asCandidates(videos), context, FALLBACK_MODEL);
const queue = (given: Partial<PageOptions> = {}, from: readonly Ranked[] = ranked): Slot[] =>
	composeQueue(from, { size: 100, recent: [], seen: () => false, random: seeded(1), ...given });
const ids = (slots: readonly Slot[]) => slots.map((slot) => slot.ranked.candidate.video.id);

describe("a queue", () => {
	it("holds as many as asked for, each once", () => {
		expect(new Set(ids(queue())).size).toBe(100);
	});

	it("is shorter when there are not that many, and empty when there are none", () => {
		expect(queue({}, ranked.slice(0, 7))).toHaveLength(7);
		expect(queue({}, [])).toEqual([]);
	});

	it("never holds what was seen", () => {
		const seen = new Set(ids(queue()).slice(0, 50));
		expect(ids(queue({ seen: (id) => seen.has(id) })).some((id) => seen.has(id))).toBe(false);
	});

	it("is the same under the same seed and another under another", () => {
		expect(ids(queue({ random: seeded(9) }))).toEqual(ids(queue({ random: seeded(9) })));
		expect(ids(queue({ random: seeded(10) }))).not.toEqual(ids(queue({ random: seeded(9) })));
	});

	it("never opens with a gamble", () => {
		for (let seed = 0; seed < 50; seed++) expect(queue({ random: seeded(seed), size: 5 })[0]?.kind).toBe("exploit");
	});

	it("gives a fifth of its slots to exploration, new videos among them", () => {
		let explored = 0;
		let fresh = 0;
		for (let seed = 0; seed < 20; seed++) {
			const slots = queue({ random: seeded(seed) });
			explored += slots.filter((slot) => slot.kind !== "exploit").length;
			fresh += slots.filter((slot) => slot.kind === "fresh").length;
		}
		expect(explored / 2000).toBeGreaterThan(0.17);
		expect(explored / 2000).toBeLessThan(0.22);
		expect(fresh).toBeGreaterThan(explored / 4);
	});

	it("keeps the plain order of scores when nothing else is asked", () => {
		const plain = queue({ exploration: 0, diversity: false, jitter: 0 });
		expect(ids(plain)).toEqual(ranked.slice(0, 100).map((one) => one.candidate.video.id));
	});
});

describe("exploration", () => {
	it("notes a propensity in (0, 1] where chance had a say, and none elsewhere", () => {
		for (const slot of queue()) {
			if (slot.kind === "exploit") expect(slot.propensity).toBeNull();
			else {
				expect(slot.propensity).toBeGreaterThan(0);
				expect(slot.propensity).toBeLessThanOrEqual(1);
			}
		}
	});

	it("gives fresh slots only to videos that still miss impressions", () => {
		for (const slot of queue().filter((one) => one.kind === "fresh")) {
			expect(slot.ranked.candidate.video.stats.impressions).toBeLessThan(GUARANTEED_IMPRESSIONS);
		}
	});

	it("shows every new video before long, even one that ranks last", () => {
		const last = ranked.filter((one) => one.candidate.video.stats.impressions < GUARANTEED_IMPRESSIONS).at(-1);
		const id = last?.candidate.video.id ?? "";
		let shown = 0;
		for (let seed = 0; seed < 60; seed++) if (ids(queue({ random: seeded(seed) })).includes(id)) shown++;
		expect(shown).toBeGreaterThan(0);
	});

	it("draws as often as the propensity says", () => {
		const few = ranked.filter((one) => one.candidate.video.stats.impressions < GUARANTEED_IMPRESSIONS).slice(0, 5);
		const drawn = new Map<string, number>();
		const said = new Map<string, number>();
		const rounds = 4_000;
		for (let seed = 0; seed < rounds; seed++) {
			const slot = composeQueue(few, {
				size: 2,
				recent: [],
				seen: () => false,
				random: seeded(seed),
				exploration: 1,
				diversity: false,
				jitter: 0,
			})[1];
			if (slot === undefined || slot.kind !== "fresh") continue;
			const id = slot.ranked.candidate.video.id;
			drawn.set(id, (drawn.get(id) ?? 0) + 1);
			said.set(id, slot.propensity ?? 0);
		}
		for (const [id, count] of drawn) expect(count / rounds).toBeCloseTo(said.get(id) ?? 0, 1);
	});
});

describe("diversity", () => {
	const same = (slots: readonly Slot[], of: (video: VideoFeatures) => string) => {
		const all = slots.map((slot) => of(slot.ranked.candidate.video));
		return all.filter((value, index) => index > 0 && value === all[index - 1]).length;
	};

	it("keeps a creator from following on themselves where there are others", () => {
		const on = queue({ exploration: 0 });
		const off = queue({ exploration: 0, diversity: false });
		expect(same(on, (video) => video.creatorId)).toBeLessThanOrEqual(same(off, (video) => video.creatorId));
		expect(same(on.slice(0, 20), (video) => video.creatorId)).toBe(0);
	});

	it("gives chance nobody who was just there, on this page or the one before, while there are others", () => {
		for (let seed = 0; seed < 20; seed++) {
			const recent = videos.slice(0, 1);
			const slots = queue({ random: seeded(seed), exploration: 0.5, recent });
			const creators = [...recent, ...slots.map(({ ranked: { candidate } }) => candidate.video)].map(({ creatorId }) => creatorId);
			const again = slots.filter(({ kind }, place) => kind !== "exploit" && creators[place] === creators[place + 1]);
			expect(again).toEqual([]);
		}
	});

	it("reaches across pages: what was just shown costs on the next one too", () => {
		const [first] = queue({ exploration: 0, jitter: 0, size: 1 });
		const creator = first?.ranked.candidate.video as VideoFeatures;
		const next = queue({ exploration: 0, jitter: 0, size: 1, recent: [creator, creator, creator] });
		expect(next[0]?.ranked.candidate.video.creatorId).not.toBe(creator.creatorId);
	});

	it("has a strength: 0 is the order of the scores, 1 the usual, more keeps creators further apart", () => {
		const order = (diversity: boolean | number) =>
			queue({ exploration: 0, jitter: 0, diversity }).map((slot) => slot.ranked.candidate.video.id);
		expect(order(0)).toEqual(order(false));
		expect(order(1)).toEqual(order(true));
		const gaps = (diversity: number) => {
			const creators = queue({ exploration: 0, diversity }).map((slot) => slot.ranked.candidate.video.creatorId);
			return creators.slice(0, 30).filter((creator, place) => place > 1 && creator === creators[place - 2]).length;
		};
		expect(gaps(3)).toBeLessThan(gaps(0.3));
	});

	it("shows more topics than the scores alone would", () => {
		const topics = (slots: readonly Slot[]) => new Set(slots.slice(0, 10).flatMap((slot) => slot.ranked.candidate.video.topics)).size;
		expect(topics(queue({ exploration: 0 }))).toBeGreaterThanOrEqual(topics(queue({ exploration: 0, diversity: false })));
	});
});
