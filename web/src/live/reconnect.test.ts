import { describe, expect, it } from "vitest";
import { seeded } from "../../../contracts/seeded.ts";
import { Reconnect } from "./reconnect.ts";

describe("coming back", () => {
	it("asks at once the very first time", () => {
		expect(new Reconnect(() => 0.5).nextDelay()).toBe(0);
	});

	it("2 000 clients that lose their sockets at one moment come back evenly over five seconds", () => {
		const random = seeded(7);
		const delays = Array.from({ length: 2_000 }, () => {
			const client = new Reconnect(random);
			client.nextDelay();
			client.held();
			return client.nextDelay();
		});
		expect(Math.max(...delays)).toBeLessThanOrEqual(5_000);
		expect(Math.min(...delays)).toBeGreaterThanOrEqual(250);
		const perSecond = [0, 1, 2, 3, 4].map((second) => delays.filter((delay) => Math.floor(delay / 1_000) === second).length);
		expect(Math.max(...perSecond)).toBeLessThan(500);
	});

	it.each([
		[1, 5_000],
		[2, 10_000],
		[3, 20_000],
		[4, 40_000],
		[5, 60_000],
		[50, 60_000],
	])("after %i failures waits at most %i ms", (failures, most) => {
		const latest = new Reconnect(() => 1 - Number.EPSILON);
		for (let tried = 0; tried < failures; tried++) latest.nextDelay();
		expect(latest.nextDelay()).toBeCloseTo(most, 3);
	});

	it("begins anew once the socket held, and hurries when the device is back online", () => {
		const latest = new Reconnect(() => 1 - Number.EPSILON);
		for (let tried = 0; tried < 9; tried++) latest.nextDelay();
		latest.hurry();
		expect(latest.nextDelay()).toBeCloseTo(1_000, 3);
		latest.held();
		expect(latest.nextDelay()).toBeCloseTo(5_000, 3);
	});
});
