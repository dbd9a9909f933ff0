import { describe, expect, it } from "vitest";
import { Impression } from "./impression.ts";

const setUp = () => {
	const clock = { now: 1000 };
	return { clock, impression: new Impression({ id: "7", durationMs: 10_000 }, "fyp", () => clock.now) };
};

describe("Impression", () => {
	it("counts only the time the picture moved", () => {
		const { clock, impression } = setUp();
		clock.now += 120;
		impression.playing();
		clock.now += 3000;
		impression.halted();
		clock.now += 60_000;
		impression.playing();
		clock.now += 500;
		expect(impression.end(5)).toMatchObject({ videoId: "7", watchDuration: 3500, totalDuration: 10_000, startupMs: 120, at: 5 });
	});
	it("counts nothing twice when told twice that it plays", () => {
		const { clock, impression } = setUp();
		impression.playing();
		clock.now += 100;
		impression.playing();
		clock.now += 100;
		expect(impression.end(0).watchDuration).toBe(200);
	});
	it("counts how much of the clip was seen, also at another speed", () => {
		const { clock, impression } = setUp();
		impression.playing();
		clock.now += 1000;
		impression.playsAt(2);
		clock.now += 1000;
		impression.playsAt(1);
		clock.now += 500;
		impression.halted();
		impression.playsAt(2);
		clock.now += 9000;
		expect(impression.end(0).watchDuration).toBe(3500);
	});
	it("knows a loop from a seek", () => {
		const { impression } = setUp();
		impression.position(4);
		impression.position(0);
		expect(impression.end(0).replayed).toBe(false);
		impression.position(9.9);
		impression.position(0.1);
		expect(impression.end(0).replayed).toBe(true);
	});
	it("tells what was done, and not what was undone", () => {
		const { impression } = setUp();
		impression.did("liked");
		impression.did("shared");
		impression.did("liked", false);
		expect(impression.end(0)).toMatchObject({ liked: false, shared: true, followed: false });
	});
	it("leaves the start-up time out when no frame ever came", () => {
		expect(setUp().impression.end(0)).not.toHaveProperty("startupMs");
	});
	it("has an id of its own per impression", () => {
		expect(setUp().impression.eventId).not.toBe(setUp().impression.eventId);
	});
});
