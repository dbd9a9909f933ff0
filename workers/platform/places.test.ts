import { expect, it } from "vitest";
import { Places } from "./places.ts";

it("gives so many places, each again when it is given back, once", () => {
	const places = new Places(2, 1_000);
	const first = places.take(0);
	const second = places.take(0);
	expect([first, second, places.take(0)].map((place) => place !== null)).toEqual([true, true, false]);
	first?.();
	first?.();
	expect([places.take(1), places.take(1)].map((place) => place !== null)).toEqual([true, false]);
});

it("a place whose holder is gone is free after its time, and not given back twice by a holder who comes late", () => {
	const places = new Places(1, 1_000);
	const lost = places.take(0);
	expect(places.take(999)).toBeNull();
	expect(places.take(1_000)).not.toBeNull();
	lost?.();
	expect(places.take(1_001)).toBeNull();
});
