/** A text as words are looked up in it, with the place of each sign in what was written. */
export interface Folded {
	readonly text: string;
	/** UTF-16 offsets. */
	readonly at: readonly number[];
}

/** Digits and signs that stand for letters, next to one. */
const LEET: Readonly<Record<string, string>> = {
	"0": "o",
	"1": "i",
	"3": "e",
	"4": "a",
	"5": "s",
	"7": "t",
	"@": "a",
	$: "s",
	"€": "e",
	"!": "i",
};
/** Cyrillic and Greek letters that look like Latin ones: read so in a word that has Latin letters as well. */
const ALIKE: Readonly<Record<string, string>> = Object.fromEntries(
	[..."аеорсухкмтвніοαεικνρτυ"].map((sign, n) => [sign, "aeopcyxkmtbhioaeiknptu"[n] ?? sign]),
);
/** Soft hyphens, joiners, marks of direction and of variants. */
const UNSEEN = /\p{Cf}|\p{Variation_Selector}/u;
const LETTER = /\p{L}|\p{M}/u;
const WORDY = /\p{L}|\p{M}|\p{N}/u;

interface Sign {
	readonly value: string;
	readonly at: number;
}

/** Case, accents, width, invisible signs, signs for letters, letters drawn out, and spaces between single letters are taken away. */
export function fold(written: string): Folded {
	const signs = spelled(unaccented(written));
	const words = split(signs).map(readable);
	const out = rejoined(words);
	return { text: out.map(({ value }) => value).join(""), at: out.map(({ at }) => at) };
}

/** The same of a term. */
export const foldTerm = (term: string): string => fold(term).text.trim();

function unaccented(written: string): Sign[] {
	const signs: Sign[] = [];
	let at = 0;
	for (const sign of written) {
		if (!UNSEEN.test(sign)) {
			// Marks of scripts that are written with them stay; those over Latin, Greek and Cyrillic letters go.
			const bare = sign
				.normalize("NFKD")
				.replace(/[\u0300-\u036f]/g, "")
				.normalize("NFC")
				.toLowerCase();
			for (const value of bare.replaceAll("ß", "ss").replaceAll("đ", "d").replaceAll("ı", "i").replaceAll("ł", "l"))
				signs.push({ value, at });
		}
		at += sign.length;
	}
	return signs;
}

const spelled = (signs: readonly Sign[]): Sign[] =>
	signs.map((sign, n) => {
		const letter = LEET[sign.value];
		if (letter === undefined) return sign;
		const [before, after] = [signs[n - 1]?.value ?? " ", signs[n + 1]?.value ?? " "];
		// A number stays one, and so does a sign at the end of a sentence.
		const isAmid = LETTER.test(before) ? LETTER.test(after) || sign.value !== "!" : LETTER.test(after);
		return isAmid && !/\d/.test(before) ? { ...sign, value: letter } : sign;
	});

/** Words and what is between them, alternately. */
function split(signs: readonly Sign[]): Sign[][] {
	const parts: Sign[][] = [];
	for (const sign of signs) {
		const last = parts.at(-1);
		if (last !== undefined && WORDY.test(last[0]?.value ?? "") === WORDY.test(sign.value)) last.push(sign);
		else parts.push([sign]);
	}
	return parts;
}

/** Look-alikes read as Latin in a word of both, and letters drawn out written once. */
function readable(word: readonly Sign[]): Sign[] {
	const isMixed = word.some(({ value }) => /[a-z]/.test(value)) && word.some(({ value }) => ALIKE[value] !== undefined);
	const read = isMixed ? word.map((sign) => ({ ...sign, value: ALIKE[sign.value] ?? sign.value })) : [...word];
	return read.filter((sign, n) => !isDrawnOut(read, n) || read[n - 1]?.value !== sign.value);
}

function isDrawnOut(word: readonly Sign[], n: number): boolean {
	let [from, to] = [n, n];
	while (word[from - 1]?.value === word[n]?.value) from--;
	while (word[to + 1]?.value === word[n]?.value) to++;
	return to - from >= 2;
}

/** Single letters one after another are one word; anything between words is a space. */
function rejoined(parts: readonly Sign[][]): Sign[] {
	const isSingle = (part: readonly Sign[] | undefined) => part?.length === 1 && LETTER.test(part[0]?.value ?? "");
	return parts.flatMap((part, n) => {
		const first = part[0];
		if (first === undefined || WORDY.test(first.value)) return part;
		if (isSingle(parts[n - 1]) && isSingle(parts[n + 1]) && (isSingle(parts[n - 3]) || isSingle(parts[n + 3]))) return [];
		return [{ value: " ", at: first.at }];
	});
}
