import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Cursor, Id, Timestamp } from "./ids.ts";
import { APPEAL_MAX, APPEAL_MIN, PASSWORD_MAX } from "./limits.ts";
import { Decision, Reason, SubjectKind } from "./moderation.ts";
import { AppealState } from "./reports.ts";

const tag = "Account standing";

export const AppealText = z
	.string()
	.trim()
	.min(APPEAL_MIN, `Say in at least ${APPEAL_MIN} characters why you see it differently.`)
	.max(APPEAL_MAX, `An appeal has at most ${APPEAL_MAX} characters.`);

export const Appeal = z.object({
	id: Id,
	state: AppealState,
	text: z.string(),
	createdAt: Timestamp,
	decidedAt: Timestamp.nullable(),
	outcome: z.string().nullable().describe("What the second reviewer gave as their reasons"),
});
export type Appeal = z.infer<typeof Appeal>;

/** Why something of somebody's was restricted: what the EU's Digital Services Act, article 17, wants them to be told. */
export const Statement = z.object({
	facts: z.string().describe("What was found, and how it came to our notice"),
	ground: z.string().describe("The rule it breaks"),
	explanation: z.string().describe("Why it breaks it"),
	note: z.string().describe("What the reviewer wrote, without what names anybody; empty where that is nothing"),
	/** Whether a machine found it, and whether a machine alone decided. */
	automatedDetection: z.boolean(),
	automatedDecision: z.boolean(),
	source: z.enum(["report", "own_initiative", "claim", "appeal"]),
	/** Where it holds. */
	scope: z.literal("everywhere"),
	puid: z.uuid().describe("The number under which it stands in the EU's transparency database"),
});
export type Statement = z.infer<typeof Statement>;

/** A decision about something of one's own. */
export const OwnDecision = z.object({
	id: Id,
	kind: SubjectKind,
	videoId: Id.nullable().describe("The video it is about, or stands under"),
	label: z.string().describe("A title, some words, or a name; empty where nothing of it is left"),
	decision: Decision,
	reason: Reason,
	at: Timestamp,
	until: Timestamp.nullable().describe("When it ends by itself; null for one that does not"),
	/** `undone` by an appeal; `over` when its time is up. */
	state: z.enum(["in_force", "undone", "over"]),
	statement: Statement,
	appeal: Appeal.nullable(),
	appealUntil: Timestamp.nullable().describe("Until when one may appeal; null where one may not, or did"),
});
export type OwnDecision = z.infer<typeof OwnDecision>;

export const Strike = z.object({
	decisionId: Id,
	reason: Reason,
	at: Timestamp,
	expiresAt: Timestamp,
});
export type Strike = z.infer<typeof Strike>;

export const Standing = z.object({
	/** `warned`: at least one strike counts. */
	state: z.enum(["good", "warned", "limited", "suspended", "closed"]),
	suspendedUntil: Timestamp.nullable(),
	limitedUntil: Timestamp.nullable(),
	strikes: z.array(Strike).describe("Those that count, the newest first"),
});
export type Standing = z.infer<typeof Standing>;

/** Proves whose account it is, for who can't sign in. */
const Credentials = z.object({ username: z.string().min(1).max(320), password: z.string().min(1).max(PASSWORD_MAX) });

export const readSuspension = endpoint({
	id: "readSuspension",
	method: "POST",
	path: "/api/v1/auth/suspension",
	tag,
	access: "public",
	status: 200,
	summary: "Why an account is suspended and until when, for its owner, who can't sign in; null where it is not",
	body: Credentials,
	answer: z.object({
		suspension: z.object({ until: Timestamp.nullable(), decision: OwnDecision.nullable() }).nullable(),
	}),
	problems: ["bad_credentials"],
});
export const appealSuspension = endpoint({
	id: "appealSuspension",
	method: "POST",
	path: "/api/v1/auth/suspension/appeal",
	tag,
	access: "public",
	status: 201,
	alsoStatus: [200],
	summary: "Appeal against the decision that suspended an account; sent again, it changes nothing (200)",
	body: Credentials.extend({ text: AppealText }),
	answer: z.object({ appeal: Appeal }),
	problems: ["bad_credentials", "appeal_not_open", "appeal_expired"],
});

export const standing = endpoint({
	id: "standing",
	method: "GET",
	path: "/api/v1/users/me/standing",
	tag,
	access: "user",
	forChildren: true,
	status: 200,
	summary: "How one's account stands: strikes that count, and what it may not do",
	answer: Standing,
});
export const listDecisions = endpoint({
	id: "listDecisions",
	method: "GET",
	path: "/api/v1/users/me/decisions",
	tag,
	access: "user",
	forChildren: true,
	status: 200,
	summary: "Decisions about what is one's own, newest first, each with its statement of reasons and its appeal",
	query: z.object({
		limit: z.coerce.number().int().min(1).max(100).default(20),
		cursor: Cursor.optional(),
		videoId: Id.optional().describe("Of this video, and what stands under it, alone"),
	}),
	answer: z.object({ decisions: z.array(OwnDecision), nextCursor: Cursor.nullable() }),
});
export const appealDecision = endpoint({
	id: "appealDecision",
	method: "POST",
	path: "/api/v1/decisions/:decisionId/appeal",
	tag,
	access: "user",
	forChildren: true,
	status: 201,
	alsoStatus: [200],
	summary: "Ask for a second look at a decision about what is one's own, once, within six months; repeated, it changes nothing (200)",
	params: z.object({ decisionId: Id }),
	body: z.object({ text: AppealText }),
	answer: z.object({ appeal: Appeal }),
	problems: ["decision_not_found", "appeal_expired", "appeal_not_open"],
});
export const appealReport = endpoint({
	id: "appealReport",
	method: "POST",
	path: "/api/v1/reports/:reportId/appeal",
	tag,
	access: "user",
	status: 201,
	alsoStatus: [200],
	summary: "Ask for a second look at something one reported and that was left as it is, once, within six months",
	params: z.object({ reportId: Id }),
	body: z.object({ text: AppealText }),
	answer: z.object({ appeal: Appeal }),
	problems: ["report_not_found", "appeal_expired", "appeal_not_open"],
});
