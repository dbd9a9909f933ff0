import { describe, expect, it } from "vitest";
import type { ScreenTime } from "../api/accounts.ts";
import { WatchTime } from "./watchTime.ts";

const MINUTE = 60_000;
const read = (more: Partial<ScreenTime>): ScreenTime => ({
	limitMin: null,
	breakMin: null,
	days: [{ day: "2026-12-01", watchedMs: 0 }],
	todayMs: 0,
	at: "2026-12-01T10:00:00.000Z",
	...more,
});
const begun = (now: ScreenTime, toldOn: string | null = null) => {
	const told: string[] = [];
	const time = new WatchTime(toldOn, (day) => told.push(day));
	time.read(now);
	return { time, told };
};

describe("being told how long one watched", () => {
	it("is told once a day, after the limit, by what all devices watched", () => {
		const { time, told } = begun(read({ limitMin: 60, todayMs: 59 * MINUTE }));
		expect(time.tick(30_000, true)).toBeNull();
		expect(time.tick(30_000, true)).toEqual({ why: "limit", ms: 60 * MINUTE });
		expect(time.tick(MINUTE, true)).toBeNull();
		expect(told).toEqual(["2026-12-01"]);
		time.read(read({ limitMin: 60, todayMs: 70 * MINUTE, days: [{ day: "2026-12-02", watchedMs: 0 }] }));
		expect(time.tick(MINUTE, true)).toMatchObject({ why: "limit" });
	});

	it("is not told again after a reload on the same day, nor without a limit", () => {
		expect(begun(read({ limitMin: 60, todayMs: 90 * MINUTE }), "2026-12-01").time.tick(MINUTE, true)).toBeNull();
		expect(begun(read({ todayMs: 900 * MINUTE })).time.tick(MINUTE, true)).toBeNull();
	});

	it("is reminded of a break after so long on end, and begins anew after one", () => {
		const { time } = begun(read({ breakMin: 10 }));
		expect(time.tick(9 * MINUTE, true)).toBeNull();
		expect(time.tick(4 * MINUTE, false)).toBeNull();
		expect(time.tick(MINUTE, true)).toEqual({ why: "break", ms: 10 * MINUTE });
		expect(time.tick(9 * MINUTE, true)).toBeNull();
		expect(time.tick(5 * MINUTE, false)).toBeNull();
		expect(time.tick(9 * MINUTE, true)).toBeNull();
		expect(time.tick(MINUTE, true)).toMatchObject({ why: "break" });
	});

	it("says nothing before the server was heard, and nothing while nothing plays", () => {
		expect(new WatchTime(null, () => undefined).tick(900 * MINUTE, true)).toBeNull();
		expect(begun(read({ limitMin: 30, todayMs: 90 * MINUTE })).time.tick(MINUTE, false)).toBeNull();
	});
});
