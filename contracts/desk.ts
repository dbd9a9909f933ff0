import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Id, Timestamp } from "./ids.ts";
import { Decision, Evidence, Queue, Reason, Severity, Source, SubjectKind } from "./moderation.ts";

/** The desk of those who review: queues, cases, decisions, figures and the audit log. */

const tag = "Desk";
const access = "admin";
/** Whoever has a queue; which cases they see is said by `workers/trust/moderation/rights.ts`. */
const roles = ["moderator", "senior", "copyright", "child_safety"] as const;

/** A case is held for this without a sign of life, milliseconds: the desk renews it while the case is open. */
export const LEASE_MS = 5 * 60_000;
/** Cases decided in one go. */
export const BULK_MAX = 50;

const CaseSubject = z.object({ kind: SubjectKind, id: z.string(), ownerId: Id, videoId: Id.nullable() });
const Person = z.object({ id: Id, name: z.string() });

export const CaseRow = z.object({
	id: Id,
	queue: Queue,
	subject: CaseSubject,
	owner: z.object({ id: Id, username: z.string().nullable() }),
	reason: Reason,
	severity: Severity,
	source: Source,
	reach: z.int().min(0).describe("Views when evidence last came"),
	state: z.enum(["open", "closed"]),
	openedAt: Timestamp,
	closedAt: Timestamp.nullable(),
	claimedBy: Person.nullable(),
	claimedUntil: Timestamp.nullable(),
	evidence: z.int().min(0).describe("How many pieces"),
	notBy: Id.nullable().describe("Whose decision is appealed against: not theirs to decide"),
});
export type CaseRow = z.infer<typeof CaseRow>;

export const DecisionRow = z.object({
	id: Id,
	caseId: Id,
	subject: CaseSubject,
	decision: Decision,
	reason: Reason,
	note: z.string(),
	by: Person.nullable().describe("Null: the machine"),
	until: Timestamp.nullable(),
	at: Timestamp,
	performedAt: Timestamp.nullable().describe("Null while it does not hold everywhere yet"),
	overturnedAt: Timestamp.nullable(),
});
export type DecisionRow = z.infer<typeof DecisionRow>;

export const CaseDetail = z.object({
	case: CaseRow,
	evidence: z.array(z.object({ id: Id, subject: z.object({ kind: SubjectKind, id: z.string() }), evidence: Evidence, at: Timestamp })),
	shown: z.object({
		words: z.array(z.object({ field: z.string(), text: z.string() })).describe("What stands there now"),
		video: z
			.object({
				id: Id,
				status: z.string(),
				visibility: z.string(),
				restriction: z.string(),
				durationMs: z.int().nullable(),
				manifest: z.string().nullable().describe("Address for this reviewer, for a while; null when nothing can be played"),
			})
			.nullable(),
		picture: z.string().nullable().describe("Of a profile"),
	}),
	notes: z.array(z.object({ id: Id, by: Person, text: z.string(), at: Timestamp })),
	history: z.array(DecisionRow).describe("Of this video and this person, newest first"),
	account: z.object({
		createdAt: Timestamp.nullable(),
		strikes: z.int().min(0).describe("That count now"),
		suspendedUntil: Timestamp.nullable(),
		limitedUntil: Timestamp.nullable(),
	}),
	decisions: z.array(Decision).describe("What this reviewer may decide here"),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

const CaseParams = z.object({ caseId: Id });
const OneCase = z.object({ case: CaseRow });

export const listQueues = endpoint({
	id: "listQueues",
	method: "GET",
	path: "/api/v1/desk/queues",
	tag,
	access,
	roles,
	status: 200,
	summary: "The queues this reviewer works in, and how full they are",
	answer: z.object({
		queues: z.array(z.object({ queue: Queue, open: z.int(), claimed: z.int(), urgent: z.int(), oldestAt: Timestamp.nullable() })),
	}),
});
export const listCases = endpoint({
	id: "listCases",
	method: "GET",
	path: "/api/v1/desk/cases",
	tag,
	access,
	roles,
	status: 200,
	summary: "Cases of a queue, the most pressing first: by severity, how many saw it, and how long it has waited; closed ones newest first",
	query: z.object({
		queue: Queue.optional(),
		state: z.enum(["open", "closed"]).default("open"),
		mine: z.enum(["true", "false"]).default("false"),
		search: z.string().trim().max(200).optional().describe("An id: of a case, of what it is about, or of an account; or a user name"),
		limit: z.coerce.number().int().min(1).max(200).default(50),
	}),
	answer: z.object({ cases: z.array(CaseRow) }),
});
export const claimNext = endpoint({
	id: "claimNext",
	method: "POST",
	path: "/api/v1/desk/cases/claim",
	tag,
	access,
	roles,
	status: 200,
	summary: "Take the most pressing case nobody works on; null when there is none",
	body: z.object({ queue: Queue }),
	answer: z.object({ case: CaseRow.nullable() }),
});
export const getCase = endpoint({
	id: "getCase",
	method: "GET",
	path: "/api/v1/desk/cases/:caseId",
	tag,
	access,
	roles,
	status: 200,
	summary: "A case with its evidence, and what is known of the video and the person. It is noted that it was read",
	params: CaseParams,
	answer: CaseDetail,
	problems: ["case_not_found"],
});
export const claimCase = endpoint({
	id: "claimCase",
	method: "PUT",
	path: "/api/v1/desk/cases/:caseId/claim",
	tag,
	access,
	roles,
	status: 200,
	summary: "Take a case, or keep it for longer",
	params: CaseParams,
	answer: OneCase,
	problems: ["case_not_found", "case_taken", "case_closed", "second_reviewer"],
});
export const releaseCase = endpoint({
	id: "releaseCase",
	method: "DELETE",
	path: claimCase.path,
	tag,
	access,
	roles,
	status: 204,
	summary: "Give a case back; repeated, it changes nothing",
	params: CaseParams,
	problems: ["case_not_found"],
});

/** What is told the person: it becomes a part of the statement of reasons. */
const Note = z.string().trim().max(5_000).default("");
export const decideCase = endpoint({
	id: "decideCase",
	method: "POST",
	path: "/api/v1/desk/cases/:caseId/decision",
	tag,
	access,
	roles,
	status: 200,
	summary: "Decide a case. `performed` is false while it does not hold everywhere yet: that is tried until it does",
	params: CaseParams,
	body: z.object({
		decision: Decision,
		reason: Reason,
		note: Note,
		until: Timestamp.optional(),
		strike: z.boolean().default(false),
		target: z.object({ kind: SubjectKind, id: z.string().max(200) }).optional(),
	}),
	answer: z.object({ decisionId: Id.nullable(), performed: z.boolean() }),
	problems: ["case_not_found", "case_taken", "case_closed", "second_reviewer", "role_required", "decision_unfit", "escalation_refused"],
});
export const decideMany = endpoint({
	id: "decideMany",
	method: "POST",
	path: "/api/v1/desk/decisions",
	tag,
	access,
	roles,
	status: 200,
	summary: "Decide several cases alike. Each stands by itself: what could not be decided is told beside it",
	body: z.object({
		caseIds: z.array(Id).min(1).max(BULK_MAX),
		decision: Decision.exclude(["escalate"]),
		reason: Reason,
		note: Note,
		strike: z.boolean().default(false),
	}),
	answer: z.object({ results: z.array(z.object({ caseId: Id, problem: z.string().nullable() })) }),
});
export const noteCase = endpoint({
	id: "noteCase",
	method: "POST",
	path: "/api/v1/desk/cases/:caseId/notes",
	tag,
	access,
	roles,
	status: 201,
	summary: "Write a note for colleagues; the person never sees it",
	params: CaseParams,
	body: z.object({ text: z.string().trim().min(1, "Write something first.").max(5_000) }),
	answer: z.object({ noteId: Id }),
	problems: ["case_not_found"],
});
export const moveCase = endpoint({
	id: "moveCase",
	method: "PUT",
	path: "/api/v1/desk/cases/:caseId/queue",
	tag,
	access,
	roles,
	status: 204,
	summary: "Move an open case to another queue that is one's own, too. Into child safety and out of it by who is cleared alone",
	params: CaseParams,
	body: z.object({ queue: Queue.exclude(["appeals"]) }),
	problems: ["case_not_found", "case_closed", "case_taken", "role_required", "decision_unfit"],
});

export const deskMetrics = endpoint({
	id: "deskMetrics",
	method: "GET",
	path: "/api/v1/desk/metrics",
	tag,
	access,
	roles,
	status: 200,
	summary: "How long decisions take, how many were overturned, and what waits, by queue. Child safety is counted for who is cleared",
	query: z.object({ days: z.coerce.number().int().min(1).max(90).default(7) }),
	answer: z.object({
		queues: z.array(
			z.object({
				queue: Queue,
				backlog: z.int(),
				decided: z.int(),
				medianSeconds: z.number().nullable().describe("From opened to decided"),
				slowSeconds: z.number().nullable().describe("The same of the slowest tenth: the 90th percentile"),
				overturned: z.int(),
				overturnRate: z.number().nullable().describe("Of the decisions that could be appealed against and were made in this time"),
			}),
		),
	}),
});

export const listAudit = endpoint({
	id: "listAudit",
	method: "GET",
	path: "/api/v1/desk/audit",
	tag,
	access,
	status: 200,
	summary: "What staff did and read, newest first; lines of child safety for who is cleared alone",
	query: z.object({
		before: z.coerce.number().int().min(1).optional(),
		target: z.string().max(100).optional(),
		limit: z.coerce.number().int().min(1).max(200).default(50),
	}),
	answer: z.object({
		lines: z.array(
			z.object({
				seq: z.int(),
				at: Timestamp,
				by: Person.nullable(),
				action: z.string(),
				target: z.string(),
				details: z.string(),
				hash: z.string(),
			}),
		),
	}),
});
