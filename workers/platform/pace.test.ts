import { describe, expect, it } from "vitest";
import { restAndSee } from "./pace.ts";

describe("a rest", () => {
	it("says whether it took much longer than it was meant to", async () => {
		const taking = (ms: number) => {
			let now = 0;
			return () => {
				const told = now;
				now += ms;
				return told;
			};
		};
		expect(await restAndSee(5, taking(5))).toBe(false);
		expect(await restAndSee(5, taking(24))).toBe(false);
		expect(await restAndSee(5, taking(60))).toBe(true);
	});

	it("lasts as long as it is meant to", async () => {
		const started = performance.now();
		await restAndSee(30, Date.now);
		expect(performance.now() - started).toBeGreaterThan(28);
	});

	it("is found long when the thread was busy meanwhile", async () => {
		const resting = restAndSee(5, Date.now);
		const until = performance.now() + 60;
		while (performance.now() < until);
		expect(await resting).toBe(true);
	});
});
