import { describe, expect, it } from "vitest";
import type { MetricReport } from "../../../contracts/experiments.ts";
import { axisOf, elapsed, figure, probability, signedPercent } from "./figures.ts";

const metric = (interval: [number, number] | null, better: "higher" | "lower" = "higher"): MetricReport => ({
	metric: "watch_minutes",
	title: "Watch time",
	unit: "min",
	better,
	role: "primary",
	arms: [
		{
			arm: "a",
			mean: 1,
			standardError: 0.1,
			comparison: interval && {
				difference: 0,
				interval,
				lift: 0,
				liftInterval: interval,
				pValue: 1,
				minimumDetectable: 1,
				minimumDetectableLift: 1,
			},
		},
	],
});

describe("figures", () => {
	it("come in their metric's unit; what is not known is a dash", () => {
		expect(figure(12.345, "min")).toBe("12.35 min");
		expect(figure(0.3456, "%")).toBe("34.6 %");
		expect(figure(2, "")).toBe("2.00");
		expect(figure(null, "min")).toBe("–");
	});
	it("show their sign, and a small probability as such", () => {
		expect([signedPercent(0.031), signedPercent(-0.031), signedPercent(0)]).toEqual(["+3.1 %", "−3.1 %", "0.0 %"]);
		expect([probability(0.0421), probability(1.8e-6)]).toEqual(["0.042", "< 0.001"]);
	});
});

describe("an interval", () => {
	it("fits the axis it shares with the others", () => {
		expect(axisOf([metric([-0.03, 0.01]), metric([-0.01, 0.07])])).toBe(0.1);
		expect(axisOf([metric([0, 0])])).toBe(0.01);
		expect(axisOf([metric(null)])).toBeNull();
		expect(axisOf([metric([-400, 400])])).toBe(10);
	});
});

it("time runs from start to end and no further", () => {
	const of = (generatedAt: string) =>
		elapsed({ generatedAt, experiment: { start: "2026-01-01T00:00:00Z", end: "2026-01-11T00:00:00Z" } as never });
	expect(of("2026-01-06T00:00:00Z")).toBe(0.5);
	expect([of("2025-01-06T00:00:00Z"), of("2027-01-06T00:00:00Z")]).toEqual([0, 1]);
});
