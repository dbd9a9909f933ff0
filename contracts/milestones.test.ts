import { expect, it } from "vitest";
import { milestoneOf } from "./milestones.ts";

it.each([
	[0, 0],
	[99, 0],
	[100, 100],
	[999, 100],
	[1_000, 1_000],
	[9_999.5, 1_000],
	[10_000, 10_000],
	[99_999, 10_000],
	[1_000_000, 1_000_000],
	[123_456_789, 100_000_000],
])("%d has reached %i", (count, milestone) => {
	expect(milestoneOf(count)).toBe(milestone);
});
