import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commit, resisted, SETTLE_MS, springAt, Velocity, WheelGate } from "./swipe.ts";

describe("commit", () => {
	it("goes on after a flick, however short", () => {
		expect(commit(0.08, 1.2)).toBe(1);
		expect(commit(-0.08, -1.2)).toBe(-1);
	});
	it("goes on after a slow drag past a quarter", () => {
		expect(commit(0.3, 0)).toBe(1);
	});
	it("stays after a short slow drag", () => {
		expect(commit(0.15, 0.1)).toBe(0);
	});
	it("stays when the finger flicked back", () => {
		expect(commit(0.5, -1)).toBe(0);
	});
});

describe("resisted", () => {
	it("follows the finger one to one between clips", () => {
		expect(resisted(0.37, true, true)).toBe(0.37);
	});
	it("holds back at the ends", () => {
		expect(resisted(-0.5, false, true)).toBeCloseTo(-0.15);
		expect(resisted(0.5, true, false)).toBeCloseTo(0.15);
	});
});

describe("springAt", () => {
	it("starts where the finger let go and is at rest after the settling time", () => {
		expect(springAt(0, -0.6, 0)).toBe(-0.6);
		expect(springAt(SETTLE_MS, -0.6, 3)).toBe(0);
	});
	it("is within a hundredth just before its end, from any release", () => {
		fc.assert(
			fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -4, max: 4, noNaN: true }), (from, speed) => {
				expect(Math.abs(springAt(SETTLE_MS - 1, from, speed))).toBeLessThan(0.01);
			}),
		);
	});
	it("never overshoots when let go at rest", () => {
		for (let t = 0; t < SETTLE_MS; t += 10) expect(springAt(t, 1, 0)).toBeGreaterThanOrEqual(0);
	});
});

describe("Velocity", () => {
	it("is the speed of the last moves", () => {
		const velocity = new Velocity();
		for (let t = 0; t <= 200; t += 16) velocity.add(t / 1000, t);
		expect(velocity.at(200)).toBeCloseTo(1, 5);
	});
	it("is nothing for a finger that rested before it left", () => {
		const velocity = new Velocity();
		velocity.add(0, 0);
		velocity.add(0.5, 50);
		expect(velocity.at(400)).toBe(0);
	});
});

describe("WheelGate", () => {
	it("makes one step of a push with its inertia", () => {
		const gate = new WheelGate();
		let steps = 0;
		for (let t = 0, delta = 120; t < 800; t += 16, delta *= 0.93) steps += gate.step(delta, t);
		expect(steps).toBe(1);
	});
	it("makes a step of each notch of a wheel", () => {
		const gate = new WheelGate();
		expect([0, 600, 1200].map((t) => gate.step(100, t))).toEqual([1, 1, 1]);
	});
	it("goes back on an upward push", () => {
		expect(new WheelGate().step(-100, 0)).toBe(-1);
	});
	it("ignores a brush of the wheel", () => {
		expect(new WheelGate().step(4, 0)).toBe(0);
	});
});
