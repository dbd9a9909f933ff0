import { expect, it } from "vitest";
import { seeded } from "./seeded.ts";

it("gives the same numbers for the same seed, others for another", () => {
	const first = (seed: number) => Array.from({ length: 3 }, seeded(seed));
	expect(first(7)).toEqual(first(7));
	expect(first(7)).not.toEqual(first(8));
	// As mulberry32 is published.
	expect(first(0)).toEqual([0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]);
});

it("is spread evenly over [0, 1)", () => {
	const random = seeded(1);
	const tenths = new Array<number>(10).fill(0);
	for (let draw = 0; draw < 10_000; draw++) {
		const tenth = Math.floor(random() * 10);
		tenths[tenth] = (tenths[tenth] ?? 0) + 1;
	}
	for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});
