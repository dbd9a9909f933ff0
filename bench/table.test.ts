import { expect, test } from "vitest";
import { median, percentile, table } from "./table.ts";

test("the median of an even count lies between the two in the middle", () => {
	expect(median([4, 1, 3, 2])).toBe(2.5);
});

test("the 99th percentile leans on the largest values", () => {
	expect(
		percentile(
			Array.from({ length: 101 }, (_, place) => place),
			0.99,
		),
	).toBe(99);
});

test("a row without baseline shows dashes instead of made-up numbers", () => {
	expect(table([{ figure: "x", value: 12, unit: "ms", baseline: null, ratio: null, must: "< 20", aim: "< 5" }])).toContain(
		"| x | 12.0 ms | — | — | < 20 | < 5 |",
	);
});
