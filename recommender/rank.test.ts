import { describe, expect, it } from "vitest";
import { seeded } from "../contracts/seeded.ts";
import { asCandidates, catalogue, context, NOW, signal } from "./catalogue.fixture.ts";
import { FALLBACK_MODEL } from "./fallback-model.ts";
import { parseModel } from "./load-model.ts";
import { MODEL_VERSION, type RankModel, shapeAt } from "./model.ts";
import { rank } from "./rank.ts";
import { emptyTaste, learn } from "./taste.ts";
import type { VideoFeatures } from "./types.ts";

const videos = catalogue(60, seeded(2));
const taste = videos.slice(0, 10).reduce((held, video, i) => learn(held, signal(video, { at: NOW - i }), video, NOW), emptyTaste(NOW));

describe("ranking", () => {
	it("gives parts that add up to the score", () => {
		for (const one of rank(taste, asCandidates(videos), context, FALLBACK_MODEL)) {
			expect(Object.values(one.parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(one.score, 9);
		}
	});

	it("is sorted, and the same whatever order the candidates come in", () => {
		const forward = rank(taste, asCandidates(videos), context, FALLBACK_MODEL);
		const backward = rank(taste, asCandidates([...videos].reverse()), context, FALLBACK_MODEL);
		expect(forward.map((one) => one.candidate.video.id)).toEqual(backward.map((one) => one.candidate.video.id));
		expect(forward.map((one) => one.score)).toEqual(forward.map((one) => one.score).sort((a, b) => b - a));
	});

	it("puts the popular first for someone unknown", () => {
		const base = videos[0] as VideoFeatures;
		const stats = { impressions: 2_000, views: 2_000, longViews: 900, likes: 100, recentLongViews: 300 };
		const popular: VideoFeatures = { ...base, id: "popular", stats };
		const plain: VideoFeatures = { ...base, id: "plain", stats: { ...stats, longViews: 9, impressions: 20, recentLongViews: 3 } };
		const [best] = rank(emptyTaste(NOW), asCandidates([plain, popular]), context, FALLBACK_MODEL);
		expect(best?.candidate.video.id).toBe("popular");
	});

	it("takes reach off the popular, but only for someone long known", () => {
		const base = videos[0] as VideoFeatures;
		const popular: VideoFeatures = { ...base, id: "popular", stats: { ...base.stats, longViews: 1023 } };
		const reaching: RankModel = { ...FALLBACK_MODEL, reach: 0.2 };
		const taken = (signals: number): number => {
			const viewer = { ...taste, signals };
			const [plain] = rank(viewer, asCandidates([popular]), context, FALLBACK_MODEL);
			const [lowered] = rank(viewer, asCandidates([popular]), context, reaching);
			return (plain?.score ?? 0) - (lowered?.score ?? 0);
		};
		expect(taken(3)).toBe(0);
		expect(taken(20)).toBe(0);
		expect(taken(30)).toBeCloseTo(1);
		expect(taken(500)).toBeCloseTo(2);
	});

	it("gives finite numbers for a video with nonsense in its counts, its time and its vector", () => {
		const broken: VideoFeatures = {
			...(videos[0] as VideoFeatures),
			id: "broken",
			vector: new Int8Array(0),
			createdAt: NOW + 1e12,
			durationMs: 0,
			stats: { impressions: -5, views: 0, longViews: 10, likes: -1, recentLongViews: Number.NaN },
		};
		const [one] = rank(taste, asCandidates([broken]), context, FALLBACK_MODEL);
		expect(Number.isFinite(one?.score)).toBe(true);
		expect(one?.pLongView).toBeGreaterThan(0);
		expect(one?.pLongView).toBeLessThan(1);
		expect(Number.isFinite(one?.expectedWatchMs)).toBe(true);
	});

	it("expects longer watching of a longer video, within its length's reason", () => {
		const at = (durationMs: number) =>
			rank(emptyTaste(NOW), asCandidates([{ ...(videos[0] as VideoFeatures), durationMs }]), context, FALLBACK_MODEL)[0]?.expectedWatchMs ??
			0;
		expect(at(5_000)).toBeLessThan(at(30_000));
		expect(at(5_000)).toBeLessThan(6_000);
	});
});

describe("a model file", () => {
	const trained: RankModel = { ...FALLBACK_MODEL, id: "trained" };

	it("is used when it can be read", () => {
		expect(parseModel(JSON.stringify(trained))).toEqual({ model: trained, fallback: false });
	});

	it.each([
		["missing", null],
		["not JSON", "{"],
		["not a model", "[]"],
		["of another version", JSON.stringify({ ...trained, version: MODEL_VERSION + 1 })],
		["with a weight that is no number", JSON.stringify(trained).replace('"longViewShare":0.5', '"longViewShare":null')],
		[
			"with knots that don't rise",
			JSON.stringify({ ...trained, watch: { bias: 0, shapes: { length: { knots: [1, 1], values: [0, 1] } } } }),
		],
		["with a knot without value", JSON.stringify({ ...trained, watch: { bias: 0, shapes: { length: { knots: [1, 2], values: [0] } } } })],
		["with a feature nobody knows", JSON.stringify({ ...trained, watch: { bias: 0, shapes: { mood: { knots: [1], values: [0] } } } })],
	])("that is %s gives the shipped weights, and says why", (_, json) => {
		const loaded = parseModel(json);
		expect(loaded.model).toBe(FALLBACK_MODEL);
		expect(loaded.fallback && loaded.reason.length).toBeGreaterThan(0);
	});
});

describe("a shape", () => {
	const shape = { knots: [0, 1, 3], values: [0, 2, 0] };

	it("is straight between knots and flat beyond them", () => {
		expect([-5, 0, 0.5, 1, 2, 3, 9].map((x) => shapeAt(shape, x))).toEqual([0, 0, 1, 2, 1, 0, 0]);
	});

	it("takes NaN for nothing known", () => {
		expect(shapeAt(shape, Number.NaN)).toBe(0);
	});
});
