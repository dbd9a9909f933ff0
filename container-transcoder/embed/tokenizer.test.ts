import { describe, expect, it } from "vitest";
import { createTokenizer, type Vocabulary } from "./tokenizer.ts";

const control: Vocabulary = ["<unk>", "<s>", "</s>", "x", "y", "z"].map((piece): [string, number] => [piece, 0]);
const words: Vocabulary = [
	["▁", -4],
	["▁sea", -2],
	["side", -2],
	["▁seaside", -3],
	["s", -5],
	["▁wave", -2],
];
const tokenize = createTokenizer([...control, ...words]);
const id = (piece: string) => control.length + words.findIndex(([word]) => word === piece);

describe("tokenizer", () => {
	it("takes the likeliest split, not the longest pieces first", () => {
		expect(tokenize("seaside")).toEqual([id("▁seaside")]);
		const other = createTokenizer([
			...control,
			...words.map(([piece, score]): [string, number] => [piece, piece === "▁seaside" ? -9 : score]),
		]);
		expect(other("seaside")).toEqual([id("▁sea"), id("side")]);
	});

	it("marks the beginning of every word", () => {
		expect(tokenize("sea waves")).toEqual([id("▁sea"), id("▁wave"), id("s")]);
	});

	it("makes one unknown token of a run of unknown characters", () => {
		expect(tokenize("sea☃☃☃")).toEqual([id("▁sea"), 0]);
	});

	it("never matches control tokens in text", () => {
		expect(tokenize("x")).toEqual([id("▁"), 0]);
	});

	it("gives nothing for nothing", () => {
		expect(tokenize("")).toEqual([]);
	});

	it("takes a text of 10 000 characters in its stride", () => {
		const started = performance.now();
		expect(tokenize("sea waves ".repeat(1000)).length).toBeGreaterThan(3000);
		expect(performance.now() - started).toBeLessThan(1000);
	});
});
