import { ADVERSE, type Decision, reasonFacts, type SubjectKind } from "../../../contracts/moderation.ts";
import type { EventMap } from "../../platform/event-map.ts";
import type { Services } from "../../platform/services.ts";
import { labelsOf, NOBODY } from "../../trust/index.ts";
import { notify } from "./notify.ts";

/** What people are told of decisions: about what is theirs, about what they reported, and of their appeals. All lead to where it says why. */

const THINGS: Readonly<Record<SubjectKind, string>> = {
	video: "Your video",
	comment: "Your comment",
	message: "A message of yours",
	conversation: "A conversation of yours",
	profile: "Your profile",
	sound: "Your sound",
};
const quoted = (label: string): string => (label === "" ? "" : ` “${label}”`);

const DONE: Readonly<Partial<Record<Decision, (thing: string) => string>>> = {
	remove: (thing) => `${thing} was removed`,
	restrict_age: (thing) => `${thing} is shown to adults only`,
	no_recommend: (thing) => `${thing} is no longer recommended`,
	mute_sound: (thing) => `${thing} was muted`,
	replace_sound: (thing) => `The sound of ${thing.charAt(0).toLowerCase()}${thing.slice(1)} was replaced`,
	strike: (thing) => `You got a strike for ${thing.charAt(0).toLowerCase()}${thing.slice(1)}`,
	suspend: () => "Your account is suspended",
	shadow_limit: () => "What you post is not recommended for a while",
	child_account: () => "Your account is closed, because we believe you are younger than 13",
};

/** Somebody learns that something of theirs was restricted, by which rule, and where they read more. */
export async function tellOfDecision(services: Services, { decisionId, subject, decision, reason }: EventMap["decided"]): Promise<void> {
	const says = DONE[decision];
	if (!ADVERSE.has(decision) || says === undefined || subject.ownerId === NOBODY) return;
	const judged = { id: decisionId, subjectKind: subject.kind, subjectId: subject.id, videoId: subject.videoId ?? null };
	const label = (await labelsOf(services, [judged])).get(decisionId) ?? "";
	const videoId = subject.kind === "video" ? subject.id : subject.videoId;
	const rule = reasonFacts(reason).label.toLowerCase();
	await notify(services, {
		userId: subject.ownerId,
		type: "decision",
		text: `${says(`${THINGS[subject.kind]}${quoted(label)}`)}. It breaks the rule on ${rule}. See why, and how to appeal.`,
		key: `decision:${decisionId}`,
		...(videoId === undefined ? {} : { videoId }),
	});
}

/** A reporter learns what became of their report. */
export function tellOfReport(services: Services, { reportId, reporterId, isUpheld, label }: EventMap["reportSettled"]): Promise<void> {
	const what = `You reported${label === "" ? " something" : quoted(label)}.`;
	const text = isUpheld
		? `${what} It breaks the rules, and we did something about it. Thank you.`
		: `${what} A person looked at it and found nothing against the rules. You can ask for another look.`;
	return notify(services, { userId: reporterId, type: "report", text, key: `report:${reportId}:${isUpheld ? "upheld" : "dismissed"}` });
}

/** Who appealed learns what a second person decided, and why. */
export function tellOfAppeal(services: Services, settled: EventMap["appealSettled"]): Promise<void> {
	const { appealId, userId, isReporter, isUpheld, label, outcome } = settled;
	const what = isReporter
		? "Somebody else looked at your report"
		: `Somebody else looked at your appeal${label === "" ? "" : ` about${quoted(label)}`}`;
	const granted = isReporter ? "You were right to ask: it is being judged anew." : "You were right: the decision is taken back.";
	const found = isUpheld ? granted : isReporter ? "They found nothing against the rules either." : "The decision stands.";
	const reasons = outcome === "" ? "" : ` Their reasons: ${outcome}`;
	return notify(services, {
		userId,
		type: isReporter ? "report" : "decision",
		text: `${what}. ${found}${reasons}`,
		key: `appeal:${appealId}`,
	});
}
