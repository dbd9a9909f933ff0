import { describe, expect, test } from "vitest";
import { ALONE, influenceOf, NEW_ANYWHERE, NEW_VIEWS_FREE, NEW_WEIGHT, UNRELATED_PER_NETWORK, weightOf } from "./crowd.ts";

const place = (alike: number, all = alike, related = 1) => ({ ...ALONE, alike, all, related });
const sum = (count: number, of: (place: number) => number) =>
	Array.from({ length: count }, (_, step) => of(step + 1)).reduce((a, b) => a + b, 0);

describe("a settled viewer", () => {
	test("alone counts whole", () => {
		expect(weightOf(true, ALONE)).toEqual({ counts: true, moves: true, weight: 1, spreads: true });
	});
	test("is always a view, in whatever company", () => {
		expect(weightOf(true, place(5_000)).counts).toBe(true);
	});
	test("and those of the same address move as the root of their number", () => {
		expect(sum(3, (n) => weightOf(true, place(n)).weight)).toBeCloseTo(3, 9);
		expect(sum(200, (n) => weightOf(true, place(n)).weight)).toBeCloseTo(influenceOf(200), 9);
		expect(influenceOf(200)).toBeLessThan(36);
		expect(sum(200, (n) => (weightOf(true, place(n)).moves ? 1 : 0))).toBe(Math.floor(influenceOf(200)));
	});
	test("of a network with many others makes nothing viral", () => {
		expect([1, 2, 3, 4, 400].map((related) => weightOf(true, place(1, 1, related)).spreads)).toEqual([true, true, true, false, false]);
		expect(UNRELATED_PER_NETWORK).toBe(3);
	});
});

describe("a viewer who is new", () => {
	test("alone is a view and an impression, moves a little, and makes nothing viral", () => {
		expect(weightOf(false, ALONE)).toEqual({ counts: true, moves: true, weight: NEW_WEIGHT, spreads: false });
	});
	test("beside others of the address is a view that moves nothing", () => {
		expect([2, 3].map((n) => weightOf(false, place(n)))).toEqual([
			{ counts: true, moves: true, weight: NEW_WEIGHT, spreads: false },
			{ counts: true, moves: false, weight: 0, spreads: false },
		]);
	});
	test("among two hundred with an address each moves nothing once a few did, unless settled viewers watch it as well", () => {
		const moved = (settled: number) => sum(200, (n) => (weightOf(false, { ...ALONE, newcomers: n, settled }).moves ? 1 : 0));
		expect([moved(0), moved(70), moved(500)]).toEqual([NEW_ANYWHERE, NEW_ANYWHERE + 35, 200]);
		expect(weightOf(false, { ...ALONE, newcomers: 200 })).toEqual({ counts: true, moves: false, weight: 0, spreads: false });
	});
	test("of a burst from one network with an address each, a few are views", () => {
		expect(sum(200, (n) => (weightOf(false, { ...ALONE, related: n, around: n }).counts ? 1 : 0))).toBeLessThanOrEqual(NEW_VIEWS_FREE + 5);
		expect(weightOf(false, { ...ALONE, related: 200, around: 4_000 }).counts).toBe(true);
	});
	test("of two hundred who watch one video at an address, a few are views", () => {
		const views = sum(200, (n) => (weightOf(false, place(n)).counts ? 1 : 0));
		expect(views).toBeLessThanOrEqual(NEW_VIEWS_FREE + 5);
	});
	test("of a campus where each watches what they like, all are views", () => {
		// Thousands of impressions, every twentieth of the same video.
		expect(sum(200, (n) => (weightOf(false, place(n, n * 20)).counts ? 1 : 0))).toBe(200);
	});
});
