import { and, asc, gt, gte, inArray, lt } from "drizzle-orm";
import type { AnswerOf, QueryOf } from "../../../contracts/endpoint.ts";
import { ADVERSE } from "../../../contracts/moderation.ts";
import type { exportStatements as contract } from "../../../contracts/statements.ts";
import { moderationDecisions } from "../../../db/schema/moderation.ts";
import { idCursor } from "../../lists/cursor.ts";
import { listPage, peeking } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import { type DecisionRow, decidedOf } from "./own.ts";
import { exportedStatement } from "./statement.ts";

/**
 * Statements of reasons for the EU's transparency database, in the order of the decisions. Private messages are left out: the database
 * is of what is spread to the public. So is what an appeal took back before it was sent.
 * @param rules address of the rules
 */
export async function exportStatements(
	services: Services,
	{ from, to, ...query }: QueryOf<typeof contract>,
	rules: string,
): Promise<AnswerOf<typeof contract>> {
	const read = (after: { readonly id: string } | null, limit: number) =>
		services.db
			.directory()
			.select()
			.from(moderationDecisions)
			.where(
				and(
					inArray(moderationDecisions.decision, [...ADVERSE]),
					inArray(moderationDecisions.subjectKind, ["video", "comment", "profile", "sound"]),
					from === undefined ? undefined : gte(moderationDecisions.at, new Date(from)),
					to === undefined ? undefined : lt(moderationDecisions.at, new Date(to)),
					after === null ? undefined : gt(moderationDecisions.id, after.id),
				),
			)
			.orderBy(asc(moderationDecisions.id))
			.limit(limit);
	const { items, nextCursor } = await listPage(
		{
			skeleton: peeking(read, ({ id }: DecisionRow) => ({ id })),
			hydrate: () => Promise.resolve(null),
			rule: ({ overturnedAt }: DecisionRow) => overturnedAt === null,
			present: (rows: readonly DecisionRow[]) => rows.flatMap((row) => exportedStatement(decidedOf(row), rules) ?? []),
		},
		idCursor,
		query,
	);
	return { statements: items, nextCursor };
}
