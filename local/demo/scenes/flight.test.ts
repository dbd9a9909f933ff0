import { describe, expect, it } from "vitest";
import { bounces, flightAt, planFlights } from "./flight.ts";

const plan = (seed: number) => planFlights({ seconds: 8, variant: 3, seed });

describe("a ball's flight", () => {
	it("touches the floor at every bounce and flies between", () => {
		for (const flight of plan(1)) {
			const strikes = bounces(flight);
			expect(strikes.length).toBeGreaterThan(4);
			for (const strike of strikes) {
				expect(flightAt(flight, strike).y).toBeCloseTo(0, 6);
				expect(flightAt(flight, strike + 0.2).y).toBeGreaterThan(0.1);
			}
		}
	});

	it("never jumps: from frame to frame it moves a little", () => {
		for (const flight of plan(2)) {
			for (let t = 0; t < 8; t += 1 / 24) {
				const [now, next] = [flightAt(flight, t), flightAt(flight, t + 1 / 24)];
				expect(Math.hypot(next.x - now.x, next.y - now.y, next.z - now.z)).toBeLessThan(0.5);
			}
		}
	});

	it("stays on the court", () => {
		for (const flight of plan(3)) {
			for (let t = 0; t < 8; t += 0.05) {
				const { x, y, z } = flightAt(flight, t);
				expect(Math.abs(x)).toBeLessThanOrEqual(1);
				expect(y).toBeGreaterThanOrEqual(0);
				expect(z).toBeGreaterThanOrEqual(0);
				expect(z).toBeLessThanOrEqual(1);
			}
		}
	});

	it("is the same for picture and sound: one seed, one plan", () => {
		expect(plan(4)).toEqual(plan(4));
		expect(plan(4)).not.toEqual(plan(5));
	});
});
