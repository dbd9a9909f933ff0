import { describe, expect, it } from "vitest";
import { EMPTY_HABITS, type Habits, lengthFit, longViewRate, observe, PRIOR_LONG_RATE } from "./habits.ts";

const DAY = 86_400_000;
const watch = (habits: Habits, times: number, durationMs: number, longView: boolean, at: number): Habits =>
	Array.from({ length: times }).reduce<Habits>((held) => observe(held, durationMs, longView, !longView, at), habits);

describe("habits", () => {
	it("are the prior before anything is known", () => {
		expect(longViewRate(EMPTY_HABITS)).toBe(PRIOR_LONG_RATE);
		expect(lengthFit(EMPTY_HABITS, 10_000)).toBe(0);
	});

	it("form overnight: today's showings count from tomorrow on", () => {
		const today = watch(EMPTY_HABITS, 30, 10_000, true, 5 * DAY + 1);
		expect(longViewRate(today)).toBe(PRIOR_LONG_RATE);
		const tomorrow = observe(today, 10_000, true, false, 6 * DAY + 1);
		expect(longViewRate(tomorrow)).toBeGreaterThan(0.85);
	});

	it("tell which lengths suit a viewer", () => {
		const mixed = watch(watch(EMPTY_HABITS, 40, 5_000, true, DAY), 40, 120_000, false, DAY);
		const settled = observe(mixed, 5_000, true, false, 2 * DAY);
		expect(lengthFit(settled, 5_000)).toBeGreaterThan(0.2);
		expect(lengthFit(settled, 120_000)).toBeLessThan(-0.2);
	});

	it("change with the viewer: the last hundreds outweigh thousands before", () => {
		let habits = EMPTY_HABITS;
		for (let day = 1; day <= 40; day++) habits = watch(habits, 100, 10_000, true, day * DAY);
		for (let day = 41; day <= 48; day++) habits = watch(habits, 100, 10_000, false, day * DAY);
		expect(longViewRate(observe(habits, 10_000, false, false, 60 * DAY))).toBeLessThan(0.1);
	});

	it("wait for enough showings: a few are chance", () => {
		const few = watch(EMPTY_HABITS, 3, 10_000, true, DAY);
		expect(longViewRate(watch(few, 3, 10_000, true, 3 * DAY))).toBe(PRIOR_LONG_RATE);
	});

	it("are not turned back by a late event", () => {
		const now = observe(watch(EMPTY_HABITS, 25, 10_000, true, 8 * DAY), 10_000, true, false, 9 * DAY);
		expect(observe(now, 10_000, true, false, 2 * DAY).day).toBe(9);
	});
});
