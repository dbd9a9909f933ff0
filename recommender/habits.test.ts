import { describe, expect, it } from "vitest";
import { EMPTY_HABITS, expectedRate, type Habits, habitualOffset, lengthFit, longViewRate, observe } from "./habits.ts";
import { PRIOR_RATE } from "./quality.ts";

const DAY = 86_400_000;
const watch = (habits: Habits, times: number, durationMs: number, longView: boolean, at: number): Habits =>
	Array.from({ length: times }).reduce<Habits>((held) => observe(held, durationMs, longView, !longView, at), habits);

describe("habits", () => {
	it("are the prior before anything is known", () => {
		expect(longViewRate(EMPTY_HABITS)).toBe(PRIOR_RATE);
		expect(lengthFit(EMPTY_HABITS, 10_000)).toBe(0);
	});

	it("form overnight: today's impressions count from tomorrow on", () => {
		const today = watch(EMPTY_HABITS, 30, 10_000, true, 5 * DAY + 1);
		expect(longViewRate(today)).toBe(PRIOR_RATE);
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

	it("wait for enough impressions, as a few are chance, or for a week to pass", () => {
		const settled = observe(watch(EMPTY_HABITS, 40, 10_000, true, DAY), 10_000, true, false, 2 * DAY);
		const before = longViewRate(settled);
		const few = watch(settled, 10, 10_000, false, 3 * DAY);
		expect(longViewRate(observe(few, 10_000, false, false, 5 * DAY))).toBe(before);
		expect(longViewRate(observe(few, 10_000, false, false, 10 * DAY))).toBeLessThan(before);
	});

	it("of someone new form from a handful", () => {
		expect(longViewRate(observe(watch(EMPTY_HABITS, 3, 10_000, true, DAY), 10_000, true, false, 2 * DAY))).toBe(PRIOR_RATE);
		expect(longViewRate(observe(watch(EMPTY_HABITS, 6, 10_000, true, DAY), 10_000, true, false, 2 * DAY))).toBeGreaterThan(PRIOR_RATE);
	});

	it("are set against what others do with the same videos", () => {
		const seen = (expected: number) => {
			let habits = EMPTY_HABITS;
			for (let i = 0; i < 40; i++) habits = observe(habits, 10_000, i % 2 === 0, false, DAY, expected);
			return habitualOffset(observe(habits, 10_000, true, false, 2 * DAY, expected));
		};
		expect(seen(0.5)).toBeCloseTo(0, 1);
		expect(seen(0.8)).toBeLessThan(-0.8);
		expect(seen(0.2)).toBeGreaterThan(0.8);
	});

	it("say what to expect of the viewer: the prior of a stranger, more of the patient", () => {
		expect(expectedRate(EMPTY_HABITS)).toBeCloseTo(PRIOR_RATE);
		const patient = observe(watch(EMPTY_HABITS, 40, 10_000, true, DAY), 10_000, true, false, 2 * DAY);
		const hasty = observe(watch(EMPTY_HABITS, 40, 10_000, false, DAY), 10_000, false, false, 2 * DAY);
		expect(expectedRate(patient)).toBeGreaterThan(0.7);
		expect(expectedRate(hasty)).toBeLessThan(0.2);
	});

	it("are not turned back by a late event", () => {
		const now = observe(watch(EMPTY_HABITS, 25, 10_000, true, 8 * DAY), 10_000, true, false, 9 * DAY);
		expect(observe(now, 10_000, true, false, 2 * DAY).day).toBe(9);
	});
});
