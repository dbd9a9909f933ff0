import { describe, expect, it } from "vitest";
import { typosAllowed, typosBetween } from "./typos.ts";

describe("typos", () => {
	it.each([
		["cat", 0],
		["lamp", 0],
		["guitr", 1],
		["airplane", 1],
		["skatebord", 2],
		["ギターソロ", 1],
	])("%s may have %i", (word, count) => {
		expect(typosAllowed(word)).toBe(count);
	});

	it.each([
		["guitar", "guitar", 0],
		["guitr", "guitar", 1],
		["guittar", "guitar", 1],
		["guiter", "guitar", 1],
		["giutar", "guitar", 1],
		["gutiarr", "guitar", 2],
		["猫カフエ", "猫カフェ", 1],
	])("%s is %s but for %i", (typed, meant, count) => {
		expect(typosBetween(typed, meant)).toBe(count);
		expect(typosBetween(meant, typed)).toBe(count);
	});

	it("is past counting where lengths alone tell", () => {
		expect(typosBetween("a", "abcdef")).toBeGreaterThan(2);
	});
});
