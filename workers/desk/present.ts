import { inArray, sql } from "drizzle-orm";
import type { CaseRow, DecisionRow } from "../../contracts/desk.ts";
import { caseEvidence, type moderationDecisions } from "../../db/schema/moderation.ts";
import type { Services } from "../platform/services.ts";
import type { CaseRecord } from "../trust/index.ts";
import { colleagues, usernames } from "./people.ts";

/** Cases as lists and the desk show them, all look-ups in one batch. */
export async function presentCases(services: Services, rows: readonly CaseRecord[]): Promise<CaseRow[]> {
	if (rows.length === 0) return [];
	const counted = services.db
		.directory()
		.select({ caseId: caseEvidence.caseId, count: sql<number>`count(*)::int` })
		.from(caseEvidence)
		.where(
			inArray(
				caseEvidence.caseId,
				rows.map(({ id }) => id),
			),
		)
		.groupBy(caseEvidence.caseId);
	const [counts, named, names] = await Promise.all([
		counted,
		colleagues(
			services,
			rows.map(({ claimedBy }) => claimedBy),
		),
		usernames(
			services,
			rows.map(({ ownerId }) => ownerId),
		),
	]);
	const evidence = new Map(counts.map(({ caseId, count }) => [caseId, count]));
	const now = services.clock();
	return rows.map((row) => {
		const isClaimed = row.claimedBy !== null && row.claimedUntil !== null && row.claimedUntil.getTime() > now;
		return {
			id: row.id,
			queue: row.queue,
			subject: subjectOf(row),
			owner: { id: row.ownerId, username: names.get(row.ownerId) ?? null },
			reason: row.reason,
			severity: row.severity,
			source: row.source,
			reach: row.reach,
			state: row.state,
			openedAt: row.openedAt.toISOString(),
			closedAt: row.closedAt?.toISOString() ?? null,
			claimedBy: isClaimed && row.claimedBy !== null ? named(row.claimedBy) : null,
			claimedUntil: isClaimed ? (row.claimedUntil?.toISOString() ?? null) : null,
			evidence: evidence.get(row.id) ?? 0,
			notBy: row.notBy,
		};
	});
}

export async function presentCase(services: Services, row: CaseRecord): Promise<CaseRow> {
	const [presented] = await presentCases(services, [row]);
	if (presented === undefined) throw new Error("a case that is presented is there");
	return presented;
}

export async function presentDecisions(
	services: Services,
	rows: readonly (typeof moderationDecisions.$inferSelect)[],
): Promise<DecisionRow[]> {
	const named = await colleagues(
		services,
		rows.map(({ operatorId }) => operatorId),
	);
	return rows.map((row) => ({
		id: row.id,
		caseId: row.caseId,
		subject: subjectOf(row),
		decision: row.decision,
		reason: row.reason,
		note: row.note,
		by: row.operatorId === null ? null : named(row.operatorId),
		until: row.until?.toISOString() ?? null,
		at: row.at.toISOString(),
		performedAt: row.performedAt?.toISOString() ?? null,
		overturnedAt: row.overturnedAt?.toISOString() ?? null,
	}));
}

const subjectOf = (row: Pick<CaseRecord, "subjectKind" | "subjectId" | "ownerId" | "videoId">): CaseRow["subject"] => ({
	kind: row.subjectKind,
	id: row.subjectId,
	ownerId: row.ownerId,
	videoId: row.videoId,
});
