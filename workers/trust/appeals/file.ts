import { and, eq, isNull, lt } from "drizzle-orm";
import type { Appeal } from "../../../contracts/appeals.ts";
import { ADVERSE, reasonFacts } from "../../../contracts/moderation.ts";
import { appealExpired, appealNotOpen, decisionNotFound, reportNotFound } from "../../../contracts/problems/reports.ts";
import { moderationDecisions } from "../../../db/schema/moderation.ts";
import { appeals, reports } from "../../../db/schema/reports.ts";
import type { Services } from "../../platform/services.ts";
import { openCase } from "../moderation/cases.ts";
import { type AppealRow, type DecisionRow, presentAppeal } from "./own.ts";
import { appealEnd } from "./time.ts";

interface Filed {
	readonly appeal: Appeal;
	readonly isNew: boolean;
}

async function readDecision(services: Services, decisionId: string): Promise<DecisionRow | undefined> {
	const [row] = await services.db.directory().select().from(moderationDecisions).where(eq(moderationDecisions.id, decisionId));
	return row;
}

/**
 * Has somebody else look at a decision about what is `userId`'s own. The first appeal stands: sent again, it changes nothing.
 * @throws ProblemError decision_not_found, appeal_expired, appeal_not_open for what was taken back already
 */
export async function appealDecision(services: Services, userId: string, decisionId: string, text: string): Promise<Filed> {
	const decision = await readDecision(services, decisionId);
	if (decision === undefined || decision.ownerId !== userId || !ADVERSE.has(decision.decision)) throw decisionNotFound();
	return file(services, { userId, reportId: null, text }, decision);
}

/**
 * The same of what somebody reported, when nothing was done about it.
 * @throws ProblemError report_not_found, appeal_expired, appeal_not_open for what was not decided yet, or rightly reported
 */
export async function appealReport(services: Services, userId: string, reportId: string, text: string): Promise<Filed> {
	const [report] = await services.db
		.directory()
		.select()
		.from(reports)
		.where(and(eq(reports.id, reportId), eq(reports.reporterId, userId)));
	if (report === undefined) throw reportNotFound();
	const decision = report.decisionId === null ? undefined : await readDecision(services, report.decisionId);
	if (decision === undefined) throw appealNotOpen();
	const isOpen = report.state === "dismissed" && !ADVERSE.has(decision.decision);
	return file(services, { userId, reportId, text }, decision, isOpen);
}

type NewAppeal = Pick<AppealRow, "userId" | "reportId" | "text">;

async function file(services: Services, appeal: NewAppeal, decision: DecisionRow, isOpen = decision.overturnedAt === null): Promise<Filed> {
	const database = services.db.directory();
	const once = and(eq(appeals.decisionId, decision.id), eq(appeals.userId, appeal.userId));
	const [before] = await database.select().from(appeals).where(once);
	if (before === undefined) {
		if (!isOpen) throw appealNotOpen();
		if (services.clock() > appealEnd(decision.at).getTime()) throw appealExpired();
	}
	const id = services.newId();
	const row = { ...appeal, id, decisionId: decision.id, createdAt: new Date(services.clock()) };
	if (before === undefined) await database.insert(appeals).values(row).onConflictDoNothing();
	const [kept] = before === undefined ? await database.select().from(appeals).where(once) : [before];
	if (kept === undefined) throw new Error("an appeal was not kept");
	if (kept.caseId === null) await openAppeal(services, kept, decision);
	if (kept.id === id) services.log.info("appealed", { decision: decision.decision, by: appeal.reportId === null ? "owner" : "reporter" });
	return { appeal: presentAppeal(kept), isNew: kept.id === id };
}

async function openAppeal(services: Services, { id, text }: AppealRow, decision: DecisionRow): Promise<void> {
	const { subjectKind: kind, subjectId, ownerId, videoId, reason } = decision;
	const { caseId } = await openCase(services, {
		subject: { kind, id: subjectId, ownerId, ...(videoId === null ? {} : { videoId }) },
		queue: "appeals",
		reason,
		severity: reasonFacts(reason).severity,
		source: "appeal",
		evidence: { kind: "appeal", appealId: id, decisionId: decision.id, text },
	});
	await services.db.directory().update(appeals).set({ caseId }).where(eq(appeals.id, id));
}

/** An appeal whose case could not be opened is older than this when the sweeper opens it, milliseconds. */
const SWEPT_AFTER_MS = 60_000;
const SWEPT_AT_ONCE = 50;

/** Opens the cases of appeals that broke off before they had one. @returns how many there were */
export async function sweepAppeals(services: Services): Promise<number> {
	const rows = await services.db
		.directory()
		.select()
		.from(appeals)
		.where(and(isNull(appeals.caseId), eq(appeals.state, "waiting"), lt(appeals.createdAt, new Date(services.clock() - SWEPT_AFTER_MS))))
		.limit(SWEPT_AT_ONCE);
	for (const row of rows) {
		const decision = await readDecision(services, row.decisionId);
		if (decision !== undefined) await openAppeal(services, row, decision);
	}
	return rows.length;
}
