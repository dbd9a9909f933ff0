import { describe, expect, it } from "vitest";
import { seeded } from "../../../contracts/seeded.ts";
import { principalDirections } from "./principal.ts";

/** Samples spread 5, 2 and 0.5 wide along known, turned axes of six dimensions. */
const AXES = [
	[1, 1, 0, 0, 0, 0],
	[1, -1, 0, 0, 0, 0],
	[0, 0, 0, 1, 0, 0],
].map((axis) => axis.map((value) => value / Math.hypot(...axis)));
const random = seeded(5);
const gaussian = () => Array.from({ length: 12 }, random).reduce((sum, value) => sum + value, -6);
const samples = Array.from({ length: 800 }, () => {
	const along = [5, 2, 0.5].map((width) => width * gaussian());
	return Float32Array.from({ length: 6 }, (_, i) => AXES.reduce((sum, axis, n) => sum + (axis[i] ?? 0) * (along[n] ?? 0), 0));
});

describe("principal directions", () => {
	const { rows, variances } = principalDirections(samples, 3);

	it("find the axes the samples were spread along, widest first", () => {
		AXES.forEach((axis, n) => {
			const found = rows.subarray(n * 6, n * 6 + 6);
			expect(Math.abs(axis.reduce((sum, value, i) => sum + value * (found[i] ?? 0), 0))).toBeGreaterThan(0.99);
		});
	});

	it("tell how wide the samples are spread", () => {
		expect(variances[0]).toBeGreaterThan(20);
		expect(variances[0]).toBeLessThan(30);
		expect(variances[2]).toBeCloseTo(0.25, 1);
	});

	it("never explain more than there is, however many are asked for", () => {
		const total = samples.reduce((sum, sample) => sum + sample.reduce((s, x) => s + x * x, 0), 0) / samples.length;
		const explained = principalDirections(samples, 6).variances.reduce((sum, variance) => sum + variance, 0);
		expect(explained).toBeCloseTo(total, 3);
	});

	it("are the same for the same seed", () => {
		expect(principalDirections(samples, 3).rows).toEqual(rows);
	});
});
