import { expect, it } from "vitest";
import { PULL_ENOUGH, pulled } from "./pull.ts";

it("follows the finger one to one at first, then less, and never further than it may", () => {
	expect(pulled(-20)).toBe(0);
	expect(pulled(4)).toBeGreaterThan(3.8);
	expect(pulled(60)).toBeLessThan(60);
	expect(pulled(5_000)).toBeLessThanOrEqual(120);
	// Within the thumb's way.
	expect(pulled(PULL_ENOUGH * 1.5)).toBeGreaterThan(PULL_ENOUGH * 0.9);
});
