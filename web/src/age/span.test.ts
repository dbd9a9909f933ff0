import { expect, it } from "vitest";
import { span, weekday } from "./span.ts";

it("says how long something took, as people say it", () => {
	expect([0, 59_000, 60_000, 3_600_000, 3_900_000, 36_000_000].map(span)).toEqual([
		"0 min",
		"0 min",
		"1 min",
		"1 hr",
		"1 hr 5 min",
		"10 hr",
	]);
});

it("names a day as it is called, whatever zone the reader is in", () => {
	expect(["2026-11-30", "2026-12-01"].map(weekday)).toEqual(["Mon", "Tue"]);
});
