import { sql } from "drizzle-orm";
import { doublePrecision, index, pgTable, text, unique } from "drizzle-orm/pg-core";
import { REASON_NAMES, SUBJECT_KINDS } from "../../contracts/moderation.ts";
import { instant, snowflake } from "./columns.ts";

/** The directory: what people reported, and what they appeal against. */

export const reports = pgTable(
	"reports",
	{
		/** Of a report of a conversation, also the id of its row in `conversation_reports`, which keeps what was written. */
		id: snowflake("id").primaryKey(),
		/** Null for a guest, and once the reporter's account is erased. */
		reporterId: snowflake("reporter_id"),
		/** Who it counts as from: an account, or for guests a network address of that day (hashed). One thing is reported once by each for one reason. */
		reporterKey: text("reporter_key").notNull(),
		/** Where it came from, hashed under the day's key; null where that is not known. */
		network: text("network"),
		subjectKind: text("subject_kind", { enum: SUBJECT_KINDS }).notNull(),
		subjectId: text("subject_id").notNull(),
		videoId: snowflake("video_id"),
		/** Who answers for it; null for a track of the library. */
		ownerId: snowflake("owner_id"),
		/** What the reporter saw of it. */
		label: text("label").notNull(),
		reason: text("reason", { enum: REASON_NAMES }).notNull(),
		note: text("note").notNull(),
		/** What it weighed when it came, 0 to 1. */
		weight: doublePrecision("weight").notNull(),
		/** Null until its case is open: whoever reports again tries again. */
		caseId: snowflake("case_id"),
		state: text("state", { enum: ["received", "upheld", "dismissed"] })
			.notNull()
			.default("received"),
		/** The decision that closed it. */
		decisionId: snowflake("decision_id"),
		decidedAt: instant("decided_at"),
		createdAt: instant("created_at").notNull(),
	},
	(table) => [
		unique("reports_once").on(table.reporterKey, table.subjectKind, table.subjectId, table.reason),
		index("reports_of_subject").on(table.subjectKind, table.subjectId),
		index("reports_of_case").on(table.caseId),
		index("reports_by_reporter").on(table.reporterId, table.id).where(sql`reporter_id is not null`),
		index("reports_from_network").on(table.network, table.createdAt).where(sql`network is not null`),
		index("reports_about").on(table.ownerId),
		index("reports_decided").on(table.decidedAt).where(sql`decided_at is not null`),
	],
);

export const appeals = pgTable(
	"appeals",
	{
		id: snowflake("id").primaryKey(),
		/** What it is against. */
		decisionId: snowflake("decision_id").notNull(),
		userId: snowflake("user_id").notNull(),
		/** The report that was dismissed; null where the owner appeals. */
		reportId: snowflake("report_id"),
		text: text("text").notNull(),
		/** Null until its case is open: whoever sends it again tries again. */
		caseId: snowflake("case_id"),
		state: text("state", { enum: ["waiting", "upheld", "rejected"] })
			.notNull()
			.default("waiting"),
		/** The second reviewer's reasons. */
		outcome: text("outcome"),
		decidedAt: instant("decided_at"),
		createdAt: instant("created_at").notNull(),
	},
	(table) => [
		unique("appeals_once").on(table.decisionId, table.userId),
		index("appeals_of_case").on(table.caseId),
		index("appeals_by_user").on(table.userId, table.id),
	],
);
