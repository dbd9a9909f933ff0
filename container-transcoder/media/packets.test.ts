import { expect, test } from "vitest";
import { typicalGapMs } from "./packets.ts";

const every = (ms: number, count: number, from = 0) => Array.from({ length: count }, (_, n) => (from + n * ms) / 1000);

test("an even rate is its gap, through a clock of whole milliseconds too", () => {
	expect(typicalGapMs(every(40, 50))).toBeCloseTo(40, 6);
	expect(typicalGapMs(every(1000 / 30, 90).map((time) => Math.round(time * 1000) / 1000))).toBeCloseTo(1000 / 30, 1);
});

test("pictures left out here and there don't change it", () => {
	expect(typicalGapMs(every(1000 / 30, 90).filter((_, n) => n % 5 !== 2))).toBeCloseTo(1000 / 30, 6);
});

test("long stills between bursts of motion don't change it", () => {
	const bursts = [0, 3_000, 7_500].flatMap((from) => every(1000 / 60, 30, from));
	expect(typicalGapMs(bursts)).toBeCloseTo(1000 / 60, 6);
});

test("one picture, or several at one time, have no gap", () => {
	expect(typicalGapMs([1])).toBeNull();
	expect(typicalGapMs([])).toBeNull();
	expect(typicalGapMs([2, 2, 2])).toBeNull();
});
