import type { Reason, SubjectKind } from "../../../contracts/moderation.ts";
import * as reasonsWords from "./reasons.words.ts";

/** A reason to report something, or to decide about it: what it is called, and the rule in a sentence. */
interface ReasonWords {
	label(): string;
	rule(): string;
}

const one = (label: () => string, rule: () => string): ReasonWords => ({ label, rule });

/** In the order they are offered: what is chosen most comes first, "something else" last. */
export const REASON_WORDS: Readonly<Record<Reason, ReasonWords>> = {
	spam: one(reasonsWords.spam, reasonsWords.spamRule),
	harassment: one(reasonsWords.harassment, reasonsWords.harassmentRule),
	hate: one(reasonsWords.hate, reasonsWords.hateRule),
	sexual_content: one(reasonsWords.sexualContent, reasonsWords.sexualContentRule),
	nudity: one(reasonsWords.nudity, reasonsWords.nudityRule),
	minor_safety: one(reasonsWords.minorSafety, reasonsWords.minorSafetyRule),
	underage: one(reasonsWords.underage, reasonsWords.underageRule),
	grooming: one(reasonsWords.grooming, reasonsWords.groomingRule),
	violence: one(reasonsWords.violence, reasonsWords.violenceRule),
	graphic: one(reasonsWords.graphic, reasonsWords.graphicRule),
	self_harm: one(reasonsWords.selfHarm, reasonsWords.selfHarmRule),
	dangerous_acts: one(reasonsWords.dangerousActs, reasonsWords.dangerousActsRule),
	drugs_and_weapons: one(reasonsWords.drugsAndWeapons, reasonsWords.drugsAndWeaponsRule),
	scam: one(reasonsWords.scam, reasonsWords.scamRule),
	impersonation: one(reasonsWords.impersonation, reasonsWords.impersonationRule),
	private_information: one(reasonsWords.privateInformation, reasonsWords.privateInformationRule),
	misinformation: one(reasonsWords.misinformation, reasonsWords.misinformationRule),
	intellectual_property: one(reasonsWords.intellectualProperty, reasonsWords.intellectualPropertyRule),
	other: one(reasonsWords.other, reasonsWords.otherRule),
};

/**
 * Reasons that do not fit everything: as `REASONS` of the contract has it, whose schemas the client does not load. A test compares the two.
 */
const FITS: Readonly<Partial<Record<Reason, readonly SubjectKind[]>>> = {
	underage: ["video", "comment", "message", "profile"],
	nudity: ["video", "comment", "message", "profile"],
	graphic: ["video", "comment", "message", "profile"],
	grooming: ["video", "comment", "message", "conversation", "profile"],
	dangerous_acts: ["video", "comment", "message", "conversation", "profile"],
	drugs_and_weapons: ["video", "comment", "message", "conversation", "profile"],
	scam: ["video", "comment", "message", "conversation", "profile"],
	impersonation: ["video", "comment", "message", "conversation", "profile"],
	misinformation: ["video", "comment", "message", "conversation", "profile"],
	intellectual_property: ["video", "sound", "profile"],
};

/** What something of this kind can be reported for, in the order it is offered. */
export const reasonsFor = (kind: SubjectKind): Reason[] =>
	(Object.keys(REASON_WORDS) as Reason[]).filter((reason) => FITS[reason]?.includes(kind) ?? true);

/** Where it may be about life and limb: the emergency number is named. */
export const isGrave = (reason: Reason): boolean =>
	reason === "self_harm" || reason === "minor_safety" || reason === "grooming" || reason === "violence";
