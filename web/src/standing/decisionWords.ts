import type { OwnDecision } from "../api/reports.ts";
import * as standingWords from "./standing.words.ts";

const REMOVED: Readonly<Record<OwnDecision["kind"], () => string>> = {
	video: standingWords.removeVideo,
	comment: standingWords.removeComment,
	message: standingWords.removeMessage,
	conversation: standingWords.removeMessage,
	profile: standingWords.removeProfile,
	sound: standingWords.removeSound,
};
const DONE: Readonly<Partial<Record<OwnDecision["decision"], () => string>>> = {
	restrict_age: standingWords.restrictAge,
	no_recommend: standingWords.noRecommend,
	mute_sound: standingWords.muteSound,
	replace_sound: standingWords.replaceSound,
	strike: standingWords.strike,
	suspend: standingWords.suspend,
	shadow_limit: standingWords.shadowLimit,
	child_account: standingWords.childAccount,
};

/** What was decided, in a sentence. */
export const decisionWords = ({ kind, decision }: Pick<OwnDecision, "kind" | "decision">): string => (DONE[decision] ?? REMOVED[kind])();

export const SOURCES: Readonly<Record<OwnDecision["statement"]["source"], () => string>> = {
	report: standingWords.foundReport,
	own_initiative: standingWords.foundMachine,
	claim: standingWords.foundClaim,
	appeal: standingWords.foundAppeal,
};

export const KINDS: Readonly<Record<OwnDecision["kind"], () => string>> = {
	video: standingWords.kindVideo,
	comment: standingWords.kindComment,
	message: standingWords.kindMessage,
	conversation: standingWords.kindConversation,
	profile: standingWords.kindProfile,
	sound: standingWords.kindSound,
};
