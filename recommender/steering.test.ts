import { describe, expect, it } from "vitest";
import { seeded } from "../contracts/seeded.ts";
import { asCandidates, catalogue, context, NOW, TOPICS } from "./catalogue.fixture.ts";
import { FALLBACK_MODEL } from "./fallback-model.ts";
import type { RankModel } from "./model.ts";
import { MUTE_VECTORS_MAX, MUTES_MAX, type Mute, mute, muteKey, unmute } from "./mutes.ts";
import { composeQueue } from "./page.ts";
import { rank } from "./rank.ts";
import { muted, undoNotInterested, weighTopic } from "./steering.ts";
import { emptyTaste, type Taste } from "./taste.ts";
import type { VideoFeatures } from "./types.ts";

const videos = catalogue(160, seeded(12));
const [first, second] = videos as [VideoFeatures, VideoFeatures];
const known: Taste = { ...emptyTaste(NOW), signals: 500 };

/** Steep as a trained one: scores lie far apart, and nothing in it speaks of what was set by hand. */
const STEEP: RankModel = {
	...FALLBACK_MODEL,
	id: "steep",
	relevance: { bias: 0, shapes: { popularity: { knots: [0, 10], values: [0, 40] }, quality: { knots: [-4, 4], values: [-20, 20] } } },
};

function onThePage(taste: Taste, topic: string, model: RankModel, followed: readonly string[] = []): number {
	let count = 0;
	for (let seed = 0; seed < 10; seed++) {
		const slots = composeQueue(rank(taste, asCandidates(videos), { ...context, followedTopics: new Set(followed) }, model), {
			size: 20,
			recent: [],
			seen: () => false,
			random: seeded(seed),
		});
		count += slots.filter(({ ranked }) => ranked.candidate.video.topics.includes(topic)).length;
	}
	return count / 10;
}

describe("a topic's weight", () => {
	for (const [name, model] of [
		["the shipped", FALLBACK_MODEL],
		["a trained, steep", STEEP],
	] as const) {
		it(`brings more and less of it under ${name} model, and none at none`, () => {
			const topic = TOPICS[3];
			const learned = onThePage(known, topic, model);
			expect(onThePage(weighTopic(known, topic, 2), topic, model)).toBeGreaterThan(learned + 1.5);
			expect(onThePage(weighTopic(known, topic, 0.5), topic, model)).toBeLessThan(Math.max(1, learned * 0.6));
			expect(onThePage(weighTopic(known, topic, 0), topic, model)).toBe(0);
		});
	}

	it("that is followed brings a little more of it, less than one set by hand, which holds before it", () => {
		const topic = TOPICS[3];
		const of = (taste: Taste, followed: readonly string[]) => onThePage(taste, topic, FALLBACK_MODEL, followed);
		expect(of(known, [topic])).toBeGreaterThan(of(known, []));
		expect(of(known, [topic])).toBeLessThan(of(weighTopic(known, topic, 2), []));
		expect(of(weighTopic(known, topic, 0.5), [topic])).toBe(of(weighTopic(known, topic, 0.5), []));
		expect(of(weighTopic(known, topic, 0), [topic])).toBe(0);
	});

	it("of 1 is as learned, and leaves nothing behind", () => {
		expect(weighTopic(weighTopic(known, "music", 2), "music", 1).topicWeights.size).toBe(0);
	});

	it("counts for a video by what was set most strongly, refusal before wish, whatever order its topics have", () => {
		const taste = weighTopic(weighTopic(weighTopic(known, "a", 1.25), "b", 2), "c", 0.01);
		const chosenOf = (topics: string[]) =>
			rank(taste, asCandidates([{ ...first, topics }, second]), context, FALLBACK_MODEL).find(
				({ candidate }) => candidate.video.id === first.id,
			)?.parts.chosen ?? 0;
		expect(chosenOf(["a", "b"])).toBeCloseTo(chosenOf(["b", "a"]), 9);
		expect(chosenOf(["a", "b"])).toBeGreaterThan(0);
		const even = weighTopic(weighTopic(known, "b", 1.5), "c", 0.5);
		for (const topics of [
			["b", "c"],
			["c", "b"],
		]) {
			const [one] = rank(even, asCandidates([{ ...first, topics }]), context, FALLBACK_MODEL);
			expect(one?.parts.chosen).toBeLessThan(0);
		}
	});
});

describe("mutes", () => {
	it("of many single videos never push out a creator", () => {
		let mutes: readonly Mute[] = muteKey([], "creator", "someone", NOW);
		for (let n = 0; n < 500; n++) mutes = mute(mutes, "video", { ...first, id: String(n) }, NOW + n);
		expect(mutes.filter(({ scope }) => scope === "video")).toHaveLength(MUTES_MAX.video);
		expect(mutes.filter(({ vector }) => vector !== null)).toHaveLength(MUTE_VECTORS_MAX);
		expect(mutes.some(({ key }) => key === "someone")).toBe(true);
		expect(mutes.some(({ key }) => key === "499")).toBe(true);
	});

	it("can be given by the thing's own id, once, and taken back by it", () => {
		const mutes = muteKey(muteKey([], "sound", "7", NOW), "sound", "7", NOW + 1);
		expect(mutes).toHaveLength(1);
		const isMuted = muted({ ...known, mutes });
		expect(isMuted({ ...first, soundId: "7" })).toBe(true);
		expect(isMuted({ ...first, soundId: "8" })).toBe(false);
		expect(unmute(mutes, "creator", "7")).toEqual(mutes);
		expect(unmute(mutes, "sound", "7")).toEqual([]);
	});

	it("are undone at another video of the same creator, too, when it is known which", () => {
		const other = { ...second, creatorId: first.creatorId };
		const taste = { ...known, mutes: mute([], "creator", first, NOW) };
		expect(undoNotInterested(taste, "creator", other.id).mutes).toHaveLength(1);
		expect(undoNotInterested(taste, "creator", other.id, other).mutes).toEqual([]);
	});
});
