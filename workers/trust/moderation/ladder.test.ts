import { expect, it } from "vitest";
import { FOR_GOOD, suspendedBy } from "./ladder.ts";

const DAY_MS = 86_400_000;

it("two strikes are warnings, then a week, a month, and for good", () => {
	const days = [1, 2, 3, 4, 5, 9].map((standing) => suspendedBy(standing, 0));
	expect(days).toEqual([null, null, new Date(7 * DAY_MS), new Date(30 * DAY_MS), FOR_GOOD, FOR_GOOD]);
});

it("no strike suspends nobody", () => {
	expect(suspendedBy(0, 0)).toBeNull();
});
