import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { oneAtATime, workThrough } from "./pool.ts";

const never = new AbortController().signal;

describe("working through items", () => {
	it("takes them in their order, never more at a time than allowed", async () => {
		const [begun, atOnce] = [[] as number[], { now: 0, most: 0 }];
		await workThrough([1, 2, 3, 4, 5, 6], 2, never, async (item) => {
			begun.push(item);
			atOnce.most = Math.max(atOnce.most, ++atOnce.now);
			await sleep(2);
			atOnce.now--;
		});
		expect(begun).toEqual([1, 2, 3, 4, 5, 6]);
		expect(atOnce.most).toBe(2);
	});

	it("hands failures back with their items, the others done", async () => {
		const done: number[] = [];
		const failures = await workThrough([1, 2, 3], 1, never, async (item) => {
			if (item === 2) throw new Error("two");
			done.push(item);
		});
		expect(done).toEqual([1, 3]);
		expect(failures).toEqual([{ item: 2, error: new Error("two") }]);
	});

	it("begins no further item once stopped, and throws the reason", async () => {
		const stopping = new AbortController();
		const begun: number[] = [];
		const work = workThrough([1, 2, 3], 1, stopping.signal, async (item) => {
			begun.push(item);
			stopping.abort(new Error("stop"));
		});
		await expect(work).rejects.toThrow("stop");
		expect(begun).toEqual([1]);
	});
});

describe("one at a time", () => {
	it("lets the next one in after the last, failed or not", async () => {
		const inTurn = oneAtATime();
		const order: string[] = [];
		const first = inTurn(async () => {
			await sleep(5);
			order.push("first");
			throw new Error("first failed");
		});
		const second = inTurn(async () => order.push("second"));
		await expect(first).rejects.toThrow("first failed");
		await second;
		expect(order).toEqual(["first", "second"]);
	});
});
