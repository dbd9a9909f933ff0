import { expect, test } from "vitest";
import { Flights } from "./flights.ts";

test("a look-up under way is found by each of its videos, once, until it ends either way", async () => {
	const flights = new Flights();
	let land = () => {};
	let crash = (_: Error) => {};
	const first = new Promise<void>((resolve) => {
		land = resolve;
	});
	const second = new Promise<void>((_, reject) => {
		crash = reject;
	});
	flights.add(["1", "2"], first);
	flights.add(["3"], second);
	expect(flights.of(["1", "2", "4"])).toEqual([first]);
	expect(flights.of(["2", "3"])).toEqual([first, second]);
	land();
	crash(new Error("down"));
	await Promise.allSettled([first, second]);
	expect(flights.of(["1", "2", "3"])).toEqual([]);
});

test("a later look-up of the same video is not forgotten when the earlier one ends", async () => {
	const flights = new Flights();
	const later = new Promise<void>(() => undefined);
	const earlier = Promise.resolve();
	flights.add(["1"], earlier);
	flights.add(["1"], later);
	await earlier;
	expect(flights.of(["1"])).toEqual([later]);
});
