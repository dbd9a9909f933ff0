import { describe, expect, it } from "vitest";
import { seeded } from "../contracts/seeded.ts";
import { auc, bootstrapError, groupAuc, largest, pairAccuracy, quality } from "./metrics.ts";

describe("quality of a list", () => {
	it("is 1 when all targets lead it", () => {
		expect(quality([4, 2, 9], new Set([2, 4]))).toEqual({ ndcg10: 1, hr10: 1, recall20: 1, recall50: 1, recall500: 1 });
	});

	it("discounts a later place by its logarithm", () => {
		expect(quality([1, 7], new Set([7])).ndcg10).toBeCloseTo(1 / Math.log2(3), 9);
	});

	it("does not see what lies beyond its depth", () => {
		const list = Array.from({ length: 30 }, (_, i) => i);
		expect(quality(list, new Set([25]))).toMatchObject({ ndcg10: 0, hr10: 0, recall20: 0, recall50: 1 });
	});

	it("holds an ideal list of more than ten targets to ten places", () => {
		const list = Array.from({ length: 30 }, (_, i) => i);
		expect(quality(list, new Set(list)).ndcg10).toBeCloseTo(1, 9);
	});
});

describe("area under the curve", () => {
	it("is 1 for right order, 0 for wrong, a half for ties and null without two classes", () => {
		expect(auc([1, 2, 3, 4], [0, 0, 1, 1])).toBe(1);
		expect(auc([4, 3, 2, 1], [0, 0, 1, 1])).toBe(0);
		expect(auc([5, 5, 5, 5], [0, 1, 0, 1])).toBe(0.5);
		expect(auc([1, 2], [1, 1])).toBeNull();
	});

	it("within groups forgets the difference between groups", () => {
		expect(groupAuc([1, 2, 11, 12], [1, 0, 1, 0], ["a", "a", "b", "b"])).toBe(0);
		expect(groupAuc([1, 2], [1, 1], ["a", "a"])).toBe(0.5);
	});
});

describe("other measures", () => {
	it("count the pairs of watch times put in order", () => {
		expect(pairAccuracy([1, 2, 3], [10, 20, 30], seeded(1), 1000)).toBe(1);
		expect(pairAccuracy([0, 0, 0], [10, 20, 30], seeded(1), 1000)).toBe(0.5);
	});

	it("estimate the standard error near the textbook's", () => {
		const random = seeded(2);
		const values = Array.from({ length: 400 }, () => random());
		expect(bootstrapError(values, seeded(3), 400)).toBeCloseTo(Math.sqrt(1 / 12 / 400), 2);
		expect(bootstrapError([1], seeded(3))).toBe(0);
	});

	it("pick the largest as a full sort would, masked ones never", () => {
		const random = seeded(4);
		const values = Float32Array.from({ length: 500 }, () => Math.floor(random() * 50));
		values[3] = Number.NEGATIVE_INFINITY;
		const sorted = [...values.keys()].filter((i) => i !== 3).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
		for (const count of [1, 20, 100, 499]) expect(largest(values, count)).toEqual(sorted.slice(0, count));
		expect(largest(Float32Array.from([Number.NEGATIVE_INFINITY, 1]), 5)).toEqual([1]);
	});
});
