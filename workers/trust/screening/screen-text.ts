import { type Evidence, fitsSubject, queueOf, type Reason, reasonFacts, type Subject } from "../../../contracts/moderation.ts";
import { inBackground } from "../../platform/background.ts";
import type { Services } from "../../platform/services.ts";
import { openCase } from "../moderation/cases.ts";
import { type FoundTerm, findTerms } from "./terms.ts";

/** Words of people that others will see, by the field they stand in. */
export interface WrittenText {
	readonly subject: Subject;
	readonly fields: Readonly<Record<string, string | null | undefined>>;
	/** Only those they are written to read them: whoever looks at the case is told the words that were found, and not what else was written. */
	readonly isPrivate?: boolean;
}

interface TermInField extends FoundTerm {
	readonly field: string;
	/** Where it is said. */
	readonly atMs?: number;
}

/** Evidence has room for so many. */
const TERMS_MOST = 50;

/** What stands in these fields that a person is to look at. */
export const severeTerms = (fields: WrittenText["fields"]): TermInField[] =>
	Object.entries(fields)
		.flatMap(([field, text]) => findTerms(text ?? "").map((found) => ({ ...found, field })))
		.filter(({ tier }) => tier === "severe")
		.slice(0, TERMS_MOST);

/** The gravest of the reasons, as far as it can be given for this kind of thing. */
export function gravest(reasons: readonly Reason[], kind: Subject["kind"]): Reason {
	const [worst = "other"] = [...reasons].sort((one, other) => reasonFacts(other).severity - reasonFacts(one).severity);
	return fitsSubject(worst, kind) ? worst : "other";
}

export const termEvidence = (found: readonly TermInField[], texts: WrittenText["fields"] | null): Evidence => ({
	kind: "terms",
	terms: found.slice(0, TERMS_MOST).map(({ field, term, tier, offset, atMs }) => ({ field, term, tier, offset, atMs })),
	...(texts === null ? {} : { texts: Object.fromEntries(Object.entries(texts).flatMap(([field, text]) => (text ? [[field, text]] : []))) }),
});

/**
 * Has a person look at words that were written where a lexicon knows some of them. The words stay: a machine that reads words takes
 * nothing down. The case is opened after the answer.
 */
export function screenText(services: Services, { subject, fields, isPrivate = false }: WrittenText): void {
	const found = severeTerms(fields);
	if (found.length === 0) return;
	const reason = gravest(
		found.map((term) => term.reason),
		subject.kind,
	);
	const { severity } = reasonFacts(reason);
	const evidence = termEvidence(found, isPrivate ? null : fields);
	inBackground(
		services.log,
		"text_not_screened",
		openCase(services, { subject, queue: queueOf(reason), reason, severity, source: "machine", evidence }),
	);
}
