import { describe, expect, test } from "vitest";
import { chiSquareTail } from "../ops/experiments/distributions.ts";
import { assign, drawsOf } from "./assign.ts";

const VIEWERS = Array.from(
	{ length: 40_000 },
	(_, place) => `${place % 3 === 0 ? "guest" : "user"}:${383086085031268871n + BigInt(place) * 4096n}`,
);
const halves = (id: string, shares = [0.5, 0.5]) => ({
	id,
	arms: shares.map((share, place) => ({ id: place === 0 ? "control" : `arm-${place}`, share, parameters: {} })),
});
const chiSquare = (counts: readonly number[], expected: readonly number[]): number =>
	chiSquareTail(
		counts.reduce((sum, count, place) => sum + (count - (expected[place] ?? 0)) ** 2 / (expected[place] ?? 1), 0),
		counts.length - 1,
	);
/** Seeded by the ids themselves, these never change: a bound of one in a thousand is met once for all. */
const BY_CHANCE = 0.001;

test("an arm is the same each time it is asked for", () => {
	for (const viewer of VIEWERS.slice(0, 100)) expect(assign(halves("a"), viewer)).toBe(assign(halves("a"), viewer));
	// Pinned: another hash would move everyone in every running experiment.
	expect(drawsOf("exploration-share", "user:1").map((draw) => draw.toFixed(6))).toEqual(["0.874899", "0.608558"]);
});

describe("draws", () => {
	test.each(["exploration-share", "a", "b", "more-variety"])("are uniform over many viewers: %s", (id) => {
		for (const which of [0, 1] as const) {
			const counts = new Array<number>(100).fill(0);
			for (const viewer of VIEWERS) {
				const bin = Math.floor(drawsOf(id, viewer)[which] * 100);
				counts[bin] = (counts[bin] ?? 0) + 1;
			}
			expect(chiSquare(counts, new Array<number>(100).fill(VIEWERS.length / 100))).toBeGreaterThan(BY_CHANCE);
		}
	});

	test("of one experiment say nothing of another's, nor does taking part say which arm", () => {
		const independent = (one: (viewer: string) => number, other: (viewer: string) => number) => {
			const counts = new Array<number>(100).fill(0);
			for (const viewer of VIEWERS) {
				const cell = Math.floor(one(viewer) * 10) * 10 + Math.floor(other(viewer) * 10);
				counts[cell] = (counts[cell] ?? 0) + 1;
			}
			return chiSquare(counts, new Array<number>(100).fill(VIEWERS.length / 100));
		};
		const arm = (id: string) => (viewer: string) => drawsOf(id, viewer)[1];
		expect(independent(arm("a"), arm("b"))).toBeGreaterThan(BY_CHANCE);
		expect(independent(arm("exploration-share"), arm("exploration-share-2"))).toBeGreaterThan(BY_CHANCE);
		expect(independent((viewer) => drawsOf("a", viewer)[0], arm("a"))).toBeGreaterThan(BY_CHANCE);
		// The measure itself can fail: a draw does tell of itself.
		expect(independent(arm("a"), arm("a"))).toBeLessThan(BY_CHANCE);
	});
});

describe("shares", () => {
	const countsOf = (shares: number[]) => {
		const counts = new Map<string | null, number>();
		for (const viewer of VIEWERS) {
			const arm = assign(halves("shares", shares), viewer);
			counts.set(arm, (counts.get(arm) ?? 0) + 1);
		}
		return counts;
	};

	test("are kept, and the rest of the viewers is in no arm", () => {
		const counts = countsOf([0.1, 0.2, 0.05]);
		const seen = ["control", "arm-1", "arm-2", null].map((arm) => counts.get(arm) ?? 0);
		expect(
			chiSquare(
				seen,
				[0.1, 0.2, 0.05, 0.65].map((share) => share * VIEWERS.length),
			),
		).toBeGreaterThan(BY_CHANCE);
	});

	test("of one third each leave nobody out", () => {
		expect(countsOf([1 / 3, 1 / 3, 1 / 3]).has(null)).toBe(false);
	});

	test("raised alike bring viewers in and move none", () => {
		let entered = 0;
		for (const viewer of VIEWERS.slice(0, 5_000)) {
			const before = assign(halves("ramp", [0.1, 0.1]), viewer);
			const after = assign(halves("ramp", [0.5, 0.5]), viewer);
			if (before === null) entered += 1;
			else expect(after).toBe(before);
			expect(after).not.toBeNull();
		}
		expect(entered).toBeGreaterThan(3_500);
	});
});
