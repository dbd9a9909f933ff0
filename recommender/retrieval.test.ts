import { describe, expect, it } from "vitest";
import { seeded } from "../contracts/seeded.ts";
import { catalogue, context, NOW, signal } from "./catalogue.fixture.ts";
import { joinNeighbours } from "./neighbours.ts";
import { mergeCandidates, momentOf, planRetrieval, SEEDS_MAX, type SourceAnswer, seedsOf, toCandidates } from "./retrieval.ts";
import { weighTopic } from "./steering.ts";
import { emptyTaste, learn } from "./taste.ts";
import type { RetrievalQuery, Retrieved, VideoFeatures } from "./types.ts";

const limits = { vectorTopK: 100, candidates: 500 };
const videos = catalogue(150, seeded(6));
const taste = videos.reduce((held, video, i) => learn(held, signal(video, { at: NOW - 1000 + i }), video, NOW), emptyTaste(NOW));
const kinds = (plan: readonly RetrievalQuery[]) => plan.map((query) => query.kind);

describe("the plan", () => {
	it("asks for popular, rising and fresh videos when nothing is known of the viewer", () => {
		expect(kinds(planRetrieval(emptyTaste(NOW), context, limits)).sort()).toEqual(["fresh", "popular", "rising"]);
	});

	it("asks every source once there is a past, and popular ones still", () => {
		const plan = planRetrieval(taste, context, limits);
		expect(new Set(kinds(plan))).toEqual(new Set(["neighbours", "vector", "topic", "creators", "popular", "rising", "fresh"]));
	});

	it("keeps to what one vector query may ask", () => {
		for (const query of planRetrieval(taste, context, limits)) {
			if (query.kind === "vector") expect(query.topK).toBeLessThanOrEqual(100);
		}
	});

	it("follows those followed, without a past", () => {
		const plan = planRetrieval(emptyTaste(NOW), { ...context, followed: new Set(["someone"]) }, limits);
		expect(plan).toContainEqual({ kind: "creators", creatorIds: ["someone"], limit: expect.any(Number) });
	});

	it("asks for no topic that was set to none, and for one that was set to much", () => {
		const steered = weighTopic(weighTopic(taste, "music", 0), "gardening", 2);
		const topics = planRetrieval(steered, context, limits).flatMap((query) => (query.kind === "topic" ? [query.topic] : []));
		expect(topics).not.toContain("music");
		expect(topics).toContain("gardening");
	});

	it("asks for topics followed, in turn where they are many, and for none that was set to none", () => {
		const followed = (topics: readonly string[], now = NOW, of = emptyTaste(NOW)) =>
			planRetrieval(of, { ...context, now, followedTopics: new Set(topics) }, limits).flatMap((query) =>
				query.kind === "topic" ? [query.topic] : [],
			);
		expect(followed(["tea", "cats"])).toEqual(["cats", "tea"]);
		expect(followed(["tea", "cats"], NOW, weighTopic(emptyTaste(NOW), "tea", 0))).toEqual(["cats"]);
		const many = Array.from({ length: 7 }, (_, place) => `t${place}`);
		const turns = Array.from({ length: 7 }, (_, turn) => followed(many, NOW + turn * 5 * 60_000));
		expect(turns.every((some) => some.length === 3)).toBe(true);
		expect(new Set(turns.slice(0, 3).flat())).toEqual(new Set(many));
		expect(planRetrieval(taste, context, limits)).toEqual(planRetrieval(taste, { ...context, followedTopics: new Set() }, limits));
	});

	it("asks what is watched at this hour on such a device, of a newcomer whose hour is known, and of nobody else", () => {
		const now = { ...context, hour: 21 };
		expect(planRetrieval(emptyTaste(NOW), now, limits)).toContainEqual({
			kind: "moment",
			moment: { device: "phone", part: "evening" },
			limit: expect.any(Number),
		});
		expect(kinds(planRetrieval(emptyTaste(NOW), { ...now, device: null }, limits))).not.toContain("moment");
		expect(kinds(planRetrieval(taste, now, limits))).not.toContain("moment");
	});

	it.each([
		[0, "night"],
		[4, "night"],
		[5, "morning"],
		[11, "afternoon"],
		[17, "evening"],
		[22, "evening"],
		[23, "night"],
	])("takes hour %i for the %s", (hour, part) => {
		expect(momentOf({ device: "desktop", hour })).toEqual({ device: "desktop", part });
		expect(momentOf({ device: "desktop", hour: null })).toBeNull();
	});

	it("takes the latest videos as seeds, newer ones weighing more", () => {
		const seeds = seedsOf(taste);
		expect(seeds).toHaveLength(SEEDS_MAX);
		expect(seeds[0]?.videoId).toBe(videos.at(-1)?.id);
		expect(seeds[0]?.weight).toBeGreaterThan(seeds[59]?.weight ?? 0);
	});
});

describe("joining neighbours", () => {
	const lists = new Map([
		["a", { ids: ["x", "y", "b"], weights: [0.5, 0.2, 0.9] }],
		["b", { ids: ["y", "z"], weights: [0.4, -0.3] }],
	]);
	const seeds = [
		{ videoId: "a", weight: 1 },
		{ videoId: "b", weight: 0.5 },
		{ videoId: "unknown", weight: 1 },
	];

	it("sums what all seeds say, leaves the seeds out and drops what they speak against", () => {
		expect(joinNeighbours(seeds, (id) => lists.get(id) ?? null, 10)).toEqual([
			{ videoId: "x", score: 0.5 },
			{ videoId: "y", score: 0.4 },
		]);
	});

	it("keeps to its limit", () => {
		expect(joinNeighbours(seeds, (id) => lists.get(id) ?? null, 1)).toHaveLength(1);
	});
});

describe("merging", () => {
	const list = (name: string, count: number): Retrieved[] =>
		Array.from({ length: count }, (_, i) => ({ videoId: `${name}${i}`, score: count - i }));
	const answers: SourceAnswer[] = [
		{ query: { kind: "neighbours", seeds: [], limit: 500 }, found: list("n", 900) },
		{ query: { kind: "popular", limit: 250 }, found: [...list("n", 5), ...list("p", 250)] },
		{ query: { kind: "fresh", limit: 100 }, found: list("f", 100) },
	];

	it("holds each video once, with the score of every source that gave it", () => {
		const found = mergeCandidates(answers, 500);
		expect(new Set(found.map((one) => one.videoId)).size).toBe(500);
		expect(found.find((one) => one.videoId === "n0")?.sources).toEqual({ neighbours: 900, popular: 5 });
	});

	it("lets no source drown the others", () => {
		const found = mergeCandidates(answers, 500).map((one) => one.videoId[0]);
		for (const name of ["n", "p", "f"]) expect(found.filter((one) => one === name).length).toBeGreaterThan(10);
	});

	it("fills up from whoever has more when some are slow, failed or empty", () => {
		expect(mergeCandidates(answers.slice(1), 300)).toHaveLength(300);
		expect(mergeCandidates([], 500)).toEqual([]);
	});

	it("leaves out what it is told to", () => {
		expect(mergeCandidates(answers, 500, (id) => id.startsWith("p")).some((one) => one.videoId.startsWith("p"))).toBe(false);
	});

	it("gives no candidate for a video that is gone", () => {
		const known = new Map(videos.map((video) => [video.id, video]));
		const gone = videos[0] as VideoFeatures;
		known.delete(gone.id);
		const found = [
			{ videoId: gone.id, sources: {} },
			{ videoId: videos[1]?.id ?? "", sources: {} },
		];
		expect(toCandidates(found, (id) => known.get(id))).toHaveLength(1);
	});
});
