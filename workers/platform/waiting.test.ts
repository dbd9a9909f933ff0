import { describe, expect, it } from "vitest";
import { singleFlight, untilDone, within } from "./waiting.ts";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("one flight for many callers", () => {
	it("runs once for all who come meanwhile, and anew for who comes after", async () => {
		let runs = 0;
		const fly = singleFlight(Date.now, async () => {
			await pause(20);
			return ++runs;
		});
		expect(await Promise.all([fly(), fly(), pause(10).then(fly)])).toEqual([1, 1, 1]);
		expect(await fly()).toBe(2);
	});

	it("fails for all who come meanwhile when it fails, and not for good", async () => {
		let runs = 0;
		const fly = singleFlight(Date.now, async () => {
			await pause(10);
			if (++runs === 1) throw new Error("down");
			return runs;
		});
		const outcomes = await Promise.allSettled([fly(), fly()]);
		expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
		expect(await fly()).toBe(2);
	});

	it("is flown anew when the one under way never lands", async () => {
		let now = 0;
		let runs = 0;
		const fly = singleFlight(
			() => now,
			() => (++runs === 1 ? new Promise<number>(() => undefined) : Promise.resolve(runs)),
		);
		void fly();
		now = 3_990;
		expect(await fly()).toBe(2);
	});
});

it("waiting ends when it is done, or when patience does", async () => {
	let looks = 0;
	expect(await untilDone(() => false, 5)).toBe(false);
	expect(await untilDone(() => ++looks > 3, 5_000)).toBe(true);
});

describe("patience", () => {
	/** As a password's hash does: nothing else runs meanwhile. */
	const holdUp = (ms: number) => {
		const until = performance.now() + ms;
		while (performance.now() < until);
	};

	it("ends with what does not answer", async () => {
		await expect(within(10, "it", new Promise(() => undefined))).rejects.toThrow("it took more than 10 ms");
	});

	it("takes an answer that came in time while this process itself was held up", async () => {
		const answer = within(50, "it", pause(55));
		await pause(1);
		holdUp(120);
		// Both are due by now, and the end of patience before the answer.
		expect(await answer).toBeUndefined();
	});
});
