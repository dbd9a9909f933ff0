import { queueOf, reasonFacts, type Subject } from "../../../contracts/moderation.ts";
import { inBackground } from "../../platform/background.ts";
import type { Services } from "../../platform/services.ts";
import { openCase } from "../moderation/cases.ts";
import { type Fields, gravest, severeTerms, termEvidence } from "./term-evidence.ts";

/** Words of people that others will see, by the field they stand in. */
export interface WrittenText {
	readonly subject: Subject;
	readonly fields: Fields;
	/** Only those they are written to read them: whoever looks at the case is told the words that were found, and not what else was written. */
	readonly isPrivate?: boolean;
}

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
