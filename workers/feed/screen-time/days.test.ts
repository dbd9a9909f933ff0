import { describe, expect, it } from "vitest";
import { daysOf } from "./days.ts";

const HOUR_MS = 3_600_000;
const hourOf = (iso: string) => Date.parse(iso) / HOUR_MS;
const now = Date.parse("2026-12-01T01:30:00Z");

describe("hours as days", () => {
	it("begin where the person is", () => {
		const hours = [{ hour: hourOf("2026-11-30T23:00:00Z"), ms: 600_000 }];
		expect(daysOf(hours, "UTC", now).at(-1)).toEqual({ day: "2026-12-01", watchedMs: 0 });
		expect(daysOf(hours, "UTC", now).at(-2)).toEqual({ day: "2026-11-30", watchedMs: 600_000 });
		expect(daysOf(hours, "Europe/Berlin", now).at(-1)).toEqual({ day: "2026-12-01", watchedMs: 600_000 });
		expect(daysOf(hours, "America/Los_Angeles", now).at(-1)).toEqual({ day: "2026-11-30", watchedMs: 600_000 });
	});

	it("are seven in a row, and those before are left out", () => {
		const hours = [
			{ hour: hourOf("2026-11-20T10:00:00Z"), ms: 1 },
			{ hour: hourOf("2026-11-25T10:00:00Z"), ms: 2 },
			{ hour: hourOf("2026-11-25T11:00:00Z"), ms: 3 },
		];
		const days = daysOf(hours, "UTC", now);
		expect(days.map(({ day }) => day)).toEqual([25, 26, 27, 28, 29, 30].map((day) => `2026-11-${day}`).concat("2026-12-01"));
		expect(days.map(({ watchedMs }) => watchedMs)).toEqual([5, 0, 0, 0, 0, 0, 0]);
	});
});
