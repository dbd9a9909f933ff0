import { normalise } from "../../../../recommender/vectors.ts";
import { type Word, wordsIn } from "../words.ts";
import type { WordTable } from "./table.ts";

/** The shortest word that a compound may be made of. */
const PART_AT_LEAST = 3;
/** Sounds that German joins words by; none for most. */
const JOINTS = ["", "n", "s", "en", "es"];
/** A compound that is known by its parts alone says less for certain. */
const OF_PARTS = 0.7;

/** A text, or several of different weight, and what to make of its words. */
export interface Passage {
	readonly text: string;
	readonly weight: number;
}

/**
 * What the passages mean: the sum of their words' vectors, each by how much it says (Arora and others, 2017).
 * @returns of unit length; null when no word is known
 */
export function meaningOf(table: WordTable, passages: readonly Passage[]): Float32Array | null {
	const sum = new Float32Array(table.dimensions);
	for (const { text, weight } of passages) for (const word of wordsIn(text)) addWord(table, sum, word, weight);
	return sum.every((value) => value === 0) ? null : normalise(sum);
}

function addWord(table: WordTable, sum: Float32Array, word: Word, weight: number): void {
	if (word.script !== null) {
		addRun(table, sum, word.text, weight);
		return;
	}
	if (add(table, sum, word.text, weight)) return;
	if (word.parts.length > 0) {
		for (const part of word.parts) add(table, sum, part, weight);
		return;
	}
	const parts = partsOf(table, word.text);
	for (const part of parts) add(table, sum, part, weight * OF_PARTS);
}

function add(table: WordTable, sum: Float32Array, word: string, weight: number): boolean {
	const row = table.rowOf(word);
	if (row === undefined) return false;
	table.addTo(sum, row, weight * table.weightOf(row));
	return true;
}

/** A run of a script without spaces, by the longest words that are known, from its beginning on. */
function addRun(table: WordTable, sum: Float32Array, run: string, weight: number): void {
	for (let at = 0; at < run.length; ) {
		let length = Math.min(table.longestUnspaced, run.length - at);
		while (length > 0 && !add(table, sum, run.slice(at, at + length), weight)) length--;
		at += Math.max(1, length);
	}
}

/** Two known words that a compound is made of ("katzenvideo", "sunsetlover"), the longest first part first; none where there are no such. */
function partsOf(table: Pick<WordTable, "rowOf">, word: string): string[] {
	for (let at = word.length - PART_AT_LEAST; at >= PART_AT_LEAST; at--) {
		const [first, second] = [word.slice(0, at), word.slice(at)];
		if (table.rowOf(second) === undefined) continue;
		const known = JOINTS.filter((joint) => first.endsWith(joint))
			.map((joint) => first.slice(0, first.length - joint.length))
			.find((part) => part.length >= PART_AT_LEAST && table.rowOf(part) !== undefined);
		if (known !== undefined) return [known, second];
	}
	return [];
}
