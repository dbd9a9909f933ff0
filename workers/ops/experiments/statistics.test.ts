import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../../contracts/experiment-outcomes.ts";
import { seeded } from "../../../contracts/seeded.ts";
import { compare, type Estimate, MISMATCH_BELOW, meanOf, ratioOf, sampleRatioPValue } from "./statistics.ts";

const estimate = (values: readonly number[]): Estimate => {
	const sum = values.reduce((all, value) => all + value, 0);
	const squares = values.reduce((all, value) => all + value ** 2, 0);
	const found = meanOf(values.length, sum, squares);
	if (found === null) throw new Error("too few");
	return found;
};
const ratio = (pairs: readonly (readonly [x: number, y: number])[]): Estimate => {
	const sum = (of: (x: number, y: number) => number) => pairs.reduce((all, [x, y]) => all + of(x, y), 0);
	const found = ratioOf({
		viewers: pairs.length,
		x: sum((x) => x),
		y: sum((_, y) => y),
		xx: sum((x) => x * x),
		yy: sum((_, y) => y * y),
		xy: sum((x, y) => x * y),
	});
	if (found === null) throw new Error("too few");
	return found;
};
const against = (arm: Estimate, control: Estimate) => {
	const found = compare(arm, control, 0.05);
	if (found === null) throw new Error("no spread");
	return found;
};

describe("Welch's comparison", () => {
	// The three examples of unequal variance in Welch's test as Wikipedia and statistics texts print them: t, ν, P.
	test.each([
		{
			a: [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4],
			b: [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5, 24.4],
			p: 0.021,
		},
		{
			a: [17.2, 20.9, 22.6, 18.1, 21.7, 21.4, 23.5, 24.2, 14.7, 21.8],
			b: [21.5, 22.8, 21.0, 23.0, 21.6, 23.6, 22.5, 20.7, 23.4, 21.8, 20.7, 21.7, 21.5, 22.5, 23.6, 21.5, 22.5, 23.5, 21.5, 21.8],
			p: 0.149,
		},
		{
			a: [19.8, 20.4, 19.6, 17.8, 18.5, 18.9, 18.3, 18.9, 19.5, 22.0],
			b: [28.2, 26.6, 20.1, 23.3, 25.2, 22.1, 17.7, 27.6, 20.6, 13.7, 23.2, 17.5, 20.6, 18.0, 23.9, 21.6, 24.3, 20.4, 24.0, 13.2],
			p: 0.036,
		},
	])("gives the textbook's probability, $p", ({ a, b, p }) => {
		expect(against(estimate(a), estimate(b)).pValue).toBeCloseTo(p, 3);
	});

	test("gives the textbook's interval where variances are equal and known", () => {
		// n = 100, s = 10 each: SE √2, t₁₉₈(.975) = 1.972; detectable (1.972 + .8435)·√2.
		const found = against({ viewers: 100, mean: 52, variance: 100 }, { viewers: 100, mean: 50, variance: 100 });
		expect(found.difference).toBe(2);
		expect(found.interval[0]).toBeCloseTo(2 - 1.972 * Math.SQRT2, 3);
		expect(found.interval[1]).toBeCloseTo(2 + 1.972 * Math.SQRT2, 3);
		expect(found.lift).toBeCloseTo(0.04, 12);
		expect(found.minimumDetectable).toBeCloseTo((1.972 + 0.8435) * Math.SQRT2, 2);
		expect(found.minimumDetectableLift).toBeCloseTo(found.minimumDetectable / 50, 12);
	});

	test("has no lift over nothing, and says nothing without spread", () => {
		const found = against({ viewers: 10, mean: 1, variance: 1 }, { viewers: 10, mean: 0, variance: 1 });
		expect([found.lift, found.liftInterval, found.minimumDetectableLift]).toEqual([null, null, null]);
		expect(compare({ viewers: 9, mean: 1, variance: 0 }, { viewers: 9, mean: 1, variance: 0 }, 0.05)).toBeNull();
		expect(meanOf(1, 5, 25)).toBeNull();
		expect(ratioOf({ viewers: 5, x: 0, y: 0, xx: 0, yy: 0, xy: 0 })).toBeNull();
	});
});

test("a rate's error follows viewers, not impressions", () => {
	// Everybody watches all or nothing: ten impressions of one viewer tell no more than one of theirs.
	const single = ratio(Array.from({ length: 100 }, (_, place) => [place % 2, 1] as const));
	const tenfold = ratio(Array.from({ length: 100 }, (_, place) => [(place % 2) * 10, 10] as const));
	expect(tenfold.mean).toBe(0.5);
	expect(tenfold.variance).toBeCloseTo(single.variance, 12);
	// With one impression each it is the variance of a yes or no.
	expect(single.variance).toBeCloseTo((0.25 * 100) / 99, 12);
});

test("interval of the lift and probability are one test: the one holds nothing exactly when the other finds nothing", () => {
	const random = seeded(8);
	for (let round = 0; round < 2_000; round++) {
		const of = () => ({ viewers: 2 + Math.floor(200 * random()), mean: 4 * random() - 1, variance: 20 * random() ** 3 + 1e-6 });
		const { liftInterval, interval, pValue, lift } = against(of(), of());
		expect(interval[0] > 0 || interval[1] < 0).toBe(pValue < 0.05);
		if (liftInterval === null) continue;
		expect(liftInterval[0] > 0 || liftInterval[1] < 0).toBe(pValue < 0.05);
		expect(lift).toBeGreaterThanOrEqual(liftInterval[0]);
		expect(lift).toBeLessThanOrEqual(liftInterval[1]);
	}
});

test("a lift over what may be nothing has no bounds, and is no verdict's", () => {
	// As it was once told: p = .039 beside −58 % to +685 %.
	const found = against({ viewers: 200, mean: 3.2, variance: 300 }, { viewers: 200, mean: 0.6, variance: 40 });
	expect(found.pValue).toBeLessThan(0.05);
	expect(found.liftInterval).toBeNull();
	expect(outcomeOf("higher", found, 0.95)).toBe("unclear");
});

describe("simulated", () => {
	const random = seeded(20261126);
	const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	/** Skewed as watch time is: most watch little, some for hours. */
	const minutes = () => Math.exp(1 + gauss());
	/** Each viewer has a liking of their own: impressions of one are alike. */
	const impressions = (lift: number): readonly [number, number] => {
		const count = 1 + Math.floor(Math.exp(2 + 0.8 * gauss()));
		const liking = Math.min(0.95, Math.max(0.02, 0.35 + lift + 0.2 * gauss()));
		let long = 0;
		for (let one = 0; one < count; one++) if (random() < liking) long += 1;
		return [long, count];
	};
	const draw = <T>(count: number, of: () => T): T[] => Array.from({ length: count }, of);
	const RUNS = 2_000;
	const VIEWERS = 300;
	/** Three standard errors of a share of 5 % over the runs. */
	const WIDTH = 3 * Math.sqrt((0.05 * 0.95) / RUNS);
	const shareOf = (truth: () => boolean) => draw(RUNS, truth).filter(Boolean).length / RUNS;

	test("A/A: watch time differs in about one run of twenty", () => {
		const share = shareOf(() => against(estimate(draw(VIEWERS, minutes)), estimate(draw(VIEWERS, minutes))).pValue < 0.05);
		expect(Math.abs(share - 0.05)).toBeLessThan(WIDTH);
	});

	test("A/A: a rate differs in about one run of twenty, and taken by impressions far more often", () => {
		let naive = 0;
		const share = shareOf(() => {
			const [a, b] = [draw(VIEWERS, () => impressions(0)), draw(VIEWERS, () => impressions(0))];
			const flat = (pairs: typeof a): Estimate => {
				const [x, y] = [pairs.reduce((sum, [long]) => sum + long, 0), pairs.reduce((sum, [, count]) => sum + count, 0)];
				return { viewers: y, mean: x / y, variance: (x / y) * (1 - x / y) };
			};
			if (against(flat(a), flat(b)).pValue < 0.05) naive += 1;
			return against(ratio(a), ratio(b)).pValue < 0.05;
		});
		expect(Math.abs(share - 0.05)).toBeLessThan(WIDTH);
		expect(naive / RUNS).toBeGreaterThan(0.1);
	});

	test("intervals of difference and lift hold the truth in 95 of 100 runs", () => {
		const truth = Math.exp(1.5) * 0.1;
		let lifted = 0;
		const share = shareOf(() => {
			const found = against(estimate(draw(VIEWERS, () => minutes() * 1.1)), estimate(draw(VIEWERS, minutes)));
			const [low, high] = found.liftInterval ?? [1, 0];
			if (low <= 0.1 && high >= 0.1) lifted += 1;
			return found.interval[0] <= truth && found.interval[1] >= truth;
		});
		expect(Math.abs(share - 0.95)).toBeLessThan(WIDTH);
		expect(Math.abs(lifted / RUNS - 0.95)).toBeLessThan(WIDTH);
	});

	test("a difference of the size called detectable shows in about four runs of five", () => {
		const spread = { viewers: VIEWERS, mean: 0, variance: 1 };
		const size = against(spread, spread).minimumDetectable;
		const found = shareOf(() => against(estimate(draw(VIEWERS, () => gauss() + size)), estimate(draw(VIEWERS, gauss))).pValue < 0.05);
		expect(Math.abs(found - 0.8)).toBeLessThan(0.03);
	});

	test("a sound split is called a mismatch about once in a thousand runs, one that loses a tenth of an arm nearly always", () => {
		const split = (kept: number) => {
			const counts = [0, 0];
			for (let one = 0; one < 10_000; one++) {
				if (random() < 0.5) counts[0] = (counts[0] ?? 0) + 1;
				else if (random() < kept) counts[1] = (counts[1] ?? 0) + 1;
			}
			return (sampleRatioPValue(counts, [0.5, 0.5]) ?? 1) < MISMATCH_BELOW;
		};
		expect(draw(400, () => split(1)).filter(Boolean).length).toBeLessThanOrEqual(3);
		expect(draw(100, () => split(0.9)).filter(Boolean).length).toBeGreaterThan(95);
	});
});

describe("sample ratio", () => {
	test("known answers: 821 588 against 815 482 of halves (Kohavi et al., 2020, ch. 21), and even counts", () => {
		expect(sampleRatioPValue([821_588, 815_482], [0.5, 0.5])).toBeCloseTo(1.8e-6, 7);
		expect(sampleRatioPValue([500, 500], [0.5, 0.5])).toBe(1);
		// χ² = 4 with one degree of freedom.
		expect(sampleRatioPValue([60, 40], [0.5, 0.5])).toBeCloseTo(0.0455, 4);
	});

	test("goes by the shares, whatever part of all viewers takes part", () => {
		expect(sampleRatioPValue([100, 200], [0.05, 0.1])).toBeCloseTo(1, 9);
		expect(sampleRatioPValue([150, 150], [0.05, 0.1])).toBeLessThan(MISMATCH_BELOW);
	});

	test("says nothing of a handful", () => {
		expect(sampleRatioPValue([8, 1], [0.5, 0.5])).toBeNull();
		expect(sampleRatioPValue([0, 0], [0.5, 0.5])).toBeNull();
	});
});
