import { describe, expect, it } from "vitest";
import type { NeighbourList } from "../recommender/neighbours.ts";
import { fittingJson } from "./publish.ts";

const lists = Object.fromEntries(
	Array.from({ length: 30 }, (_, video) => [
		`10000000000000${video}`,
		{
			ids: Array.from({ length: 50 }, (_, place) => `2000000000000${place}`),
			weights: Array.from({ length: 50 }, (_, place) => 1 / (place + 1)),
		},
	]),
);

describe("what is served out of one value", () => {
	it("is left whole when it fits", () => {
		expect(JSON.parse(fittingJson(lists, 1e6))).toEqual(lists);
	});

	it("keeps every video and its strongest links when it would be too large", () => {
		const max = 20_000;
		const json = fittingJson(lists, max);
		expect(json.length).toBeLessThanOrEqual(max);
		expect(json.length).toBeGreaterThan(max * 0.6);
		const kept = JSON.parse(json) as Record<string, NeighbourList>;
		expect(Object.keys(kept)).toEqual(Object.keys(lists));
		for (const [id, { ids, weights }] of Object.entries(kept)) {
			expect(ids).toEqual(lists[id]?.ids.slice(0, ids.length));
			expect(weights).toHaveLength(ids.length);
		}
	});

	it("is empty lists rather than nothing when not even one link each fits", () => {
		expect(Object.keys(JSON.parse(fittingJson(lists, 10)) as object)).toHaveLength(30);
	});
});
