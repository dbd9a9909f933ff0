import { describe, expect, it } from "vitest";
import { seeded } from "../contracts/seeded.ts";
import { longAffinity, shortAffinity } from "./affinity.ts";
import { asCandidates, catalogue, context, NOW, signal } from "./catalogue.fixture.ts";
import { FALLBACK_MODEL } from "./fallback-model.ts";
import { rank } from "./rank.ts";
import { takeBack } from "./take-back.ts";
import { emptyTaste, learn, type Taste } from "./taste.ts";
import type { VideoFeatures } from "./types.ts";

const videos = catalogue(60, seeded(21));
const [first, second, third] = videos as [VideoFeatures, VideoFeatures, VideoFeatures];
const MINUTE = 60_000;
const before: Taste = learn(emptyTaste(NOW), signal(second, { at: NOW - 10 * MINUTE }), second, NOW);
const likeAlone = (taste: Taste, at: number) => learn(taste, signal(first, { watchMs: 0, liked: true, at }), first, NOW);
const scoreOf = (taste: Taste, id: string) =>
	rank(taste, asCandidates(videos), context, FALLBACK_MODEL).find(({ candidate }) => candidate.video.id === id)?.score ?? 0;

describe("an act taken back", () => {
	it("leaves no trace when it came alone: creator, topic, sound, history and count are as before", () => {
		const sung = { ...first, soundId: "5" };
		const liked = learn(before, signal(sung, { watchMs: 0, liked: true, at: NOW - MINUTE }), sung, NOW);
		const back = takeBack(liked, { act: "liked", at: NOW - MINUTE, alone: true }, sung);
		for (const [held, was] of [
			[back.creators.get(sung.creatorId), before.creators.get(sung.creatorId)],
			[back.topics.get(sung.topics[0] ?? ""), before.topics.get(sung.topics[0] ?? "")],
			[back.sounds.get("5"), undefined],
		] as const) {
			expect(longAffinity(held)).toBeCloseTo(longAffinity(was), 6);
			expect(shortAffinity(held, NOW)).toBeCloseTo(shortAffinity(was, NOW), 1);
		}
		expect(back.history).toEqual(before.history);
		expect(back.signals).toBe(before.signals);
		expect(back.interests.length).toBe(before.interests.length);
	});

	it("still leaves none after other things were learned in between", () => {
		const other = (taste: Taste) => learn(taste, signal(third, { at: NOW }), third, NOW);
		const without = other(before);
		const back = takeBack(other(likeAlone(before, NOW - MINUTE)), { act: "liked", at: NOW - MINUTE, alone: true }, first);
		expect(longAffinity(back.creators.get(first.creatorId))).toBeCloseTo(longAffinity(without.creators.get(first.creatorId)), 6);
		expect(back.history).toEqual(without.history);
		const near = videos.find(({ topics, id }) => topics[0] === first.topics[0] && id !== first.id)?.id ?? "";
		expect(Math.abs(scoreOf(back, near) - scoreOf(without, near))).toBeLessThan(0.3);
	});

	it("leaves the watch it was part of", () => {
		const watched = learn(before, signal(first, { at: NOW - MINUTE }), first, NOW);
		const liked = learn(before, signal(first, { at: NOW - MINUTE, liked: true }), first, NOW);
		const back = takeBack(liked, { act: "liked", at: NOW - MINUTE, alone: false }, first);
		expect(longAffinity(back.creators.get(first.creatorId))).toBeCloseTo(longAffinity(watched.creators.get(first.creatorId)), 6);
		expect(back.history.at(-1)?.strength).toBeCloseTo(watched.history.at(-1)?.strength ?? 0, 6);
		expect(back.signals).toBe(watched.signals);
	});

	it("is no dislike: nothing of the session turns against the video", () => {
		let taste = likeAlone(emptyTaste(NOW), NOW - MINUTE);
		for (let time = 0; time < 3; time++) taste = takeBack(taste, { act: "liked", at: NOW - MINUTE, alone: true }, first);
		expect(scoreOf(taste, first.id)).toBeGreaterThanOrEqual(scoreOf({ ...taste, session: null }, first.id) - 1e-6);
	});

	it("does not change the taste it is given, and may be of a video that was never met", () => {
		const liked = likeAlone(before, NOW);
		const copy = structuredClone(liked);
		takeBack(liked, { act: "liked", at: NOW, alone: true }, first);
		expect(liked).toEqual(copy);
		expect(takeBack(emptyTaste(NOW), { act: "saved", at: NOW, alone: true }, third).history).toEqual([]);
	});
});
