import { describe, expect, it } from "vitest";
import { seeded } from "../contracts/seeded.ts";
import { dot } from "../recommender/vectors.ts";
import { solveInPlace } from "./cholesky.ts";
import { countPairs, ITEMS_MAX } from "./cowatch.ts";
import { EVENTS_PER_VIEWER, type Event, toHistories } from "./histories.ts";
import { NEIGHBOUR_OPTIONS, trainNeighbours } from "./neighbours.ts";
import { alignVectors } from "./vectors.ts";

/** Viewers who like either the even or the odd videos. */
function twoCamps(viewers: number, items: number): Event[][] {
	const random = seeded(3);
	return Array.from({ length: viewers }, (_, viewer) =>
		Array.from({ length: 12 }, (_, place) => {
			const item = Math.floor(random() * items);
			return { item, longView: item % 2 === viewer % 2, at: place };
		}),
	);
}
const options = { ...NEIGHBOUR_OPTIONS, ridge: 20 };

describe("solving", () => {
	it("finds x of A·x = b", () => {
		const b = Float64Array.from([1, 2, 3]);
		expect(solveInPlace(Float64Array.from([4, 1, 0, 1, 3, 1, 0, 1, 2]), 3, [b])).toBe(true);
		const [x = 0, y = 0, z = 0] = b;
		expect([4 * x + y, x + 3 * y + z, y + 2 * z]).toEqual([expect.closeTo(1), expect.closeTo(2), expect.closeTo(3)]);
	});

	it("refuses a matrix that is not positive definite", () => {
		expect(solveInPlace(Float64Array.from([1, 2, 2, 1]), 2, [new Float64Array(2)])).toBe(false);
	});
});

describe("neighbours", () => {
	const table = trainNeighbours(toHistories(twoCamps(600, 20), 20), options);

	it("link what the same people watch, stronger than the rest", () => {
		table.ids.forEach((ids, item) => {
			const same = [...ids].slice(0, 5).filter((other) => other % 2 === item % 2).length;
			expect(same).toBeGreaterThanOrEqual(4);
			expect([...ids]).not.toContain(item);
		});
	});

	it("are sorted by weight and no more than asked for", () => {
		const few = trainNeighbours(toHistories(twoCamps(600, 20), 20), { ...options, kept: 3 });
		for (const weights of few.weights) {
			expect(weights.length).toBeLessThanOrEqual(3);
			expect([...weights]).toEqual([...weights].sort((a, b) => b - a));
		}
	});

	it("of an empty archive are none", () => {
		expect(trainNeighbours(toHistories([], 0)).ids).toEqual([]);
		expect(trainNeighbours(toHistories([[]], 3)).ids.every((ids) => ids.length === 0)).toBe(true);
	});

	it("of a catalogue too large to count at once are those of its most met videos", () => {
		const items = ITEMS_MAX + 2_000;
		expect(() => countPairs(toHistories([], items))).toThrow(RangeError);
	});

	it("hardly move for one bot that watches everything", () => {
		const people = twoCamps(600, 20);
		const bot = Array.from({ length: 5_000 }, (_, place) => ({ item: place % 20, longView: true, at: place }));
		const withBot = toHistories([...people, bot], 20);
		expect(withBot.items.length).toBe(600 * 12 + EVENTS_PER_VIEWER);
		const moved = trainNeighbours(withBot, options);
		moved.ids.forEach((ids, item) => {
			expect([...ids].slice(0, 4).filter((other) => other % 2 === item % 2).length).toBeGreaterThanOrEqual(3);
		});
	});
});

describe("vectors", () => {
	const table = trainNeighbours(toHistories(twoCamps(600, 20), 20), options);
	const random = seeded(9);
	const content = Array.from({ length: 21 }, () => Float32Array.from({ length: 8 }, () => random() - 0.5));
	const views = Array.from({ length: 21 }, (_, item) => (item === 20 ? 0 : 100));
	const grown = { ids: [...table.ids, new Uint32Array(0)], weights: [...table.weights, new Float32Array(0)] };
	const vectors = alignVectors(content, grown, views, 8);
	const likeness = (a: number, b: number): number => dot(vectors[a] ?? new Float32Array(8), vectors[b] ?? new Float32Array(8));

	it("of videos the same people watch come near each other", () => {
		expect(likeness(0, 2)).toBeGreaterThan(likeness(0, 1) + 0.1);
	});

	it("of a video nobody watched stay where its content puts it", () => {
		const own = content[20] ?? new Float32Array(8);
		const length = Math.hypot(...own);
		expect([...(vectors[20] ?? [])]).toEqual([...own].map((value) => expect.closeTo(value / length, 5)));
	});

	it("have unit length, and are null where nothing is known", () => {
		for (const vector of vectors) expect(Math.hypot(...(vector ?? [1]))).toBeCloseTo(1, 4);
		expect(alignVectors([null], { ids: [], weights: [] }, [0], 8)).toEqual([null]);
	});
});
