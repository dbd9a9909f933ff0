import { describe, expect, it } from "vitest";
import { seeded } from "../contracts/seeded.ts";
import { longAffinity } from "./affinity.ts";
import { catalogue, NOW, signal } from "./catalogue.fixture.ts";
import { habitualOffset, longViewRate } from "./habits.ts";
import { INTERESTS_MAX } from "./interests.ts";
import { logit, PRIOR_RATE } from "./quality.ts";
import { undoNotInterested } from "./steering.ts";
import { CREATORS_MAX, emptyTaste, HISTORY_MAX, learn, type Taste, TOPICS_MAX } from "./taste.ts";
import { decodeTaste, encodeTaste } from "./taste-codec.ts";
import type { VideoFeatures } from "./types.ts";

const videos = catalogue(40, seeded(3));
const [first, second] = videos as [VideoFeatures, VideoFeatures];

function watchAll(list: readonly VideoFeatures[], begin = NOW - 3_600_000): Taste {
	return list.reduce((taste, video, index) => learn(taste, signal(video, { at: begin + index * 1000 }), video, NOW), emptyTaste(begin));
}

describe("learning", () => {
	it("does not change the taste it is given", () => {
		const before = emptyTaste(NOW);
		const text = encodeTaste(before);
		learn(before, signal(first), first, NOW);
		expect(encodeTaste(before)).toBe(text);
	});

	it("takes a replayed event for the one it is", () => {
		const once = learn(emptyTaste(NOW), signal(first), first, NOW);
		expect(learn(once, signal(first), first, NOW)).toBe(once);
	});

	it("counts a like that follows a watch, and does not take it for a skip", () => {
		const watched = learn(emptyTaste(NOW), signal(first, { at: NOW - 5000 }), first, NOW);
		const liked = learn(watched, signal(first, { watchMs: 0, liked: true }), first, NOW);
		expect(longAffinity(liked.creators.get(first.creatorId))).toBeGreaterThan(longAffinity(watched.creators.get(first.creatorId)));
		expect(liked.history).toHaveLength(1);
	});

	it("gives nearly the same taste when events come out of order", () => {
		const list = videos.slice(0, 12);
		const signals = list.map((video, index) => ({ video, at: NOW - 60_000 + index * 1000 }));
		const learnAll = (order: typeof signals) =>
			order.reduce((taste, { video, at }) => learn(taste, signal(video, { at }), video, NOW), emptyTaste(NOW - 60_000));
		const inOrder = learnAll(signals);
		const shuffled = learnAll([...signals].reverse());
		expect(shuffled.history.map((met) => met.videoId)).toEqual(inOrder.history.map((met) => met.videoId));
		for (const [topic, held] of inOrder.topics) expect(longAffinity(shuffled.topics.get(topic))).toBeCloseTo(longAffinity(held), 3);
	});

	it("believes no clock that is ahead, and no time that is none", () => {
		for (const at of [NOW + 10 * 365 * 86_400_000, Number.NaN, Number.POSITIVE_INFINITY]) {
			const taste = learn(emptyTaste(NOW), signal(first, { at }), first, NOW);
			expect(taste.updatedAt).toBe(NOW);
			expect(taste.history[0]?.at).toBe(NOW);
		}
	});

	it("hardly listens to what comes years late", () => {
		const fresh = watchAll(videos.slice(0, 5));
		const late = learn(fresh, signal(second, { at: NOW - 3 * 365 * 86_400_000, watchMs: 100 }), second, NOW);
		const topic = second.topics[0] ?? "";
		expect(longAffinity(late.topics.get(topic))).toBeCloseTo(longAffinity(fresh.topics.get(topic)), 2);
	});

	it("learns hashtags that are words of the language it is written in", () => {
		const odd: VideoFeatures = { ...first, topics: ["constructor", "__proto__", "toString"] };
		const taste = learn(emptyTaste(NOW), signal(odd), odd, NOW);
		expect(longAffinity(taste.topics.get("__proto__"))).toBeGreaterThan(0);
		const back = decodeTaste(encodeTaste(taste));
		expect(longAffinity(back?.topics.get("constructor"))).toBeGreaterThan(0);
	});
});

describe("a viewer with 100 000 events", () => {
	const random = seeded(5);
	let taste = emptyTaste(0);
	const begun = performance.now();
	for (let index = 0; index < 100_000; index++) {
		const base = videos[index % videos.length] as VideoFeatures;
		const video = {
			...base,
			id: String(10n ** 18n + BigInt(index)),
			creatorId: String(10n ** 18n + BigInt(Math.floor(5_000 * random()))),
			topics: [`hashtag_number_${Math.floor(2_000 * random())}`, base.topics[0] ?? ""],
			soundId: String(10n ** 18n + BigInt(Math.floor(2_000 * random()))),
		};
		const given = {
			at: index * 1000,
			watchMs: video.durationMs * 1.5 * random(),
			notInterested: index % 50 === 0 ? ("video" as const) : null,
		};
		taste = learn(taste, signal(video, given), video, index * 1000);
	}
	const each = (performance.now() - begun) / 100_000;

	it("stays within its bounds", () => {
		expect(taste.history.length).toBeLessThanOrEqual(HISTORY_MAX);
		expect(taste.topics.size).toBeLessThanOrEqual(TOPICS_MAX);
		expect(taste.creators.size).toBeLessThanOrEqual(CREATORS_MAX);
		expect(taste.interests.length).toBeLessThanOrEqual(INTERESTS_MAX);
	});

	it("is stored in less than 20 KB", () => {
		expect(encodeTaste(taste).length).toBeLessThan(20_000);
	});

	it("costs well under a millisecond an event", () => {
		expect(each).toBeLessThan(1);
	});
});

describe("a bot that watches everything to the end", () => {
	it("has no taste: no topic stands out", () => {
		const bot = watchAll([...videos, ...videos.map((video) => ({ ...video, id: `${video.id}b` }))]);
		const affinities = [...bot.topics.values()].map(longAffinity);
		expect(Math.max(...affinities) - Math.min(...affinities)).toBeLessThan(0.2);
	});
});

describe("a stored taste", () => {
	const taste = learn(watchAll(videos), signal(second, { notInterested: "creator" }), second, NOW);

	it("comes back as it was, to the precision it is kept in", () => {
		const back = decodeTaste(encodeTaste(taste));
		expect(back).not.toBeNull();
		expect(back?.history).toEqual(taste.history.map((met) => ({ ...met, strength: expect.closeTo(met.strength, 2) })));
		expect(back?.interests.length).toBe(taste.interests.length);
		expect(encodeTaste(back as Taste).length).toBeCloseTo(encodeTaste(taste).length, -3);
	});

	it("read from before expectations were counted expects the prior", () => {
		const old = JSON.parse(encodeTaste(taste)) as { habits: Record<string, unknown> };
		delete old.habits.expected;
		delete old.habits.recentExpected;
		const { habits } = decodeTaste(JSON.stringify(old)) as Taste;
		expect(habits.recentExpected).toBeCloseTo(PRIOR_RATE * habits.recentShown.reduce((sum, count) => sum + count, 0));
		expect(habitualOffset(habits)).toBeCloseTo(logit(longViewRate(habits)) - logit(PRIOR_RATE));
	});

	it("still knows a replay after it was put away", () => {
		const back = decodeTaste(encodeTaste(taste)) as Taste;
		const last = videos[39] as VideoFeatures;
		expect(learn(back, signal(last, { at: NOW - 3_600_000 + 39_000 }), last, NOW)).toBe(back);
	});

	it("that can't be read is null, never half a taste", () => {
		const text = encodeTaste(taste);
		expect(decodeTaste("")).toBeNull();
		expect(decodeTaste(text.slice(0, -20))).toBeNull();
		expect(decodeTaste(text.replace('"v":1', '"v":9'))).toBeNull();
		expect(decodeTaste(text.replace(/"interests":\[\["[^"]*"/, '"interests":[["*not base64*"'))).toBeNull();
	});

	it("can have a refusal taken back", () => {
		expect(undoNotInterested(taste, "creator", second.id).mutes).toEqual([]);
	});
});
