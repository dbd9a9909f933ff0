import { expect, test } from "vitest";
import { fadedScore, trendingKey, trendingWeight } from "./trending.ts";

const HOUR = 3_600_000;
const START = 64 * 86_400_000 * 300;

test("a long view counts whole at once, half after six hours, a quarter after twelve", () => {
	const score = trendingWeight(START + HOUR);
	expect(fadedScore(score, START + HOUR)).toBeCloseTo(1, 10);
	expect(fadedScore(score, START + 7 * HOUR)).toBeCloseTo(0.5, 10);
	expect(fadedScore(score, START + 13 * HOUR)).toBeCloseTo(0.25, 10);
});

test("what is watched now outranks more views of yesterday", () => {
	const yesterday = 10 * trendingWeight(START + HOUR);
	const now = 2 * trendingWeight(START + 25 * HOUR);
	expect(now).toBeGreaterThan(yesterday);
});

test("weights stay finite to the end of a period, and the next has a key of its own", () => {
	const end = START + 64 * 86_400_000 - 1;
	expect(Number.isFinite(1e6 * trendingWeight(end))).toBe(true);
	expect(trendingKey(end)).toBe(trendingKey(START));
	expect(trendingKey(end + 1)).not.toBe(trendingKey(end));
});

test("a long view told late counts as it would have by now, also across the end of a period", () => {
	const told = START + HOUR;
	expect(fadedScore(trendingWeight(told - 6 * HOUR, told), told)).toBeCloseTo(0.5, 10);
});
