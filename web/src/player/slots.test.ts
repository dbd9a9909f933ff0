import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipIndexOf, DECK_SIZE, slotOf } from "./slots.ts";

describe("the recycled players", () => {
	it("show the clip on stage and its two neighbours, each in a player of its own", () => {
		fc.assert(
			fc.property(fc.nat(10_000), (index) => {
				const shown = Array.from({ length: DECK_SIZE }, (_, slot) => clipIndexOf(slot, index));
				expect([...shown].sort((a, b) => a - b)).toEqual([index - 1, index, index + 1]);
			}),
		);
	});
	it("keep a clip in its player while it moves from after over on stage to before", () => {
		for (const stage of [6, 7, 8]) expect(clipIndexOf(slotOf(7), stage)).toBe(7);
	});
	it("know nothing before the first clip but an empty place", () => {
		expect(slotOf(-1)).toBe(2);
	});
});
