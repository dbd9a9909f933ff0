import { isUnspaced } from "../words.ts";

/**
 * Words and what they mean: a sentence encoder distilled to one short vector a word, so that a query is embedded where it is asked, in
 * microseconds. Made by `local/search-words/make-table.ts`, which says of what. The file: `RLWT`, its header's length (u32 LE), the
 * header as JSON, the words (UTF-8, one a line), a weight each (u8), a vector each (i8), and the cells' middles (i8), scale 1/127.
 */
const MAGIC = "RLWT";

interface Header {
	/** Vectors of different versions can't be compared. */
	readonly version: string;
	readonly dimensions: number;
	readonly words: number;
	readonly cells: number;
	readonly wordBytes: number;
}

export interface WordTable {
	readonly version: string;
	readonly dimensions: number;
	/** Cells that the space is parted into. */
	readonly cells: number;
	/** Row of a folded word; undefined for one that is not known. */
	rowOf(word: string): number | undefined;
	/** How much a word says, 0 to 1: the common ones little. */
	weightOf(row: number): number;
	/** `into` += weight × the word's vector. */
	addTo(into: Float32Array, row: number, weight: number): void;
	/** Cosine of a unit vector with a cell's middle. */
	nearnessTo(cell: number, vector: Float32Array): number;
	/** Characters of the longest word in a script without spaces. */
	readonly longestUnspaced: number;
}

export interface TableContents {
	readonly version: string;
	readonly words: readonly string[];
	readonly weights: readonly number[];
	readonly vectors: readonly Float32Array[];
	readonly cells: readonly Float32Array[];
}

const SCALE = 127;
const stored = (vector: Float32Array): Uint8Array => new Uint8Array(Int8Array.from(vector, (value) => Math.round(value * SCALE)).buffer);

/** The file's bytes. Vectors have unit length, words are folded and each there once, weights are between 0 and 1. */
export function writeTable({ version, words, weights, vectors, cells }: TableContents): Uint8Array {
	const text = new TextEncoder().encode(words.join("\n"));
	const header: Header = {
		version,
		dimensions: vectors[0]?.length ?? 0,
		words: words.length,
		cells: cells.length,
		wordBytes: text.length,
	};
	const head = new TextEncoder().encode(JSON.stringify(header));
	const length = new Uint8Array(4);
	new DataView(length.buffer).setUint32(0, head.length, true);
	const parts = [
		new TextEncoder().encode(MAGIC),
		length,
		head,
		text,
		Uint8Array.from(weights, (weight) => Math.round(weight * 255)),
		...vectors.map(stored),
		...cells.map(stored),
	];
	const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}

/** @throws when it is no such file, or was cut */
export function readTable(bytes: Uint8Array): WordTable {
	const decoder = new TextDecoder();
	if (decoder.decode(bytes.subarray(0, 4)) !== MAGIC) throw new Error("Not a table of words.");
	const headLength = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true);
	const header = JSON.parse(decoder.decode(bytes.subarray(8, 8 + headLength))) as Header;
	const { dimensions } = header;
	const wordsAt = 8 + headLength;
	const weightsAt = wordsAt + header.wordBytes;
	const vectorsAt = weightsAt + header.words;
	const cellsAt = vectorsAt + header.words * dimensions;
	if (cellsAt + header.cells * dimensions !== bytes.length) throw new Error("The table of words is damaged: its length is wrong.");
	const numbers = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const rows = new Map<string, number>();
	let longestUnspaced = 0;
	for (const word of decoder.decode(bytes.subarray(wordsAt, weightsAt)).split("\n")) {
		if (isUnspaced(word)) longestUnspaced = Math.max(longestUnspaced, word.length);
		rows.set(word, rows.size);
	}
	return {
		version: header.version,
		dimensions,
		cells: header.cells,
		longestUnspaced,
		rowOf: (word) => rows.get(word),
		weightOf: (row) => (bytes[weightsAt + row] ?? 0) / 255,
		addTo(into, row, weight) {
			const from = vectorsAt + row * dimensions;
			for (let i = 0; i < dimensions; i++) into[i] = (into[i] ?? 0) + ((numbers[from + i] ?? 0) * weight) / SCALE;
		},
		nearnessTo(cell, vector) {
			const from = cellsAt + cell * dimensions;
			let sum = 0;
			for (let i = 0; i < dimensions; i++) sum += (numbers[from + i] ?? 0) * (vector[i] ?? 0);
			return sum / SCALE;
		},
	};
}
