import { describe, expect, it } from "vitest";
import { type Watched, WatchMeter } from "./watch.ts";

function meter(durationMs = 4_000) {
	let now = 1_000;
	const told: Watched[] = [];
	const watch = new WatchMeter(
		"7",
		durationMs,
		() => now,
		(one) => told.push(one),
	);
	return { watch, told, pass: (ms: number) => (now += ms) };
}

describe("what was watched of an embedded video", () => {
	it("is the time its picture moved, told once", () => {
		const { watch, told, pass } = meter();
		watch.moves(true);
		pass(900);
		watch.moves(false);
		pass(60_000);
		watch.moves(true);
		pass(600);
		watch.ends();
		watch.ends();
		expect(told).toMatchObject([{ videoId: "7", watchDuration: 1_500, totalDuration: 4_000, replayed: false, source: "embed", at: 1_000 }]);
	});

	it("is nothing while it only stood there, or for a blink", () => {
		const { watch, told, pass } = meter();
		pass(60_000);
		watch.ends();
		watch.moves(true);
		pass(499);
		watch.ends();
		expect(told).toEqual([]);
	});

	it("is another impression after it ended; longer than the video is seen again", () => {
		const { watch, told, pass } = meter();
		for (const ms of [1_000, 5_000]) {
			watch.moves(true);
			pass(ms);
			watch.ends();
		}
		expect(told.map(({ replayed }) => replayed)).toEqual([false, true]);
		expect(new Set(told.map(({ eventId }) => eventId)).size).toBe(2);
	});
});
