import { expect, test } from "vitest";
import { Rate, SHARDS, shardOf } from "./split.ts";

const SPLIT = { from: 1_000, shards: SHARDS };

test("every batch belongs to the video's own object until it is split, and those closed before stay there", () => {
	expect(shardOf(null, "a", 5_000)).toBeNull();
	expect(shardOf(SPLIT, "a", 999)).toBeNull();
	expect(shardOf(SPLIT, "a", 1_000)).not.toBeNull();
});

test("a batch belongs to the same sub-object each time, and batches spread evenly", () => {
	const counts = new Array<number>(SHARDS).fill(0);
	for (let batch = 0; batch < 8_000; batch++) {
		const shard = shardOf(SPLIT, `session.${batch}`, 2_000) ?? -1;
		expect(shardOf(SPLIT, `session.${batch}`, 2_000)).toBe(shard);
		counts[shard] = (counts[shard] ?? 0) + 1;
	}
	for (const count of counts) expect(count).toBeGreaterThan(800);
});

test("the rate counts within a second and begins anew with the next", () => {
	const rate = new Rate();
	expect(rate.add(300, 1_000)).toBe(300);
	expect(rate.add(300, 1_999)).toBe(600);
	expect(rate.add(1, 2_000)).toBe(1);
});
