import { describe, expect, it } from "vitest";
import { Showing } from "./showing.ts";

const setUp = () => {
	const clock = { now: 1000 };
	return { clock, showing: new Showing({ id: "7", durationMs: 10_000 }, "fyp", () => clock.now) };
};

describe("Showing", () => {
	it("counts only the time the picture moved", () => {
		const { clock, showing } = setUp();
		clock.now += 120;
		showing.playing();
		clock.now += 3000;
		showing.halted();
		clock.now += 60_000;
		showing.playing();
		clock.now += 500;
		expect(showing.end(5)).toMatchObject({ videoId: "7", watchDuration: 3500, totalDuration: 10_000, startupMs: 120, at: 5 });
	});
	it("counts nothing twice when told twice that it plays", () => {
		const { clock, showing } = setUp();
		showing.playing();
		clock.now += 100;
		showing.playing();
		clock.now += 100;
		expect(showing.end(0).watchDuration).toBe(200);
	});
	it("counts how much of the clip was seen, also at another speed", () => {
		const { clock, showing } = setUp();
		showing.playing();
		clock.now += 1000;
		showing.playsAt(2);
		clock.now += 1000;
		showing.playsAt(1);
		clock.now += 500;
		showing.halted();
		showing.playsAt(2);
		clock.now += 9000;
		expect(showing.end(0).watchDuration).toBe(3500);
	});
	it("knows a loop from a seek", () => {
		const { showing } = setUp();
		showing.position(4);
		showing.position(0);
		expect(showing.end(0).replayed).toBe(false);
		showing.position(9.9);
		showing.position(0.1);
		expect(showing.end(0).replayed).toBe(true);
	});
	it("tells what was done, and not what was undone", () => {
		const { showing } = setUp();
		showing.did("liked");
		showing.did("shared");
		showing.did("liked", false);
		expect(showing.end(0)).toMatchObject({ liked: false, shared: true, followed: false });
	});
	it("leaves the start-up time out when no frame ever came", () => {
		expect(setUp().showing.end(0)).not.toHaveProperty("startupMs");
	});
	it("has an id of its own per showing", () => {
		expect(setUp().showing.eventId).not.toBe(setUp().showing.eventId);
	});
});
