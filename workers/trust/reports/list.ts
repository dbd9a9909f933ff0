import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { AnswerOf, QueryOf } from "../../../contracts/endpoint.ts";
import type { listReports as contract, Report } from "../../../contracts/reports.ts";
import { appeals, reports } from "../../../db/schema/reports.ts";
import { idCursor } from "../../lists/cursor.ts";
import { listPage, peeking } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { appealEnd } from "../appeals/time.ts";

type Row = typeof reports.$inferSelect;
type AppealRow = typeof appeals.$inferSelect;

/** What somebody reported, newest first. */
export async function ownReports(
	services: Services,
	{ userId }: UserViewer,
	query: QueryOf<typeof contract>,
): Promise<AnswerOf<typeof contract>> {
	const database = services.db.directory();
	const read = (after: { readonly id: string } | null, limit: number) =>
		database
			.select()
			.from(reports)
			.where(and(eq(reports.reporterId, userId), after === null ? undefined : lt(reports.id, after.id)))
			.orderBy(desc(reports.id))
			.limit(limit);
	const { items, nextCursor } = await listPage(
		{
			skeleton: peeking(read, ({ id }: Row) => ({ id })),
			hydrate: async (rows: readonly Row[]) => {
				const decided = rows.flatMap(({ decisionId }) => decisionId ?? []);
				if (decided.length === 0) return [];
				return database
					.select()
					.from(appeals)
					.where(and(eq(appeals.userId, userId), inArray(appeals.decisionId, decided)));
			},
			rule: () => true,
			present: (rows: readonly Row[], known: readonly AppealRow[]) =>
				rows.map((row) =>
					presentReport(
						row,
						known.find(({ decisionId }) => decisionId === row.decisionId),
						services.clock(),
					),
				),
		},
		idCursor,
		query,
	);
	return { reports: items, nextCursor };
}

function presentReport(row: Row, appeal: AppealRow | undefined, now: number): Report {
	const end = row.state === "dismissed" && row.decidedAt !== null && appeal === undefined ? appealEnd(row.decidedAt) : null;
	return {
		id: row.id,
		kind: row.subjectKind,
		videoId: row.videoId,
		label: row.label,
		reason: row.reason,
		note: row.note,
		state: row.state,
		createdAt: row.createdAt.toISOString(),
		decidedAt: row.decidedAt?.toISOString() ?? null,
		appeal: appeal?.state ?? null,
		appealUntil: end !== null && end.getTime() > now ? end.toISOString() : null,
	};
}
