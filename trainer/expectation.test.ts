import { describe, expect, it } from "vitest";
import { seeded } from "../contracts/seeded.ts";
import { expectLongViews, SurfaceRates } from "./expectation.ts";
import { countStats } from "./replay.ts";
import type { TrainingEvent } from "./training-event.ts";

const ITEMS = 10;
function event(viewer: string, item: number, longView: boolean, surface: string | null = null): TrainingEvent {
	return {
		viewer,
		item,
		surface,
		watchKnown: true,
		signal: {
			videoId: String(item),
			at: 1,
			watchMs: longView ? 10_000 : 500,
			durationMs: 10_000,
			liked: false,
			commented: false,
			shared: false,
			followed: false,
			saved: false,
			profileVisited: false,
			notInterested: null,
		},
	};
}

/** Patient viewers (80 %) are mostly shown the first half of the videos, hasty ones (20 %) the other; all videos are alike. */
function unfair(): TrainingEvent[] {
	const random = seeded(5);
	return Array.from({ length: 200 }, (_, viewer) => {
		const patient = viewer % 2 === 0;
		return Array.from({ length: 30 }, () => {
			const usual = random() < 0.8;
			const item = Math.floor(random() * (ITEMS / 2)) + (patient === usual ? 0 : ITEMS / 2);
			return event(`viewer${viewer}`, item, random() < (patient ? 0.8 : 0.2));
		});
	}).flat();
}

describe("what a viewer is expected to watch to the end", () => {
	it("is more of those who watch more, whatever they were shown", () => {
		const events = unfair();
		const expected = expectLongViews(events, ITEMS);
		const mean = (of: (one: TrainingEvent) => boolean) => {
			const kept = [...expected].filter((_, index) => of(events[index] as TrainingEvent));
			return kept.reduce((sum, value) => sum + value, 0) / kept.length;
		};
		expect(mean(({ viewer }) => viewer === "viewer0")).toBeGreaterThan(0.65);
		expect(mean(({ viewer }) => viewer === "viewer1")).toBeLessThan(0.35);
	});

	it("takes from a video the credit of its viewers' patience", () => {
		const stats = countStats(unfair(), ITEMS, 1);
		const gap = (rate: (one: (typeof stats)[number]) => number) => {
			const half = (from: number) => stats.slice(from, from + ITEMS / 2).reduce((sum, one) => sum + rate(one), 0) / (ITEMS / 2);
			return half(0) - half(ITEMS / 2);
		};
		expect(gap(({ longViews, impressions }) => longViews / impressions)).toBeGreaterThan(0.25);
		expect(
			Math.abs(gap(({ longViews, impressions, expectedLongViews = 0 }) => (longViews - expectedLongViews) / impressions)),
		).toBeLessThan(0.1);
	});

	it("knows that some surfaces are swiped through", () => {
		const events = Array.from({ length: 400 }, (_, i) =>
			event(`viewer${i}`, i % ITEMS, i % 2 === 0 ? i % 20 === 0 : true, i % 2 === 0 ? "grid" : "feed"),
		);
		const expected = expectLongViews(events, ITEMS);
		expect(expected[0]).toBeLessThan((expected[1] ?? 0) - 0.3);
	});

	it("of no events is nothing", () => {
		expect(expectLongViews([], 3)).toHaveLength(0);
		expect(Number.isFinite(new SurfaceRates().logit("never seen"))).toBe(true);
	});
});
