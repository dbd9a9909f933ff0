import { describe, expect, it } from "vitest";
import { cronMatches } from "./cron.ts";

const at = (text: string) => new Date(`${text}Z`);

describe("cron expressions", () => {
	it.each([
		["* * * * *", "2026-01-02T03:04", true],
		["17 3 * * *", "2026-01-02T03:17", true],
		["17 3 * * *", "2026-01-02T04:17", false],
		["*/15 * * * *", "2026-01-02T03:45", true],
		["*/15 * * * *", "2026-01-02T03:46", false],
		["0 9-17 * * 1-5", "2026-01-02T09:00", true],
		["0 9-17 * * 1-5", "2026-01-03T09:00", false],
		["0,30 0 1 * *", "2026-02-01T00:30", true],
		["0 0 * 2 *", "2026-01-01T00:00", false],
	])("%s at %s: %s", (expression, time, expected) => {
		expect(cronMatches(expression, at(time))).toBe(expected);
	});
});
