import { type Evidence, fitsSubject, type Reason, reasonFacts, type Subject } from "../../../contracts/moderation.ts";
import { type FoundTerm, findTerms } from "./terms.ts";

/** Texts by the field they stand in. */
export type Fields = Readonly<Record<string, string | null | undefined>>;

interface TermInField extends FoundTerm {
	readonly field: string;
	/** Where it is said. */
	readonly atMs?: number;
}

/** Evidence has room for so many. */
const TERMS_MOST = 50;

/** What stands in these fields that a person is to look at. */
export const severeTerms = (fields: Fields): TermInField[] =>
	Object.entries(fields)
		.flatMap(([field, text]) => findTerms(text ?? "").map((found) => ({ ...found, field })))
		.filter(({ tier }) => tier === "severe")
		.slice(0, TERMS_MOST);

/** The gravest of the reasons, as far as it can be given for this kind of thing. */
export function gravest(reasons: readonly Reason[], kind: Subject["kind"]): Reason {
	const [worst = "other"] = [...reasons].sort((one, other) => reasonFacts(other).severity - reasonFacts(one).severity);
	return fitsSubject(worst, kind) ? worst : "other";
}

export const termEvidence = (found: readonly TermInField[], texts: Fields | null): Evidence => ({
	kind: "terms",
	terms: found.slice(0, TERMS_MOST).map(({ field, term, tier, offset, atMs }) => ({ field, term, tier, offset, atMs })),
	...(texts === null ? {} : { texts: Object.fromEntries(Object.entries(texts).flatMap(([field, text]) => (text ? [[field, text]] : []))) }),
});
