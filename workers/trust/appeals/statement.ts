import { createHash } from "node:crypto";
import type { Statement } from "../../../contracts/appeals.ts";
import { type Decision, type Reason, reasonFacts, type Source, type SubjectKind } from "../../../contracts/moderation.ts";
import { type DsaStatement, EEA_COUNTRIES } from "../../../contracts/statements.ts";
import { withoutPeople } from "./without-people.ts";

/** What of a decision its statement of reasons is made of. */
export interface Decided {
	readonly id: string;
	readonly subjectKind: SubjectKind;
	readonly decision: Decision;
	readonly reason: Reason;
	/** The reviewer's words. */
	readonly note: string;
	readonly source: Source;
	/** Null: the machine's. */
	readonly operatorId: string | null;
	/** Which version of the rules it was decided by. */
	readonly policy: string;
	readonly at: Date;
	readonly until: Date | null;
	/** When what it is about was posted; of an account, when it was opened. */
	readonly postedAt: Date;
}

/** Longest texts the transparency database takes, characters. */
const FACTS_MAX = 5_000;
const GROUND_MAX = 500;
const EXPLANATION_MAX = 2_000;

const THINGS: Readonly<Record<SubjectKind, string>> = {
	video: "A video",
	comment: "A comment",
	message: "A private message",
	conversation: "A conversation",
	profile: "An account's profile",
	sound: "A sound",
};
const DONE: Readonly<Partial<Record<Decision, string>>> = {
	remove: "It was removed.",
	restrict_age: "It is shown to adults only.",
	no_recommend: "It is no longer recommended; who looks for it still finds it.",
	mute_sound: "Its sound was muted.",
	replace_sound: "Its sound was replaced.",
	strike: "A strike was recorded against the account.",
	suspend: "The account was suspended.",
	shadow_limit: "What the account posts is no longer recommended.",
	child_account: "The account was closed, and is erased after thirty days unless its owner appeals.",
};
const FOUND: Readonly<Record<Source, string>> = {
	report: "It was reported to us.",
	claim: "A rights holder claimed it.",
	machine: "Our own checks found it.",
	appeal: "It was looked at again after an appeal.",
};

const day = (at: Date): string => at.toISOString().slice(0, 10);
const within = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

/** A UUID that is always the same for a decision, so that it is in the database once however often it is sent (RFC 9562, version 8). */
export function puidOf(decisionId: string): string {
	const hash = createHash("sha256").update(`statement of reasons ${decisionId}`).digest();
	const hex = hash.toString("hex").slice(0, 32).split("");
	hex[12] = "8";
	hex[16] = "89ab".charAt((hash[8] ?? 0) & 3);
	return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The statement as its addressee reads it. It names nobody, whatever the reviewer wrote. */
export function statementOf(decided: Decided): Statement {
	const { subjectKind, decision, reason, source, operatorId, until, postedAt } = decided;
	const { label } = reasonFacts(reason);
	const note = withoutPeople(decided.note).trim();
	const facts = [
		`${THINGS[subjectKind]} posted on ${day(postedAt)}.`,
		FOUND[source],
		operatorId === null ? "The decision was made automatically." : "A person looked at it and decided.",
		DONE[decision] ?? "",
		until === null ? "" : `This ends on ${day(until)}.`,
	];
	return {
		facts: within(facts.filter((part) => part !== "").join(" "), FACTS_MAX),
		ground: within(`Community rules, “${label}”${decided.policy === "" ? "" : ` (version ${decided.policy})`}`, GROUND_MAX),
		explanation: within(note === "" ? `What was found falls under the rule on: ${label.toLowerCase()}.` : note, EXPLANATION_MAX),
		note,
		automatedDetection: source === "machine",
		automatedDecision: operatorId === null,
		source: SOURCES[source],
		scope: "everywhere",
		puid: puidOf(decided.id),
	};
}

const SOURCES = { report: "report", machine: "own_initiative", claim: "claim", appeal: "appeal" } as const satisfies Record<
	Source,
	Statement["source"]
>;
const SOURCE_TYPES = {
	report: "SOURCE_ARTICLE_16",
	claim: "SOURCE_TYPE_OTHER_NOTIFICATION",
	machine: "SOURCE_VOLUNTARY",
	appeal: "SOURCE_TYPE_OTHER_NOTIFICATION",
} as const satisfies Record<Source, DsaStatement["source_type"]>;
const CONTENT_TYPES = {
	video: "CONTENT_TYPE_VIDEO",
	comment: "CONTENT_TYPE_TEXT",
	message: "CONTENT_TYPE_TEXT",
	conversation: "CONTENT_TYPE_TEXT",
	profile: "CONTENT_TYPE_OTHER",
	sound: "CONTENT_TYPE_AUDIO",
} as const satisfies Record<SubjectKind, DsaStatement["content_type"][number]>;

type Restriction = Pick<
	DsaStatement,
	| "decision_visibility"
	| "decision_visibility_other"
	| "end_date_visibility_restriction"
	| "decision_account"
	| "end_date_account_restriction"
>;
const visibility = (kind: NonNullable<DsaStatement["decision_visibility"]>[number], other?: string): Restriction => ({
	decision_visibility: [kind],
	...(other === undefined ? {} : { decision_visibility_other: other }),
});

/** What each decision is to the database: a restriction of visibility, or of the account. Nobody is paid here, and none of the service is sold. */
function restrictionOf(decision: Decision, until: Date | null): Restriction | null {
	const end = until === null ? {} : { end_date_visibility_restriction: day(until) };
	switch (decision) {
		case "remove":
			return visibility("DECISION_VISIBILITY_CONTENT_REMOVED");
		case "restrict_age":
			return visibility("DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED");
		case "no_recommend":
			return visibility("DECISION_VISIBILITY_CONTENT_DEMOTED");
		case "shadow_limit":
			return { ...visibility("DECISION_VISIBILITY_CONTENT_DEMOTED"), ...end };
		case "mute_sound":
			return visibility("DECISION_VISIBILITY_OTHER", "The sound of the video was muted");
		case "replace_sound":
			return visibility("DECISION_VISIBILITY_OTHER", "The sound of the video was replaced");
		case "strike":
			return visibility("DECISION_VISIBILITY_OTHER", "A strike was recorded against the account");
		case "suspend":
			return until === null
				? { decision_account: "DECISION_ACCOUNT_TERMINATED" }
				: { decision_account: "DECISION_ACCOUNT_SUSPENDED", end_date_account_restriction: day(until) };
		case "child_account":
			return { decision_account: "DECISION_ACCOUNT_TERMINATED" };
		case "approve":
		case "escalate":
		case "dismiss":
			return null;
	}
}

/**
 * The statement as the EU's transparency database takes it; null for what restricts nobody. Every ground is a rule of ours: whether
 * something is illegal as well is not judged here, so nothing is said of that.
 * @param rules address of the rules
 */
export function exportedStatement(decided: Decided, rules: string): DsaStatement | null {
	const restriction = restrictionOf(decided.decision, decided.until);
	if (restriction === null) return null;
	const { facts, ground, explanation, automatedDetection, automatedDecision, puid } = statementOf(decided);
	const contentType = CONTENT_TYPES[decided.subjectKind];
	return {
		...restriction,
		decision_ground: "DECISION_GROUND_INCOMPATIBLE_CONTENT",
		decision_ground_reference_url: rules,
		incompatible_content_ground: ground,
		incompatible_content_explanation: explanation,
		category: `STATEMENT_CATEGORY_${reasonFacts(decided.reason).dsa}`,
		content_type: [contentType],
		...(contentType === "CONTENT_TYPE_OTHER" ? { content_type_other: "Profile of an account" } : {}),
		content_date: day(decided.postedAt),
		territorial_scope: [...EEA_COUNTRIES],
		application_date: day(decided.at),
		decision_facts: facts,
		source_type: SOURCE_TYPES[decided.source],
		automated_detection: automatedDetection ? "Yes" : "No",
		automated_decision: automatedDecision ? "AUTOMATED_DECISION_FULLY" : "AUTOMATED_DECISION_NOT_AUTOMATED",
		puid,
	};
}
