import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../../contracts/experiment-outcomes.ts";
import { ExperimentReport } from "../../../contracts/experiments.ts";
import { type Declaration, declare, type Measures, momentsOf, NOTHING } from "../../experiments/index.ts";
import { reportOf } from "./report.ts";

const DECLARATION: Declaration = {
	id: "more-variety",
	hypothesis: "A dearer repetition keeps viewers for longer.",
	start: "2026-01-01T00:00:00Z",
	end: "2026-02-01T00:00:00Z",
	metric: "watch_minutes",
	guardrails: ["skip_rate"],
	arms: [
		{ id: "control", share: 0.25 },
		{ id: "dearer", share: 0.25, parameters: { diversity: 1.5 } },
	],
};
const only = (declaration: Declaration) => {
	const [experiment] = declare([declaration]);
	if (experiment === undefined) throw new Error("declared");
	return experiment;
};
const AFTER = Date.parse("2026-02-02T00:00:00Z");
const DURING = Date.parse("2026-01-20T00:00:00Z");

/** Viewers around these means, spread evenly. */
const viewers = (count: number, watchMinutes: number, skipRate = 0.3): Measures[] =>
	Array.from({ length: count }, (_, place) => {
		const impressions = 10 + (place % 5);
		return {
			...NOTHING,
			impressions,
			watchMinutes: watchMinutes + (place % 9) - 4,
			skips: impressions * (skipRate + ((place % 3) - 1) * 0.1),
		};
	});
const report = (control: Measures[], dearer: Measures[], now = AFTER, declaration = DECLARATION) =>
	reportOf(
		only(declaration),
		new Map([
			["control", momentsOf(control)],
			["dearer", momentsOf(dearer)],
		]),
		now,
	);
const codeOf = (found: ExperimentReport) => found.verdicts[0]?.code;

test("is what the contract says, without data too", () => {
	const empty = reportOf(only(DECLARATION), new Map(), DURING);
	for (const found of [empty, report(viewers(300, 8), viewers(310, 9))]) {
		expect(ExperimentReport.safeParse(JSON.parse(JSON.stringify(found))).error).toBeUndefined();
	}
	expect(empty.arms).toEqual([
		{ arm: "control", viewers: 0, share: null, expectedShare: 0.5 },
		{ arm: "dearer", viewers: 0, share: null, expectedShare: 0.5 },
	]);
	expect(empty.verdicts).toEqual([]);
});

test("tells mean, difference, lift and interval of each metric against control", () => {
	const found = report(viewers(900, 8), viewers(900, 9, 0.33));
	const [watch, skips] = found.metrics;
	expect(watch?.arms[0]).toMatchObject({ arm: "control", mean: 8, comparison: null });
	// Places of nine values in a row: variance 60/9, over 899.
	expect(watch?.arms[1]?.standardError).toBeCloseTo(Math.sqrt(((60 / 9) * (900 / 899)) / 900), 9);
	const comparison = watch?.arms[1]?.comparison;
	expect(comparison?.difference).toBeCloseTo(1, 9);
	expect(comparison?.lift).toBeCloseTo(1 / 8, 9);
	expect(comparison?.interval[0]).toBeCloseTo(1 - 1.9612 * Math.sqrt((2 * 60) / 9 / 899), 3);
	expect(skips?.arms.map(({ mean }) => mean)).toEqual([expect.closeTo(0.3, 2), expect.closeTo(0.33, 2)]);
	expect([watch?.role, skips?.role, skips?.better]).toEqual(["primary", "guardrail", "lower"]);
});

describe("the verdict", () => {
	test("after the end: better, worse, or no difference", () => {
		expect(codeOf(report(viewers(900, 8), viewers(900, 9)))).toBe("better");
		expect(codeOf(report(viewers(900, 9), viewers(900, 8)))).toBe("worse");
		expect(codeOf(report(viewers(900, 8), viewers(900, 8)))).toBe("no_difference");
	});

	test("waits for the end, however good it looks", () => {
		const found = report(viewers(900, 8), viewers(900, 9), DURING);
		expect(codeOf(found)).toBe("running");
		expect(found.verdicts[0]?.text).toContain("2026-02-01");
	});

	test("a guardrail that suffers is told at once, and outweighs a better metric", () => {
		for (const now of [DURING, AFTER]) {
			const found = report(viewers(900, 8, 0.3), viewers(900, 9, 0.5), now);
			expect(codeOf(found)).toBe("harmful");
			expect(found.verdicts[0]?.text).toContain("skips of feed impressions");
		}
		// Not so sure, it is left for the end.
		const slight = [viewers(900, 8, 0.3), viewers(900, 8, 0.31)] as const;
		expect([codeOf(report(...slight, DURING)), codeOf(report(...slight))]).toEqual(["running", "harmful"]);
		// Fewer skips are no harm.
		expect(codeOf(report(viewers(900, 8, 0.5), viewers(900, 9, 0.3)))).toBe("better");
	});

	test("a mismatch of the sample makes all of it invalid", () => {
		const found = report(viewers(900, 8), viewers(700, 9));
		expect(found.sampleRatio.pValue).toBeLessThan(0.001);
		expect([found.sampleRatio.mismatch, codeOf(found)]).toEqual([true, "invalid"]);
		expect(found.verdicts[0]?.text).toContain("Don't believe");
		expect(report(viewers(900, 8), viewers(880, 9)).sampleRatio.mismatch).toBe(false);
	});

	test("below the viewers needed there is none, and nothing is compared; from then on there is", () => {
		for (const few of [report(viewers(99, 8), viewers(900, 12)), report(viewers(120, 8), viewers(99, 12))]) {
			expect(few.verdicts).toEqual([]);
			expect(few.metrics.flatMap(({ arms }) => arms.map(({ comparison }) => comparison))).toEqual([null, null, null, null]);
			expect(few.viewersNeeded).toBe(100);
		}
		expect(codeOf(report(viewers(100, 8), viewers(100, 12)))).toBe("better");
	});

	test("before it has begun there is none", () => {
		expect(report(viewers(900, 8), viewers(900, 9), Date.parse("2025-12-01T00:00:00Z")).verdicts).toEqual([]);
	});

	test("one arm that is short of viewers is no reason to be silent about another", () => {
		const third = { id: "dearest", share: 0.25, parameters: { diversity: 2 } };
		const found = reportOf(
			only({ ...DECLARATION, arms: [...DECLARATION.arms, third] }),
			new Map([
				["control", momentsOf(viewers(110, 8))],
				["dearer", momentsOf(viewers(120, 9))],
				["dearest", momentsOf(viewers(90, 9))],
			]),
			AFTER,
		);
		expect(found.verdicts.map(({ arm }) => arm)).toEqual(["dearer"]);
	});

	const better = { difference: 1, interval: [0.1, 1.9], lift: 0.5, liftInterval: [0.05, 0.95], pValue: 0.03 } as const;
	test.each([
		["better", "all say so", {}],
		["unclear", "the probability does not", { pValue: 0.05 }],
		["unclear", "the interval does not", { interval: [-0.1, 1.9] }],
		["unclear", "the lift's interval does not", { liftInterval: [-0.58, 6.85], pValue: 0.039 }],
		["unclear", "the lift has no bounds", { liftInterval: null }],
		["better", "control's mean is nothing, so that there is no lift", { lift: null, liftInterval: null }],
		["worse", "all say the contrary", { interval: [-1.9, -0.1], liftInterval: [-0.95, -0.05] }],
	] as const)("is %s when %s", (outcome, _, change) => {
		const comparison = { ...better, ...change } as unknown as Parameters<typeof outcomeOf>[1];
		expect(outcomeOf("higher", comparison, 0.95)).toBe(outcome);
		expect(outcomeOf("lower", comparison, 0.95)).toBe({ better: "worse", worse: "better", unclear: "unclear" }[outcome]);
	});
});

test("with several arms the intervals widen so that all hold together", () => {
	const third = { id: "dearest", share: 0.25, parameters: { diversity: 2 } };
	const two = report(viewers(900, 8), viewers(900, 9));
	const three = report(viewers(900, 8), viewers(900, 9), AFTER, { ...DECLARATION, arms: [...DECLARATION.arms, third] });
	expect([two.confidence, three.confidence]).toEqual([0.95, 0.975]);
	const width = (found: ExperimentReport) => {
		const [low = 0, high = 0] = found.metrics[0]?.arms[1]?.comparison?.interval ?? [];
		return high - low;
	};
	expect(width(three) / width(two)).toBeCloseTo(2.2414 / 1.96, 2);
	expect(three.verdicts.map(({ arm }) => arm)).toEqual(["dearer"]);
});
