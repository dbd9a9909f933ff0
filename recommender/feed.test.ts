import { describe, expect, it } from "vitest";
import { seeded } from "../contracts/seeded.ts";
import { asCandidates, catalogue, context, NOW, signal, TOPICS } from "./catalogue.fixture.ts";
import { FALLBACK_MODEL } from "./fallback-model.ts";
import { composeQueue } from "./page.ts";
import { rank } from "./rank.ts";
import { rerankQueue } from "./rerank.ts";
import { undoNotInterested } from "./steering.ts";
import { emptyTaste, learn, seedTaste, type Taste } from "./taste.ts";
import type { Signal, VideoFeatures } from "./types.ts";

const videos = catalogue(30, seeded(7));

function nextTen(taste: Taste, seed: number): VideoFeatures[] {
	const seen = new Set(taste.history.map((met) => met.videoId));
	const ranked = rank(taste, asCandidates(videos), context, FALLBACK_MODEL);
	return composeQueue(ranked, { size: 10, recent: [], seen: (id) => seen.has(id), random: seeded(seed) }).map(
		(slot) => slot.ranked.candidate.video,
	);
}

/** Mean number of a topic's videos among the next ten, over sessions. */
function inNextTen(taste: Taste, topic: string): number {
	let count = 0;
	for (let seed = 0; seed < 20; seed++) count += nextTen(taste, seed).filter((video) => video.topics.includes(topic)).length;
	return count / 20;
}

function having(taste: Taste, topic: string, times: number, given: (video: VideoFeatures) => Partial<Signal>): Taste {
	let next = taste;
	videos
		.filter((video) => video.topics.includes(topic))
		.slice(0, times)
		.forEach((video, index) => {
			const at = NOW - 60_000 + index * 10_000;
			next = learn(next, signal(video, { at, ...given(video) }), video, NOW);
		});
	return next;
}

/** How many of the topic's videos that were not watched yet, of those left, the next ten hold. */
function shareOfLeft(taste: Taste, topic: string): number {
	const seen = new Set(taste.history.map((met) => met.videoId));
	const left = videos.filter((video) => video.topics.includes(topic) && !seen.has(video.id)).length;
	return left === 0 ? 0 : inNextTen(taste, topic) / left;
}

describe("the next swipe, on thirty clips of eight topics, knowing nothing but their content", () => {
	const big = catalogue(120, seeded(8));
	for (const topic of TOPICS.slice(0, 4)) {
		it(`watching two clips of ${topic} to the end brings the ones left forward`, () => {
			const before = shareOfLeft(emptyTaste(NOW), topic);
			const now = shareOfLeft(
				having(emptyTaste(NOW), topic, 2, () => ({})),
				topic,
			);
			expect(now).toBeGreaterThan(Math.min(0.9, before + 0.2));
		});

		it(`skipping two clips of ${topic} sends the others back`, () => {
			const skipped = having(emptyTaste(NOW), topic, 2, () => ({ watchMs: 700 }));
			expect(shareOfLeft(skipped, topic)).toBeLessThan(shareOfLeft(emptyTaste(NOW), topic) + 0.05);
			expect(inNextTen(skipped, topic)).toBeLessThan(0.7);
		});
	}

	it("three clips watched to the end double their topic's share of the next ten, and leave room for others", () => {
		const topic = "cooking";
		const chosen = big.filter((video) => video.topics.includes(topic)).slice(0, 3);
		const fresh = emptyTaste(NOW);
		const keen = chosen.reduce((taste, video, index) => learn(taste, signal(video, { at: NOW - index }), video, NOW), fresh);
		const share = (taste: Taste) => {
			let count = 0;
			for (let seed = 0; seed < 10; seed++) {
				const ranked = rank(taste, asCandidates(big), context, FALLBACK_MODEL);
				const seen = (id: string) => chosen.some((video) => video.id === id);
				const page = composeQueue(ranked, { size: 10, recent: chosen, seen, random: seeded(seed) });
				count += page.filter((slot) => slot.ranked.candidate.video.topics.includes(topic)).length;
			}
			return count / 100;
		};
		expect(share(keen)).toBeGreaterThan(Math.max(0.3, 2 * share(fresh)));
		expect(share(keen)).toBeLessThan(0.9);
	});

	it("starts with the chosen interests", () => {
		const chosen = seedTaste(emptyTaste(NOW), ["travel"], [], NOW);
		expect(inNextTen(chosen, "travel")).toBeGreaterThan(inNextTen(emptyTaste(NOW), "travel") + 1);
	});
});

describe("not interested", () => {
	const video = videos[3] as VideoFeatures;

	it("in a topic leaves it out, and taking it back brings it back as it was", () => {
		const taste = having(emptyTaste(NOW), "music", 2, () => ({ liked: true }));
		const muted = learn(taste, signal(video, { notInterested: "topic" }), video, NOW);
		expect(inNextTen(muted, video.topics[0] ?? "")).toBe(0);
		const undone = undoNotInterested(muted, "topic", video.id);
		expect(nextTen(undone, 3)).toEqual(nextTen(taste, 3));
	});

	it("in a creator leaves all their videos out", () => {
		const muted = learn(emptyTaste(NOW), signal(video, { notInterested: "creator" }), video, NOW);
		const ranked = rank(muted, asCandidates(videos), context, FALLBACK_MODEL);
		expect(ranked.some((one) => one.candidate.video.creatorId === video.creatorId)).toBe(false);
		expect(ranked.length).toBeGreaterThan(10);
	});

	it("in one video lowers what resembles it", () => {
		const plain = rank(emptyTaste(NOW), asCandidates(videos), context, FALLBACK_MODEL);
		const muted = rank(
			learn(emptyTaste(NOW), signal(video, { notInterested: "video" }), video, NOW),
			asCandidates(videos),
			context,
			FALLBACK_MODEL,
		);
		const like = videos.find((other) => other.id !== video.id && other.topics[0] === video.topics[0])?.id;
		const score = (all: typeof plain) => all.find((one) => one.candidate.video.id === like)?.score ?? Number.NaN;
		expect(score(muted)).toBeLessThan(score(plain) - 0.3);
	});
});

describe("re-ranking what is left of a queue", () => {
	it("brings the topic just liked forward and leaves drawn slots in their place", () => {
		const ranked = rank(emptyTaste(NOW), asCandidates(videos), context, FALLBACK_MODEL);
		const queue = composeQueue(ranked, { size: 25, recent: [], seen: () => false, random: seeded(5) });
		const taste = having(emptyTaste(NOW), "sports", 2, () => ({ liked: true }));
		const seen = new Set(taste.history.map((met) => met.videoId));
		const left = queue.filter((slot) => !seen.has(slot.ranked.candidate.video.id));
		const next = rerankQueue(left, taste, context, FALLBACK_MODEL, []);
		expect(next).toHaveLength(left.length);
		const place = (slots: typeof left) =>
			slots.findIndex((slot) => slot.kind === "exploit" && slot.ranked.candidate.video.topics.includes("sports"));
		expect(place(next)).toBeLessThanOrEqual(1);
		left.forEach((slot, index) => {
			if (slot.kind === "exploit") return;
			expect(next[index]?.ranked.candidate.video.id).toBe(slot.ranked.candidate.video.id);
			expect(next[index]?.propensity).toBe(slot.propensity);
		});
	});

	it("drops what was muted meanwhile", () => {
		const ranked = rank(emptyTaste(NOW), asCandidates(videos), context, FALLBACK_MODEL);
		const queue = composeQueue(ranked, { size: 25, recent: [], seen: () => false, random: seeded(5) });
		const refused = queue[4]?.ranked.candidate.video as VideoFeatures;
		const taste = learn(emptyTaste(NOW), signal(refused, { notInterested: "creator" }), refused, NOW);
		const next = rerankQueue(queue, taste, context, FALLBACK_MODEL, []);
		expect(next.some((slot) => slot.ranked.candidate.video.creatorId === refused.creatorId)).toBe(false);
	});
});
