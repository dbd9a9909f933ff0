import { pairsOf, type Word, wordsIn } from "../words.ts";

/** Words of a query that are looked for, and what they are looked for by; of more the rest is left out. */
const WORDS_MAX = 8;
const TOKENS_MAX = 12;

/** A word that is asked for, in every form it may have been meant in. */
export interface Token {
	/** Folded, as it was typed. */
	readonly text: string;
	/** Its part of what was asked for: a run without spaces is asked for by its pairs of letters, which count as one word together. */
	readonly share: number;
	/** Its parts, where a dash or the like joined them; any one of both ways of writing is meant. */
	readonly parts: readonly string[];
	/** Of a script without spaces. */
	readonly isRun: boolean;
}

export interface Query {
	readonly text: string;
	readonly tokens: readonly Token[];
	/** Whole query without anything between its letters: "Bob Jones" is asked for as "bobjones". */
	readonly squeezed: string;
	/** What is meant by a first sign: people by @, hashtags by #. */
	readonly sign: "@" | "#" | null;
}

/** Short runs of Hiragana between others are particles and endings, and say nothing alone. */
const isParticle = (text: string): boolean => /^\p{Script=Hiragana}{1,2}$/u.test(text);

function tokensOf({ text, script, parts }: Word): Token[] {
	const texts = script === null ? [text] : pairsOf(text);
	return texts.map((one) => ({
		text: one,
		share: 1 / texts.length,
		parts,
		isRun: script !== null,
	}));
}

export function parseQuery(text: string): Query {
	const trimmed = text.trim();
	const words = wordsIn(trimmed);
	const telling = words.filter((word) => !isParticle(word.text));
	const tokens = (telling.length === 0 ? words : telling).slice(0, WORDS_MAX).flatMap(tokensOf).slice(0, TOKENS_MAX);
	const [first] = trimmed.normalize("NFKC");
	return {
		text: trimmed,
		tokens,
		squeezed: words.map((word) => word.text).join(""),
		sign: first === "@" || first === "#" ? first : null,
	};
}
