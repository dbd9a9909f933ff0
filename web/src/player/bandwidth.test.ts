import { describe, expect, it } from "vitest";
import { BandwidthEstimator } from "./bandwidth.ts";

describe("BandwidthEstimator", () => {
	it("answers the initial guess until something was measured", () => {
		expect(new BandwidthEstimator(1_000_000).bitsPerSecond).toBe(1_000_000);
	});
	it("finds a steady bandwidth", () => {
		const estimator = new BandwidthEstimator();
		for (let i = 0; i < 10; i++) estimator.add(125_000, 1000);
		expect(estimator.bitsPerSecond).toBeCloseTo(1_000_000, -3);
	});
	it("falls at once when the line gets slow, and rises with care", () => {
		const estimator = new BandwidthEstimator();
		for (let i = 0; i < 10; i++) estimator.add(1_250_000, 1000);
		for (let i = 0; i < 3; i++) estimator.add(62_500, 1000);
		const fallen = estimator.bitsPerSecond;
		expect(fallen).toBeLessThan(5_000_000);
		estimator.add(1_250_000, 1000);
		expect(estimator.bitsPerSecond).toBeLessThan(9_000_000);
	});
	it("forgets what a line once carried when it broke down", () => {
		const estimator = new BandwidthEstimator();
		for (let i = 0; i < 10; i++) estimator.add(1_250_000, 1000);
		estimator.fallTo(300_000);
		expect(estimator.bitsPerSecond).toBe(300_000);
	});
	it("ignores what came from a cache and what was too small to tell", () => {
		const estimator = new BandwidthEstimator(700_000);
		estimator.add(2_000_000, 1);
		estimator.add(900, 100);
		expect(estimator.bitsPerSecond).toBe(700_000);
	});
});
