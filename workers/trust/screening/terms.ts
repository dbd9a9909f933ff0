import { Toxicity } from "toxicity";
import type { Reason } from "../../../contracts/moderation.ts";
import { fold, foldTerm } from "./fold.ts";
import { INNOCENT, LEXICON, MILD, PHRASES } from "./lexicon.ts";

/** A word that was found. `mild` ones are noted, and nothing follows from them. */
export interface FoundTerm {
	readonly term: string;
	readonly tier: "severe" | "mild";
	readonly reason: Reason;
	/** UTF-16 units. */
	readonly offset: number;
}

interface Known {
	readonly term: string;
	readonly reason: Reason;
	readonly pattern: RegExp;
}

/** Scripts that write no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function knownOf(term: string, reason: Reason): Known {
	const stem = term.endsWith("*");
	const folded = foldTerm(stem ? term.slice(0, -1) : term);
	const [before, after] = UNSPACED.test(folded) ? ["", ""] : ["(?<![\\p{L}\\p{N}])", stem ? "" : "(?![\\p{L}\\p{N}])"];
	return { term, reason, pattern: new RegExp(`${before}${folded}${after}`, "gu") };
}

interface Lexicons {
	readonly known: readonly Known[];
	readonly english: Toxicity;
}
let lexicons: Lexicons | undefined;

/** Made at the first use: an isolate that checks no text does not pay for it. */
function all(): Lexicons {
	if (lexicons !== undefined) return lexicons;
	const english = new Toxicity({ tiers: [1] });
	english.allow([...INNOCENT]);
	lexicons = {
		english,
		known: [
			...Object.values(LEXICON).flatMap((terms) => terms.map((term) => knownOf(term, "harassment"))),
			...(Object.entries(PHRASES) as [Reason, readonly string[]][]).flatMap(([reason, terms]) =>
				terms.map((term) => knownOf(term, reason)),
			),
		],
	};
	return lexicons;
}

/** Words of the lexicons in a text, through spacing, signs for letters and look-alikes; each place once. */
export function findTerms(text: string): FoundTerm[] {
	const { known, english } = all();
	const folded = fold(text);
	const ends = new Map<FoundTerm, number>();
	for (const { term, reason, pattern } of known)
		for (const { 0: match, index } of folded.text.matchAll(pattern)) {
			const place = { term, tier: "severe", reason, offset: folded.at[index] ?? 0 } as const;
			ends.set(place, folded.at[index + match.length - 1] ?? 0);
		}
	const found = [...ends.keys()];
	for (const { term, start } of english.find(text)) {
		if ([...ends].some(([{ offset }, end]) => offset <= start && start <= end)) continue;
		found.push({ term, tier: MILD.test(term) ? "mild" : "severe", reason: "harassment", offset: start });
	}
	return found.sort((one, other) => one.offset - other.offset);
}
