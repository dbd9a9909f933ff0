import { describe, expect, it } from "vitest";
import { beat, expectedPerHour, judge, lastHour, minuteOf, NO_PULSE, type Pulse, type Standing } from "./pulse.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;
const NOW = 1_000_000 * HOUR;
const NEW: Standing = { publishedAt: NOW - 2 * HOUR, viewsBefore: 0, creatorPerHour: 0 };

/** So many views in every minute of the time from `from` to `to`. */
function steady(pulse: Pulse, perMinute: number, from: number, to: number): Pulse {
	let held = pulse;
	for (let at = from; at < to; at += MINUTE) held = beat(held, [[minuteOf(at), perMinute]], at);
	return held;
}

describe("a video's pulse", () => {
	it("counts views by the minute they happened in, in whatever order they are heard of", () => {
		const minute = minuteOf(NOW);
		const late = beat(
			beat(NO_PULSE, [[minute, 5]], NOW),
			[
				[minute - 30, 7],
				[minute - 59, 1],
			],
			NOW,
		);
		expect(lastHour(late, NOW)).toBe(13);
		expect(lastHour(late, NOW + 31 * MINUTE)).toBe(5);
		expect(late.minutes.map(([at]) => at)).toEqual([minute - 59, minute - 30, minute]);
	});

	it("takes what a wrong clock dates ahead as now, and leaves out what is older than the hour", () => {
		const pulse = beat(
			NO_PULSE,
			[
				[minuteOf(NOW) + 500, 3],
				[minuteOf(NOW) - 60, 100],
				[0, 1_000],
			],
			NOW,
		);
		expect(lastHour(pulse, NOW)).toBe(3);
		expect(pulse.minutes).toHaveLength(1);
	});

	it("stays small over a year of views in every minute", () => {
		const pulse = steady(NO_PULSE, 1, NOW - 10 * 24 * HOUR, NOW);
		expect(pulse.minutes.length).toBeLessThanOrEqual(60);
		expect(pulse.hours.length).toBeLessThanOrEqual(25);
	});
});

describe("virality", () => {
	it("is ten thousand views within an hour, whatever was expected", () => {
		const famous: Standing = { ...NEW, creatorPerHour: 5_000 };
		const almost = beat(NO_PULSE, [[minuteOf(NOW), 9_999]], NOW);
		expect(judge(almost, famous, NOW).turned).toBeNull();
		expect(judge(beat(almost, [[minuteOf(NOW), 1]], NOW), famous, NOW).turned).toBe("viral");
	});

	it("is twenty times the expected: of its own day, of its life, of its creator", () => {
		const day = steady(NO_PULSE, 1, NOW - 24 * HOUR, NOW - HOUR);
		const old: Standing = { publishedAt: NOW - 30 * 24 * HOUR, viewsBefore: 0, creatorPerHour: 0 };
		expect(expectedPerHour(day, old, NOW)).toBeGreaterThan(50);
		expect(expectedPerHour(day, old, NOW)).toBeLessThan(65);
		expect(judge(beat(day, [[minuteOf(NOW), 900]], NOW), old, NOW).turned).toBeNull();
		expect(judge(beat(day, [[minuteOf(NOW), 1_400]], NOW), old, NOW).turned).toBe("viral");
		const hour = beat(NO_PULSE, [[minuteOf(NOW), 700]], NOW);
		expect(judge(hour, { ...old, viewsBefore: 30 * 24 * 36 }, NOW).turned).toBeNull();
		expect(judge(hour, { ...old, creatorPerHour: 36 }, NOW).turned).toBeNull();
		expect(judge(hour, { ...old, creatorPerHour: 34 }, NOW).turned).toBe("viral");
	});

	it("is not three views of a video nobody expected anything of, nor the impressions every new video is given", () => {
		for (const views of [3, 100, 199]) expect(judge(beat(NO_PULSE, [[minuteOf(NOW), views]], NOW), NEW, NOW).turned).toBeNull();
		expect(judge(beat(NO_PULSE, [[minuteOf(NOW), 200]], NOW), NEW, NOW).turned).toBe("viral");
	});

	it("does not flicker, and is over when an hour brings a quarter of what made it viral", () => {
		const first = judge(beat(NO_PULSE, [[minuteOf(NOW), 10_000]], NOW), { ...NEW, creatorPerHour: 5_000 }, NOW);
		expect(first.pulse).toMatchObject({ viral: { since: NOW, threshold: 10_000 }, isMarked: false });
		const later = NOW + 61 * MINUTE;
		const still = beat(first.pulse, [[minuteOf(later), 2_500]], later);
		expect(judge(still, NEW, later).turned).toBeNull();
		const over = judge(beat(first.pulse, [[minuteOf(later), 2_499]], later), NEW, later);
		expect([over.turned, over.pulse.viral]).toEqual(["over", null]);
	});
});
