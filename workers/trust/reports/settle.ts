import { and, eq, inArray, or, sql } from "drizzle-orm";
import { ADVERSE } from "../../../contracts/moderation.ts";
import type { ReportState } from "../../../contracts/reports.ts";
import { caseEvidence } from "../../../db/schema/moderation.ts";
import { appeals, reports } from "../../../db/schema/reports.ts";
import type { EventMap } from "../../platform/event-map.ts";
import { emitOrFail } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { reopen } from "./file.ts";

type Decided = EventMap["decided"];
type Settled = Exclude<ReportState, "received">;

/** What a decision makes of the reports that led to it; null where it leaves them waiting, with whom the case was handed to. */
function outcomeOf({ decision }: Pick<Decided, "decision">): Settled | null {
	if (ADVERSE.has(decision)) return "upheld";
	return decision === "escalate" ? null : "dismissed";
}

/**
 * Settles the reports of a case that was decided, and has their reporters told. An appeal that was granted settles them anew: what its
 * owner got back was reported wrongly; what a reporter asked to have looked at again waits again, in a case of its own.
 */
export async function settleReports(services: Services, decided: Decided): Promise<void> {
	const { caseId, decisionId, decision, appealOf, queue, subject } = decided;
	if (appealOf !== null) return decision === "approve" ? settleAnew(services, appealOf) : undefined;
	const state = outcomeOf(decided);
	if (state === null) return;
	const database = services.db.directory();
	await database
		.update(reports)
		.set({ state, decisionId, decidedAt: new Date(services.clock()) })
		.where(
			and(
				ofCase(caseId),
				eq(reports.state, "received"),
				// A case about an account gathers what it did: a decision about one thing leaves the rest waiting.
				...(queue === "child_safety" && subject.kind !== "profile"
					? [eq(reports.subjectKind, subject.kind), eq(reports.subjectId, subject.id)]
					: []),
			),
		);
	// All of them, as the event may be told again after it broke off here: a notice of the same key is one.
	const settled = await database.select().from(reports).where(eq(reports.decisionId, decisionId));
	for (const { id: reportId, reporterId, label } of settled) {
		if (reporterId !== null) await emitOrFail(services, "reportSettled", { reportId, reporterId, isUpheld: state === "upheld", label });
	}
}

/** Those a case was opened by, and those whose evidence was moved to it with another. */
const ofCase = (caseId: string) =>
	or(
		eq(reports.caseId, caseId),
		sql`${reports.id} in (
			select (${caseEvidence.evidence}->>'reportId')::bigint from ${caseEvidence}
			where ${caseEvidence.caseId} = ${caseId}::bigint and ${caseEvidence.evidence}->>'kind' = 'report')`,
	);

async function settleAnew(services: Services, appealOf: string): Promise<void> {
	const database = services.db.directory();
	const of = eq(reports.decisionId, appealOf);
	await database
		.update(reports)
		.set({ state: "dismissed" })
		.where(and(of, eq(reports.state, "upheld")));
	const appealed = database.select({ id: appeals.reportId }).from(appeals).where(eq(appeals.decisionId, appealOf));
	const rows = await database
		.select()
		.from(reports)
		.where(and(of, inArray(reports.id, appealed)));
	for (const row of rows) await reopen(services, row);
}

/** Subjects whose id is made of people's. */
const namesOwner = (kind: typeof reports.subjectKind) => inArray(kind, ["profile", "conversation", "message"]);

/** What belongs to a case for the cleared alone, or under hold, stays with it. */
const isKept = sql`exists (
	select 1 from moderation_cases where moderation_cases.id = ${reports.caseId} and (is_restricted
		or exists (select 1 from legal_holds where legal_holds.case_id = moderation_cases.id and released_at is null)))`;

/** What follows from a person's erasure: what they reported counts on, without them; what others saw of them in reports is forgotten. */
export async function eraseReportsOf(services: Services, userId: string): Promise<void> {
	const database = services.db.directory();
	await database
		.update(reports)
		.set({ reporterId: null, reporterKey: sql`'erased:' || ${reports.id}`, network: null, note: "" })
		.where(eq(reports.reporterId, userId));
	// An account's own id, as a subject, gives way to the report's: so each stays one of its reporter's.
	await database
		.update(reports)
		.set({
			label: "",
			note: "",
			ownerId: null,
			subjectId: sql`case when ${namesOwner(reports.subjectKind)} then ${reports.id}::text else ${reports.subjectId} end`,
		})
		.where(and(eq(reports.ownerId, userId), sql`not ${isKept}`));
}
