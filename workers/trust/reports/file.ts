import { and, eq, isNull, lt, sql } from "drizzle-orm";
import {
	type Evidence,
	fitsSubject,
	queueOf,
	type Reason,
	reasonFacts,
	type Severity,
	type Subject,
} from "../../../contracts/moderation.ts";
import { cannotReportOwn, reportUnfit } from "../../../contracts/problems/reports.ts";
import { reports } from "../../../db/schema/reports.ts";
import type { Services } from "../../platform/services.ts";
import { userIdOf, type Viewer, viewerKey } from "../../rules/viewer.ts";
import { openCase } from "../moderation/cases.ts";
import type { Network } from "../network.ts";
import { limitReports } from "./limit.ts";
import { recordOf } from "./record.ts";
import { NOBODY, type ReportedThing } from "./thing.ts";
import { liftOf, severityOf, weightOf } from "./weight.ts";

type ReportRow = typeof reports.$inferSelect;

export interface NewReport {
	readonly thing: ReportedThing;
	readonly reason: Reason;
	readonly note: string;
	/** Where it came from; null where that is not known. */
	readonly network: Network | null;
	/** Where the report's id is known already. */
	readonly id?: string;
}

/** Notes of one report, all of one person: what is beyond is cut off, characters. */
const NOTES_MAX = 4_000;

/**
 * Keeps a report and has people look at what it is about. The same person, thing and reason once more adds its note to the first.
 * @throws `invalid_fields` for a reason that does not fit, `forbidden` for one's own, `rate_limited`; what the database throws: then whoever
 * sends it again, or the sweeper, finishes it
 */
export async function fileReport(
	services: Services,
	viewer: Viewer,
	{ thing, reason, note, network, id = services.newId() }: NewReport,
): Promise<{ readonly reportId: string; readonly isNew: boolean }> {
	const userId = userIdOf(viewer);
	if (!fitsSubject(reason, thing.kind)) throw reportUnfit();
	if (userId !== null && thing.ownerId === userId) throw cannotReportOwn();
	await limitReports(services, viewer, network);
	const [row] = await services.db
		.directory()
		.insert(reports)
		.values({
			id,
			reporterId: userId,
			reporterKey: userId === null && network !== null ? `address:${network.address}` : viewerKey(viewer),
			network: network?.address ?? null,
			subjectKind: thing.kind,
			subjectId: thing.id,
			videoId: thing.videoId,
			ownerId: thing.ownerId,
			label: thing.label,
			reason,
			note,
			weight: weightOf(await recordOf(services, viewer)),
			createdAt: new Date(services.clock()),
		})
		.onConflictDoUpdate({
			target: [reports.reporterKey, reports.subjectKind, reports.subjectId, reports.reason],
			set: { note: withNote() },
		})
		.returning();
	if (row === undefined) throw new Error("a report was not kept");
	const isNew = row.id === id;
	// What was decided is not opened anew by who reported it before: they may ask for another look (`appeals/`).
	if (row.state === "received") await openFor(services, row, [evidenceOf(row.id, reason, note), ...(thing.context ? [thing.context] : [])]);
	if (isNew) services.log.info("reported", { kind: thing.kind, reason });
	return { reportId: row.id, isNew };
}

/** A note that says something new goes below the first. */
const withNote = () => sql`case
	when excluded.note = '' or position(excluded.note in ${reports.note}) > 0 then ${reports.note}
	when ${reports.note} = '' then excluded.note
	else left(${reports.note} || E'\n\n' || excluded.note, ${sql.raw(String(NOTES_MAX))}) end`;

const evidenceOf = (reportId: string, reason: Reason, note: string): Evidence => ({ kind: "report", reportId, reason, note });

/** Opens a report's case, or adds to the one that is open, as severe as all reports of the thing make it that wait. */
async function openFor(services: Services, row: ReportRow, evidence: readonly Evidence[]): Promise<void> {
	const waiting = await services.db
		.directory()
		.select({ weight: reports.weight, network: reports.network })
		.from(reports)
		.where(
			and(
				eq(reports.subjectKind, row.subjectKind),
				eq(reports.subjectId, row.subjectId),
				eq(reports.reason, row.reason),
				eq(reports.state, "received"),
			),
		);
	const queue = queueOf(row.reason);
	const severity = severityOf(reasonFacts(row.reason).severity, liftOf(waiting), queue === "child_safety") as Severity;
	const subject: Subject = {
		kind: row.subjectKind,
		id: row.subjectId,
		ownerId: row.ownerId ?? NOBODY,
		...(row.videoId === null || row.subjectKind === "video" ? {} : { videoId: row.videoId }),
	};
	let caseId: string | null = null;
	for (const piece of evidence) {
		({ caseId } = await openCase(services, { subject, queue, reason: row.reason, severity, source: "report", evidence: piece }));
	}
	if (caseId !== row.caseId) await services.db.directory().update(reports).set({ caseId }).where(eq(reports.id, row.id));
}

/** Has people look at something again that was reported and left as it is: the report waits as if it had just come. */
export async function reopen(services: Services, { id, reason, note }: ReportRow): Promise<void> {
	const waiting = { state: "received", decisionId: null, decidedAt: null, caseId: null } as const;
	const [row] = await services.db.directory().update(reports).set(waiting).where(eq(reports.id, id)).returning();
	if (row !== undefined) await openFor(services, row, [evidenceOf(id, reason, note)]);
}

/** A report whose case could not be opened is older than this when the sweeper opens it, milliseconds. */
const SWEPT_AFTER_MS = 60_000;
const SWEPT_AT_ONCE = 50;

/** Opens the cases of reports that broke off before they had one. @returns how many there were */
export async function sweepReports(services: Services): Promise<number> {
	const rows = await services.db
		.directory()
		.select()
		.from(reports)
		.where(and(isNull(reports.caseId), eq(reports.state, "received"), lt(reports.createdAt, new Date(services.clock() - SWEPT_AFTER_MS))))
		.limit(SWEPT_AT_ONCE);
	for (const row of rows) await openFor(services, row, [evidenceOf(row.id, row.reason, row.note)]);
	return rows.length;
}
