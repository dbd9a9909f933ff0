import { describe, expect, it } from "vitest";
import { dot } from "../../../../recommender/vectors.ts";
import { meaningOf } from "./embed.ts";
import { cellsOfDocument, cellsOfQuery, sketchOf } from "./sketch.ts";
import { readTable, writeTable } from "./table.ts";

const unit = (...values: number[]) => {
	const length = Math.hypot(...values);
	return Float32Array.from(values, (value) => value / length);
};
const CONTENTS = {
	version: "t1",
	words: ["cat", "katze", "the", "video", "猫", "car"],
	weights: [1, 1, 0.02, 0.5, 1, 1],
	vectors: [unit(1, 0.1, 0), unit(1, 0.2, 0), unit(0, 0, 1), unit(0, 1, 1), unit(1, 0, 0.1), unit(0, 1, 0)],
	cells: [unit(1, 0, 0), unit(0, 1, 0), unit(0, 0, 1)],
};
const bytes = writeTable(CONTENTS);
const table = readTable(bytes);
const near = (a: string, b: string) => {
	const [x, y] = [a, b].map((text) => meaningOf(table, [{ text, weight: 1 }]));
	return x && y ? dot(x, y) : 0;
};

describe("the table of words", () => {
	it("is read as it was written", () => {
		expect([table.version, table.dimensions, table.cells, table.longestUnspaced]).toEqual(["t1", 3, 3, 1]);
		expect(CONTENTS.words.map((word) => table.rowOf(word))).toEqual([0, 1, 2, 3, 4, 5]);
		expect(table.rowOf("dog")).toBeUndefined();
		expect(table.weightOf(3)).toBeCloseTo(0.5, 2);
	});

	it("is refused when it is none, or was cut", () => {
		expect(() => readTable(new Uint8Array(40))).toThrow("Not a table");
		expect(() => readTable(bytes.subarray(0, bytes.length - 1))).toThrow("damaged");
	});
});

describe("what a text means", () => {
	it("is near what means the same in another language, and far from what does not", () => {
		expect(near("cat", "Katze")).toBeGreaterThan(0.95);
		expect(near("the cat", "猫")).toBeGreaterThan(0.95);
		expect(near("cat", "car")).toBeLessThan(0.2);
	});

	it("is known of a compound by its parts, and of a run without spaces by the words in it", () => {
		expect(near("Katzenvideo", "katze")).toBeGreaterThan(0.7);
		expect(near("猫猫", "cat")).toBeGreaterThan(0.95);
		expect(meaningOf(table, [{ text: "zzz", weight: 1 }])).toBeNull();
	});

	it("weighs passages", () => {
		const both = (weight: number) =>
			meaningOf(table, [
				{ text: "cat", weight: 1 },
				{ text: "car", weight },
			]);
		const cat = meaningOf(table, [{ text: "cat", weight: 1 }]);
		expect(dot(both(0.2) ?? unit(1), cat ?? unit(1))).toBeGreaterThan(dot(both(1) ?? unit(1), cat ?? unit(1)));
	});
});

describe("where a meaning is looked for", () => {
	it("in the nearest cells, a query in at least those of a document that means the same", () => {
		const cat = meaningOf(table, [{ text: "cat", weight: 1 }]) ?? unit(1);
		expect(cellsOfDocument(table, cat)[0]).toBe(0);
		expect(cellsOfQuery(table, cat)).toEqual(expect.arrayContaining(cellsOfDocument(table, cat)));
	});

	it("by signs that differ the more, the wider the angle", () => {
		const differing = (a: Float32Array, b: Float32Array) => [...sketchOf(a)].filter((sign, at) => sign !== sketchOf(b)[at]).length;
		const [one, close, far] = [unit(1, 0, 0), unit(1, 0.2, 0), unit(0, 1, 0)];
		expect(sketchOf(one)).toMatch(/^[01]{128}$/);
		expect(differing(one, close)).toBeLessThan(differing(one, far));
	});
});
