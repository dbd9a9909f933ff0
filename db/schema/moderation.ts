import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, smallint, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { DECISIONS, type Evidence, QUEUES, REASON_NAMES, SOURCES, SUBJECT_KINDS } from "../../contracts/moderation.ts";
import { ROLES } from "../../contracts/operator-roles.ts";
import { instant, snowflake } from "./columns.ts";

/** The directory: what is to be judged, what was decided, and by whom. None of it hangs on the account it is about: what is under hold outlives that. */

/** What waits for a person. At most one is open for each subject and queue. */
export const moderationCases = pgTable(
	"moderation_cases",
	{
		id: snowflake("id").primaryKey(),
		queue: text("queue", { enum: QUEUES }).notNull(),
		subjectKind: text("subject_kind", { enum: SUBJECT_KINDS }).notNull(),
		subjectId: text("subject_id").notNull(),
		/** Who answers for it. */
		ownerId: snowflake("owner_id").notNull(),
		videoId: snowflake("video_id"),
		reason: text("reason", { enum: REASON_NAMES }).notNull(),
		/** 1 to 5; it only rises. */
		severity: smallint("severity").notNull(),
		source: text("source", { enum: SOURCES }).notNull(),
		/** Views of the video when evidence last came. */
		reach: bigint("reach", { mode: "number" }).notNull().default(0),
		state: text("state", { enum: ["open", "closed"] })
			.notNull()
			.default("open"),
		/** For those cleared for child safety alone: its queue, and appeals against what was decided there. */
		isRestricted: boolean("is_restricted").notNull(),
		/** Who works on it, until when: a lease, renewed while they do. */
		claimedBy: snowflake("claimed_by"),
		claimedUntil: instant("claimed_until"),
		/** Whose decision is appealed against: somebody else is to look at it. */
		decisionId: snowflake("decision_id"),
		notBy: snowflake("not_by"),
		openedAt: instant("opened_at").notNull(),
		changedAt: instant("changed_at").notNull(),
		closedAt: instant("closed_at"),
	},
	(table) => [
		uniqueIndex("moderation_cases_open")
			.on(table.queue, table.subjectKind, table.subjectId, sql`coalesce(decision_id, 0)`)
			.where(sql`state = 'open'`),
		index("moderation_cases_waiting").on(table.queue, table.severity, table.openedAt).where(sql`state = 'open'`),
		index("moderation_cases_by_owner").on(table.ownerId, table.id),
		index("moderation_cases_by_video").on(table.videoId).where(sql`video_id is not null`),
		index("moderation_cases_claimed").on(table.claimedBy).where(sql`claimed_by is not null and state = 'open'`),
	],
);

export const caseEvidence = pgTable(
	"case_evidence",
	{
		id: snowflake("id").primaryKey(),
		caseId: snowflake("case_id")
			.notNull()
			.references(() => moderationCases.id, { onDelete: "cascade" }),
		/** What it is about: a child safety case gathers that of all an account did. */
		subjectKind: text("subject_kind", { enum: SUBJECT_KINDS }).notNull(),
		subjectId: text("subject_id").notNull(),
		videoId: snowflake("video_id"),
		evidence: jsonb("evidence").$type<Evidence>().notNull(),
		/** SHA-256 of it: what is told again is not kept twice. */
		digest: text("digest").notNull(),
		at: instant("at").notNull(),
	},
	(table) => [unique("case_evidence_once").on(table.caseId, table.digest)],
);

export const caseNotes = pgTable(
	"case_notes",
	{
		id: snowflake("id").primaryKey(),
		caseId: snowflake("case_id")
			.notNull()
			.references(() => moderationCases.id, { onDelete: "cascade" }),
		operatorId: snowflake("operator_id").notNull(),
		text: text("text").notNull(),
		at: instant("at").notNull(),
	},
	(table) => [index("case_notes_of").on(table.caseId, table.id)],
);

/** What was decided, and whether it was carried out everywhere: those that were not are tried again. */
export const moderationDecisions = pgTable(
	"moderation_decisions",
	{
		id: snowflake("id").primaryKey(),
		caseId: snowflake("case_id").notNull(),
		queue: text("queue", { enum: QUEUES }).notNull(),
		isRestricted: boolean("is_restricted").notNull(),
		subjectKind: text("subject_kind", { enum: SUBJECT_KINDS }).notNull(),
		subjectId: text("subject_id").notNull(),
		ownerId: snowflake("owner_id").notNull(),
		videoId: snowflake("video_id"),
		/** Null: the machine's. */
		operatorId: snowflake("operator_id"),
		decision: text("decision", { enum: DECISIONS }).notNull(),
		reason: text("reason", { enum: REASON_NAMES }).notNull(),
		/** In words, for the statement of reasons. */
		note: text("note").notNull(),
		source: text("source", { enum: SOURCES }).notNull(),
		/** Which policy it was decided by. */
		policy: text("policy").notNull(),
		/** Until when a suspension or limit lasts; null: for good, or not one of these. */
		until: instant("until"),
		/** The decision this one is the appeal of. */
		appealOf: snowflake("appeal_of"),
		at: instant("at").notNull(),
		/** When it held everywhere. */
		performedAt: instant("performed_at"),
		attempts: integer("attempts").notNull().default(0),
		nextAttemptAt: instant("next_attempt_at"),
		/** When an appeal took it back. */
		overturnedAt: instant("overturned_at"),
	},
	(table) => [
		index("moderation_decisions_due").on(table.nextAttemptAt).where(sql`performed_at is null`),
		index("moderation_decisions_of_case").on(table.caseId),
		index("moderation_decisions_by_owner").on(table.ownerId, table.id),
		index("moderation_decisions_by_subject").on(table.subjectKind, table.subjectId, table.id),
		index("moderation_decisions_at").on(table.at),
	],
);

export const strikes = pgTable(
	"strikes",
	{
		/** The decision that gave it. */
		decisionId: snowflake("decision_id").primaryKey(),
		ownerId: snowflake("owner_id").notNull(),
		reason: text("reason", { enum: REASON_NAMES }).notNull(),
		at: instant("at").notNull(),
		expiresAt: instant("expires_at").notNull(),
		takenBackAt: instant("taken_back_at"),
	},
	(table) => [index("strikes_of").on(table.ownerId, table.expiresAt)],
);

/** What an account may not do for a while: one row for each account that something was ever decided about. */
export const accountLimits = pgTable("account_limits", {
	ownerId: snowflake("owner_id").primaryKey(),
	/** Nobody signs in, and nothing of it is shown. */
	suspendedUntil: instant("suspended_until"),
	suspendedBy: snowflake("suspended_by"),
	suspendedFor: text("suspended_for", { enum: REASON_NAMES }),
	/** What it posts is recommended to nobody. */
	limitedUntil: instant("limited_until"),
	limitedBy: snowflake("limited_by"),
	/** Since when it is taken for a child's: its owner may appeal, take their data along or delete it, and after thirty days it is erased. */
	childSince: instant("child_since"),
	childBy: snowflake("child_by"),
});

/** What is kept whatever its owner does: objects of a video are not purged while a row stands. */
export const legalHolds = pgTable(
	"legal_holds",
	{
		id: snowflake("id").primaryKey(),
		caseId: snowflake("case_id").notNull(),
		subjectKind: text("subject_kind", { enum: SUBJECT_KINDS }).notNull(),
		subjectId: text("subject_id").notNull(),
		ownerId: snowflake("owner_id").notNull(),
		at: instant("at").notNull(),
		releasedAt: instant("released_at"),
	},
	(table) => [
		unique("legal_holds_once").on(table.caseId, table.subjectKind, table.subjectId),
		index("legal_holds_standing").on(table.subjectKind, table.subjectId).where(sql`released_at is null`),
	],
);

/** People who work here. They have no account of the app by this. */
export const operators = pgTable("operators", {
	id: snowflake("id").primaryKey(),
	/** Lower-case. */
	email: text("email").notNull().unique(),
	name: text("name").notNull(),
	roles: text("roles", { enum: ROLES }).array().notNull(),
	/** Null until the invitation is taken up. */
	password: text("password"),
	/** Sealed by the application's secret. */
	totpSecret: text("totp_secret"),
	/** The last period a code was taken of: no code is taken twice. */
	totpPeriod: bigint("totp_period", { mode: "number" }).notNull().default(0),
	/** Tries to sign in, in the period that began with the first of them. */
	tries: integer("tries").notNull().default(0),
	triesSince: instant("tries_since"),
	/** SHA-256 of the open invitation or recovery. */
	inviteHash: text("invite_hash").unique(),
	inviteExpiresAt: instant("invite_expires_at"),
	invitedBy: snowflake("invited_by"),
	disabledAt: instant("disabled_at"),
	createdAt: instant("created_at").notNull(),
});

/** Sessions of the desk, and personal tokens for the operators' API. */
export const operatorSessions = pgTable(
	"operator_sessions",
	{
		id: snowflake("id").primaryKey(),
		operatorId: snowflake("operator_id")
			.notNull()
			.references(() => operators.id, { onDelete: "cascade" }),
		kind: text("kind", { enum: ["session", "token"] }).notNull(),
		label: text("label").notNull().default(""),
		/** SHA-256 of what is sent. */
		tokenHash: text("token_hash").notNull().unique(),
		createdAt: instant("created_at").notNull(),
		seenAt: instant("seen_at").notNull(),
		expiresAt: instant("expires_at").notNull(),
		revokedAt: instant("revoked_at"),
	},
	(table) => [index("operator_sessions_of").on(table.operatorId)],
);

/** What staff did and read, in order: a trigger numbers and chains each line, and none is ever changed or removed. */
export const auditLog = pgTable(
	"audit_log",
	{
		seq: bigint("seq", { mode: "number" }).primaryKey(),
		at: instant("at").notNull(),
		/** Null: the machine. */
		operatorId: snowflake("operator_id"),
		action: text("action").notNull(),
		/** For those cleared for child safety alone. */
		isRestricted: boolean("is_restricted").notNull(),
		/** What it was done to: `case:ID`, `operator:ID`, `video:ID`. */
		target: text("target").notNull(),
		/** JSON, kept as text: it is hashed byte by byte. */
		details: text("details").notNull(),
		previous: text("previous").notNull(),
		hash: text("hash").notNull(),
	},
	(table) => [index("audit_log_by_operator").on(table.operatorId, table.seq), index("audit_log_by_target").on(table.target, table.seq)],
);
