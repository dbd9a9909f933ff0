import { fold } from "../../../contracts/words.ts";

/**
 * How a text is taken apart into what it is found by, for documents and queries alike. It is done here and not by Postgres' parser, which
 * knows letters only as far as the database's locale does.
 */

/** Scripts written without spaces: their runs stand for words, and pairs of letters within them are what is looked up. */
const UNSPACED = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"] as const;
type Unspaced = (typeof UNSPACED)[number];

const RUNS = new RegExp(
	[...UNSPACED.map((script) => `(?<${script}>[\\p{scx=${script}}]+)`), "(?<spaced>[\\p{L}\\p{M}\\p{N}]+)"].join("|"),
	"gu",
);
/** The spaced word must not swallow what follows of an unspaced script, nor one the letters of both. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-'’_.][\p{L}\p{M}\p{N}]+)*/gu;
const ANY_UNSPACED = new RegExp(`[${UNSPACED.map((script) => `\\p{Script=${script}}`).join("")}]`, "u");

export interface Word {
	/** Folded. */
	readonly text: string;
	/** Of a script without spaces: a run of it. */
	readonly script: Unspaced | null;
	/** The parts of a compound ("lo-fi", "rock'n'roll"), whose joined form is `text`; empty for a plain word. */
	readonly parts: readonly string[];
}

export const isUnspaced = (text: string): boolean => ANY_UNSPACED.test(text);

function* runsOf(text: string): Generator<Word> {
	for (const { groups = {} } of text.matchAll(RUNS)) {
		for (const [name, run] of Object.entries(groups)) {
			if (run !== undefined) {
				yield {
					text: run,
					script: name === "spaced" ? null : (name as Unspaced),
					parts: [],
				};
			}
		}
	}
}

/** Words of a text, in order. */
export function wordsIn(text: string): Word[] {
	const words: Word[] = [];
	for (const [whole] of fold(text).matchAll(WORD)) {
		if (isUnspaced(whole)) words.push(...runsOf(whole));
		else {
			const parts = whole.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
			words.push({
				text: parts.join(""),
				script: null,
				parts: parts.length > 1 ? parts : [],
			});
		}
	}
	return words;
}

/** Pairs of neighbouring letters of a run; the run itself where it is no longer than that. */
export function pairsOf(run: string): string[] {
	const letters = [...run];
	if (letters.length <= 2) return [run];
	return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

/** What a word is found by in a document. */
export function lexemesOf({ text, script, parts }: Word): string[] {
	if (script === null) return parts.length === 0 ? [text] : [text, ...parts];
	const single = script === "Han" ? [...text] : [];
	return [...new Set([...pairsOf(text), ...single])];
}
