import { describe, expect, it } from "vitest";
import { PRIOR_RATE, quality, usualRate } from "./quality.ts";
import type { VideoStats } from "./types.ts";

const stats = (given: Partial<VideoStats>): VideoStats => ({
	impressions: 0,
	views: 0,
	longViews: 0,
	likes: 0,
	recentLongViews: 0,
	...given,
});

describe("a video's quality", () => {
	it("is nothing before it was shown", () => {
		expect(quality(stats({}))).toBe(0);
		expect(usualRate(stats({}))).toBeCloseTo(PRIOR_RATE);
	});

	it("grows with the evidence for it", () => {
		const few = quality(stats({ impressions: 4, longViews: 4 }));
		const many = quality(stats({ impressions: 400, longViews: 400 }));
		expect(few).toBeGreaterThan(0);
		expect(many).toBeGreaterThan(few);
	});

	it("is no higher for having been shown to patient people", () => {
		const toPatient = stats({ impressions: 500, longViews: 400, expectedLongViews: 400 });
		const toHasty = stats({ impressions: 500, longViews: 200, expectedLongViews: 100 });
		expect(quality(toPatient)).toBeCloseTo(0);
		expect(quality(toHasty)).toBeGreaterThan(quality(toPatient));
	});

	it("without an expectation is set against the prior", () => {
		const counts = { impressions: 300, longViews: 200 };
		expect(quality(stats(counts))).toBe(quality(stats({ ...counts, expectedLongViews: 300 * PRIOR_RATE })));
	});

	it("stays finite for counts that can't be", () => {
		expect(Number.isFinite(quality(stats({ impressions: -3, longViews: 10, expectedLongViews: 1e9 })))).toBe(true);
	});
});
