import { expect, test } from "vitest";
import { seeded } from "../../../contracts/seeded.ts";
import { FALLBACK_MODEL } from "../../../recommender/fallback-model.ts";
import { emptyTaste, learn } from "../../../recommender/taste.ts";
import type { Candidate, RankContext, VideoFeatures } from "../../../recommender/types.ts";
import { quantise } from "../../../recommender/vectors.ts";
import { TOPICS, vectorOf } from "../catalogue-rows.fixture.ts";
import { EMPTY_QUEUE, layOut, marked, reorder, take } from "./queue.ts";
import { outboxEvent, signalOf, signalOfAct } from "./signals.ts";

const NOW = Date.UTC(2026, 10, 23);
const random = seeded(3);
const videos = Array.from(
	{ length: 160 },
	(_, place): VideoFeatures => ({
		id: String(1_000 + place),
		creatorId: String(place % 20),
		topics: [TOPICS[place % TOPICS.length] ?? ""],
		soundId: null,
		durationMs: 9_000,
		createdAt: NOW - 86_400_000,
		country: null,
		vector: quantise(vectorOf(place % TOPICS.length, random)),
		stats: { impressions: 200, views: 200, longViews: 80, likes: 10, recentLongViews: 0 },
	}),
);
const candidates: Candidate[] = videos.map((video) => ({ video, sources: { popular: 1 } }));
const known = new Map(videos.map((video) => [video.id, video]));
const context: RankContext = { now: NOW, followed: new Set(), country: null, device: null };
const shown = { eventId: null, at: NOW, watchMs: 9_000, durationMs: 9_000, liked: false, commented: false } as const;
const impression = (videoId: string) => ({
	...shown,
	videoId,
	shared: false,
	followed: false,
	replayed: false,
	source: "fyp",
	startupMs: null,
});

test("a queue holds a hundred, each once, also when candidates come twice", () => {
	const slots = layOut(emptyTaste(NOW), [...candidates, ...candidates], context, FALLBACK_MODEL, [], seeded(1));
	expect(slots).toHaveLength(100);
	expect(new Set(slots.map(({ videoId }) => videoId)).size).toBe(100);
});

test("a fifth of the slots explore, and say with what probability they were drawn", () => {
	const slots = layOut(emptyTaste(NOW), candidates, context, FALLBACK_MODEL, [], seeded(1));
	const drawn = slots.filter(({ kind }) => kind !== "exploit");
	expect(drawn.length).toBeGreaterThanOrEqual(15);
	expect(drawn.length).toBeLessThanOrEqual(25);
	for (const { propensity } of drawn) expect(propensity).toBeGreaterThan(0);
});

test("reordering by what was learned brings the topic forward and loses nothing but what is gone", () => {
	const slots = layOut(emptyTaste(NOW), candidates, context, FALLBACK_MODEL, [], seeded(1));
	let taste = emptyTaste(NOW);
	for (const video of videos.filter(({ topics }) => topics[0] === TOPICS[4]).slice(0, 3)) {
		taste = learn(taste, signalOf(impression(video.id), video.durationMs), video, NOW);
	}
	const gone = slots[7]?.videoId ?? "";
	const rest = new Map([...known].filter(([id]) => id !== gone));
	const next = reorder(slots, rest, taste, context, FALLBACK_MODEL, []);
	const count = (some: typeof slots) => some.slice(0, 10).filter(({ videoId }) => known.get(videoId)?.topics[0] === TOPICS[4]).length;
	expect(count(next)).toBeGreaterThan(count(slots));
	expect(next).toHaveLength(99);
});

test("taking drops what is refused and leaves the rest", () => {
	const slots = layOut(emptyTaste(NOW), candidates, context, FALLBACK_MODEL, [], seeded(1));
	const refused = slots[1]?.creatorId;
	const { taken, left } = take(slots, 5, ({ creatorId }) => creatorId === refused);
	expect(taken).toHaveLength(5);
	expect(taken.some(({ creatorId }) => creatorId === refused)).toBe(false);
	expect(left.length).toBeLessThan(95);
});

test("a heart or a bookmark marks its video, once, until it is taken back", () => {
	const liked = marked(marked(EMPTY_QUEUE, { videoId: "1", kind: "liked" }), { videoId: "1", kind: "liked" });
	expect(liked).toMatchObject({ liked: ["1"], saved: [] });
	const both = marked(liked, { videoId: "1", kind: "saved" });
	expect(marked(both, { videoId: "1", kind: "unliked" })).toMatchObject({ liked: [], saved: ["1"] });
	expect(marked(both, { videoId: "1", kind: "shared" })).toEqual(both);
});

test("an act is a signal of that act alone", () => {
	expect(signalOfAct("1", "liked", 9_000, NOW)).toMatchObject({ liked: true, followed: false, saved: false, watchMs: 0 });
	expect(signalOfAct("1", "saved", 9_000, NOW)).toMatchObject({ liked: false, saved: true });
});

test("an impression tells what was done in it, and the hour of the day it was", () => {
	const event = { ...impression("1"), saved: true, profileVisited: true, at: NOW - 3 * 3_600_000 };
	expect(signalOf(event, 9_000)).toMatchObject({ saved: true, profileVisited: true, liked: false });
	const told = outboxEvent(event, "e", "guest:1", null, { country: "NO", device: "phone", hour: 1 }, NOW, []);
	expect(told).toMatchObject({ saved: true, profileVisited: true, device: "phone", hour: 22, country: "NO" });
	expect(outboxEvent(impression("1"), "e", "guest:1", null, { country: null, device: null }, NOW, [])).toMatchObject({
		hour: null,
		saved: false,
	});
});
