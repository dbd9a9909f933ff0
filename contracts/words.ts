import { HASHTAG_LENGTH_MAX } from "./limits.ts";

/**
 * The one place that says how people's words are written down and how they are compared: hashtags of a video, filters, look-up.
 * Apart from the schemas, so that the client can take it alone.
 */

/** Signs without a shape of their own: soft hyphen, direction marks, zero-width spaces, fillers, variation selectors, joiners. */
const SHAPELESS = /\p{Default_Ignorable_Code_Point}/gu;
/** Of these, what changes how letters beside it are drawn: (non-)joiners in Persian and Indic words, variants of Mongolian and Han letters. */
const SHAPING = /\u200c|\u200d|[\u180b-\u180d\u180f]|[\u{e0100}-\u{e01ef}]/u;
/** A (non-)joiner that joins nothing. */
const STRAY_JOINER = /(?<![\p{L}\p{M}])[\u200c\u200d]+|[\u200c\u200d]+(?!\p{L})/gu;
/** What NFKC takes apart or runs together so that it is drawn another way: Thai and Lao AM under a tone mark, and Korean letters that stand alone (ㅋㅋㅋ). */
const KEPT = /[^\u0e33\u0eb3\u3131-\u3163\u3165-\u318e]+/gu;

/** Text as it is stored and shown: Unicode's NFKC (UAX #15), but for a few letters that it would have drawn another way, without signs that nobody sees. */
export const written = (text: string): string =>
	text.replace(KEPT, (some) => some.normalize("NFKC")).replace(SHAPELESS, (sign) => (SHAPING.test(sign) ? sign : ""));

/** Text without regard to case, for comparing. Of the Turkish letters dotted and dotless I are one with the others: few type them elsewhere. */
const caseless = (text: string): string =>
	// Down first: the capital ẞ has no capital of its own.
	text.toLowerCase().toUpperCase().toLowerCase().replaceAll("i\u0307", "i").replaceAll("ς", "σ");

/** Points that readers of Hebrew and Arabic write or leave out, and the stroke that only lengthens an Arabic word. */
const OPTIONAL = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670\u0640]/gu;

/** A sign within a word of some script: the middle dot of Catalan, marks of Hebrew abbreviations, the stop between Tibetan syllables. */
const WITHIN = "·׳״་";
export const LETTER = "\\p{L}\\p{N}_";
export const MARK = "\\p{Mn}\\p{Mc}\\u200c\\u200d";
export const HASHTAG = `[${LETTER}](?:[${LETTER}${MARK}]|[${WITHIN}](?=[${LETTER}]))*`;
const WHOLE_HASHTAG = new RegExp(`^${HASHTAG}$`, "u");
const NO_PART_OF_A_HASHTAG = new RegExp(`[^${LETTER}${MARK}${WITHIN}]|[${WITHIN}](?![${LETTER}])|^[${MARK}${WITHIN}]+`, "gu");

/** A hashtag as it was typed, in the form in which it is stored and shown. It may be none: ask `isHashtag`. */
export const writtenHashtag = (text: string): string => written(text).trim().replace(/^#+/, "").replace(STRAY_JOINER, "");

/** Whether a written text can be a hashtag: letters with their marks, digits and underscores, at least one a letter or digit. */
export const isHashtag = (text: string): boolean => WHOLE_HASHTAG.test(text) && /[\p{L}\p{N}]/u.test(hashtagKey(text));

/** How long a hashtag is: what a limit counts, Unicode characters and not the halves that some are stored in. */
export const lengthOf = (text: string): number => [...text].length;

/** The nearest hashtag to what was typed, for a field that takes only such; empty when there is none. */
export function nearestHashtag(text: string): string {
	const letters = [...writtenHashtag(text).replace(NO_PART_OF_A_HASHTAG, "")].slice(0, HASHTAG_LENGTH_MAX).join("");
	const tag = letters.replace(STRAY_JOINER, "").replace(NO_PART_OF_A_HASHTAG, "");
	return isHashtag(tag) ? tag : "";
}

/**
 * What a hashtag is looked up by: the same for one tag typed in another case, form or width, with or without what only shapes
 * or points it. Accents stay: in Vietnamese and many other languages they make another word.
 */
export const hashtagKey = (tag: string): string =>
	caseless(tag.normalize("NFKC").replace(SHAPELESS, "").replace(OPTIONAL, "")).normalize("NFKC");

/** Each hashtag once by its key, the first spelling of it; in order. */
export function distinctHashtags(tags: readonly string[]): string[] {
	const byKey = new Map<string, string>();
	for (const tag of tags) if (!byKey.has(hashtagKey(tag))) byKey.set(hashtagKey(tag), tag);
	return [...byKey.values()];
}

/** Accents of scripts in which a word is the same word without them. Kana's, Hangul's and the vowel signs of Indic scripts are not among them. */
const ACCENTS = /[\u0300-\u036f]/gu;
/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = { ø: "o", đ: "d", ł: "l", æ: "ae", œ: "oe", ħ: "h" };

/** Text without case, accents and shaping, for filters, which rather hide too much: "Straße" and "STRASSE", "café" and "CAFE" are the same. */
export function fold(text: string): string {
	const plain = text.normalize("NFKD").replace(ACCENTS, "").replace(OPTIONAL, "").replace(SHAPELESS, "").normalize("NFC");
	return caseless(plain).replace(/[øđłæœħ]/gu, (letter) => LETTERS[letter] ?? letter);
}
