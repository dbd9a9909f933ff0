import { expect, test } from "vitest";
import { Flights } from "./flights.ts";

test("a look-up under way is found by each of its videos until it ends", () => {
	const flights = new Flights();
	const land = flights.begin(["1", "2"], 1_000);
	expect([["1"], ["2", "4"], ["4"], []].map((ids) => flights.isUnderWay(ids, 900))).toEqual([true, true, false, false]);
	land();
	expect(flights.isUnderWay(["1", "2"], 900)).toBe(false);
});

test("one that never ended is not waited for after its time", () => {
	const flights = new Flights();
	flights.begin(["1"], 1_000);
	expect(flights.isUnderWay(["1"], 1_000)).toBe(false);
});

test("a later look-up of the same video is not forgotten when the earlier one ends", () => {
	const flights = new Flights();
	const landEarlier = flights.begin(["1"], 1_000);
	flights.begin(["1"], 1_001);
	landEarlier();
	expect(flights.isUnderWay(["1"], 900)).toBe(true);
});
