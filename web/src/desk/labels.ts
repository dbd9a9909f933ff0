import { type Decision, type Queue, REASONS, type Reason, type SubjectKind } from "../../../contracts/moderation.ts";

/** The desk is English: who reviews works by one set of words. */

export const QUEUE_LABELS: Readonly<Record<Queue, string>> = {
	content: "Content",
	copyright: "Copyright",
	child_safety: "Child safety",
	appeals: "Appeals",
};

export const DECISION_LABELS: Readonly<Record<Decision, string>> = {
	approve: "Approve",
	remove: "Remove",
	restrict_age: "Adults only",
	no_recommend: "Not recommended",
	mute_sound: "Mute the sound",
	replace_sound: "Replace the sound",
	strike: "Strike",
	suspend: "Suspend",
	shadow_limit: "Limit reach",
	child_account: "Under 13: close and erase",
	escalate: "Hand on",
	dismiss: "Dismiss",
};

export const SUBJECT_LABELS: Readonly<Record<SubjectKind, string>> = {
	video: "Video",
	comment: "Comment",
	message: "Message",
	conversation: "Conversation",
	profile: "Account",
	sound: "Sound",
};

export const reasonLabel = (reason: Reason): string => REASONS[reason].label;

/** `3 min`, `2 h`, `4 d`. @param ms since it began */
export function waited(ms: number): string {
	const minutes = Math.max(0, Math.round(ms / 60_000));
	if (minutes < 60) return `${minutes} min`;
	const hours = Math.round(minutes / 60);
	return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} d`;
}
