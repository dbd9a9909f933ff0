import { describe, expect, it } from "vitest";
import { seeded } from "../contracts/seeded.ts";
import { catalogue, signal } from "./catalogue.fixture.ts";
import { isLongView, isSkip, longViewMs, STRENGTH_MAX, strength, watchRatio } from "./strength.ts";
import type { VideoFeatures } from "./types.ts";

const video: VideoFeatures = { ...(catalogue(1, seeded(1))[0] as VideoFeatures), durationMs: 12_000 };
const after = (watchMs: number) => strength(signal(video, { watchMs }));

describe("a long view", () => {
	it("is a short clip to its end, and 18 seconds of a longer one", () => {
		expect(longViewMs(7_000)).toBe(7_000);
		expect(longViewMs(300_000)).toBe(18_000);
		expect(isLongView(signal({ ...video, durationMs: 300_000 }, { watchMs: 18_000 }))).toBe(true);
		expect(isLongView(signal(video, { watchMs: 11_900 }))).toBe(false);
	});

	it("counts up to double when watched again", () => {
		expect(watchRatio(24_000, 12_000)).toBe(2);
		expect(watchRatio(240_000, 12_000)).toBe(2);
	});
});

describe("strength", () => {
	it("grows with the time watched, from against to for", () => {
		const steps = [500, 3_000, 6_000, 12_000, 20_000].map(after);
		expect(steps).toEqual([...steps].sort((a, b) => a - b));
		expect(steps[0]).toBeLessThan(-0.5);
		expect(steps[3]).toBe(1);
	});

	it("takes leaving under two seconds for a skip, unless half of it was played", () => {
		expect(isSkip(signal(video, { watchMs: 1_500 }))).toBe(true);
		expect(isSkip(signal({ ...video, durationMs: 2_500 }, { watchMs: 1_500 }))).toBe(false);
	});

	it("lets any act outweigh a short watch", () => {
		for (const act of ["liked", "commented", "shared", "followed", "saved", "profileVisited"] as const) {
			expect(strength(signal(video, { watchMs: 900, [act]: true }))).toBeGreaterThan(0);
		}
	});

	it("takes an act that came alone for itself, not for a skip", () => {
		expect(strength(signal(video, { watchMs: 0, liked: true }))).toBe(1);
	});

	it("is bounded, however much one did", () => {
		const all = { liked: true, commented: true, shared: true, followed: true, saved: true, profileVisited: true };
		expect(strength(signal(video, { watchMs: 1e9, ...all }))).toBe(STRENGTH_MAX);
		expect(strength(signal(video, { notInterested: "video" }))).toBe(-1);
	});

	it("survives a video of no length", () => {
		expect(Number.isFinite(strength(signal(video, { watchMs: 100, durationMs: 0 })))).toBe(true);
	});
});
