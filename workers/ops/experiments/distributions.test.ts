import { expect, test } from "vitest";
import { chiSquareTail, incompleteBeta, logGamma, studentCritical, studentTwoSided } from "./distributions.ts";

test("ln Γ as factorials and √π have it", () => {
	expect(logGamma(1)).toBeCloseTo(0, 9);
	expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 8);
	expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 9);
});

test("the incomplete beta function where it is known in closed form", () => {
	// I_x(1, b) = 1 − (1 − x)^b; I_x(a, 1) = x^a; and its symmetry.
	expect(incompleteBeta(1, 5, 0.3)).toBeCloseTo(1 - 0.7 ** 5, 10);
	expect(incompleteBeta(3, 1, 0.8)).toBeCloseTo(0.512, 10);
	expect(incompleteBeta(2.5, 7, 0.2)).toBeCloseTo(1 - incompleteBeta(7, 2.5, 0.8), 12);
	expect([incompleteBeta(2, 3, 0), incompleteBeta(2, 3, 1)]).toEqual([0, 1]);
});

test.each([
	// Student's table, two-sided, as printed in any textbook.
	[12.706, 1, 0.05],
	[4.303, 2, 0.05],
	[2.571, 5, 0.05],
	[2.228, 10, 0.05],
	[2.042, 30, 0.05],
	[1.96, 1_000_000, 0.05],
	[3.169, 10, 0.01],
	[2.576, 1_000_000, 0.01],
	[1.372, 10, 0.2],
])("t = %s with %s degrees of freedom leaves %s outside", (t, freedom, alpha) => {
	expect(studentTwoSided(t, freedom)).toBeCloseTo(alpha, 3);
	expect(studentTwoSided(-t, freedom)).toBeCloseTo(alpha, 3);
	expect(Math.abs(studentCritical(alpha, freedom) - t)).toBeLessThan(0.001);
});

test.each([
	[3.841, 1, 0.05],
	[10.828, 1, 0.001],
	[5.991, 2, 0.05],
	[18.307, 10, 0.05],
	[29.588, 10, 0.001],
	[124.342, 100, 0.05],
	[0.455, 1, 0.5],
	[0, 3, 1],
])("χ² = %s with %s degrees of freedom leaves %s above", (x, freedom, tail) => {
	expect(chiSquareTail(x, freedom)).toBeCloseTo(tail, 3);
});

test("a far tail is small, and not nothing", () => {
	expect(chiSquareTail(200, 1)).toBeGreaterThan(0);
	expect(chiSquareTail(200, 1)).toBeLessThan(1e-40);
	expect(studentTwoSided(60, 1_000)).toBeLessThan(1e-100);
});
