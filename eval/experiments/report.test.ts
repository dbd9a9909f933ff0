import { expect, test } from "vitest";
import { VIEWERS_NEEDED } from "../../contracts/experiment-outcomes.ts";
import { ALARMS, isTrue } from "./report.ts";
import { run, type Trial } from "./simulate.ts";

/** The claims of `npm run eval -- experiments`, on fewer runs; seeded, so that they hold or don't for good. */
const trial = (more: Partial<Trial>): Trial => ({
	title: "",
	metric: "long_view_rate",
	viewers: [200, 200],
	lift: 0,
	runs: 1_500,
	...more,
});

test.each(["long_view_rate", "watch_minutes"] as const)("of arms that are alike about one in twenty is called different: %s", (metric) => {
	const { better, worse, held } = run(trial({ metric }), 1);
	expect(better + worse).toBeGreaterThanOrEqual(ALARMS.least);
	expect(better + worse).toBeLessThanOrEqual(ALARMS.most);
	// Verdict and interval are one method: what is not called different holds nothing.
	expect(held).toBeCloseTo(1 - better - worse, 9);
});

test("a planted +5 % is found as often as its power says", () => {
	const found = run(trial({ lift: 0.05, viewers: [1_500, 1_500], runs: 200 }), 2);
	expect(found.expected).toBeGreaterThan(0.35);
	expect(Math.abs(found.better - found.expected)).toBeLessThan(0.1);
	expect(found.worse).toBeLessThan(0.01);
});

test("with fewer viewers than needed nothing is called anything", () => {
	const found = run(trial({ lift: 1, viewers: [900, VIEWERS_NEEDED - 1], runs: 20 }), 3);
	expect([found.better, found.worse]).toEqual([0, 0]);
});

test("what is not as promised is told", () => {
	const found = { trial: trial({}), better: 0.05, worse: 0.05, held: 0.9, expected: 0.05 };
	expect([isTrue(found), isTrue({ ...found, worse: 0 })]).toEqual([false, true]);
	const planted = { ...found, trial: trial({ lift: 0.05 }), better: 0.5, expected: 0.8 };
	expect([isTrue(planted), isTrue({ ...planted, better: 0.78 })]).toEqual([false, true]);
});
