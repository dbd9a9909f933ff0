import { sql } from "drizzle-orm";
import type { Queue } from "../../../contracts/moderation.ts";
import { moderationCases, moderationDecisions } from "../../../db/schema/moderation.ts";
import type { Services } from "../../platform/services.ts";
import type { Operator } from "../../rules/operator.ts";
import { sqlNow, visible } from "./queue.ts";
import { isCleared, queuesOf } from "./rights.ts";

/** From this severity on a case is urgent. */
const URGENT = 4;

/** How full the queues of this person are. */
export async function queueStates(services: Services, operator: Operator) {
	const now = sqlNow(services);
	const rows = await services.db
		.directory()
		.select({
			queue: moderationCases.queue,
			open: sql<number>`count(*)::int`,
			claimed: sql<number>`count(*) filter (where claimed_until > ${now})::int`,
			urgent: sql<number>`count(*) filter (where severity >= ${URGENT})::int`,
			oldestAt: sql<string>`min(opened_at)::text`,
		})
		.from(moderationCases)
		.where(sql`state = 'open' and ${visible(operator)}`)
		.groupBy(moderationCases.queue);
	return queuesOf(operator).map((queue) => {
		const row = rows.find((one) => one.queue === queue);
		return {
			queue,
			open: row?.open ?? 0,
			claimed: row?.claimed ?? 0,
			urgent: row?.urgent ?? 0,
			oldestAt: row === undefined ? null : new Date(row.oldestAt).toISOString(),
		};
	});
}

/** Time to decision, overturned decisions and backlog of the last days. What is restricted is counted for the cleared alone. */
export async function metricsOf(services: Services, operator: Operator, days: number) {
	const since = sql`${new Date(services.clock() - days * 86_400_000).toISOString()}::timestamptz`;
	const cleared = sql`${isCleared(operator)}::boolean`;
	const directory = services.db.directory();
	const [states, decided] = await Promise.all([
		queueStates(services, operator),
		directory
			.select({
				queue: moderationDecisions.queue,
				decided: sql<number>`count(*)::int`,
				median: sql<
					number | null
				>`percentile_cont(0.5) within group (order by extract(epoch from ${moderationDecisions.at} - opened_at))::float8`,
				slow: sql<
					number | null
				>`percentile_cont(0.9) within group (order by extract(epoch from ${moderationDecisions.at} - opened_at))::float8`,
				overturned: sql<number>`count(*) filter (where ${moderationDecisions.overturnedAt} is not null)::int`,
				adverse: sql<number>`count(*) filter (where ${moderationDecisions.decision} not in ('approve', 'dismiss', 'escalate'))::int`,
			})
			.from(moderationDecisions)
			.innerJoin(moderationCases, sql`${moderationCases.id} = ${moderationDecisions.caseId}`)
			.where(
				sql`${moderationDecisions.at} > ${since} and ${moderationDecisions.operatorId} is not null and (${cleared} or not ${moderationDecisions.isRestricted})`,
			)
			.groupBy(moderationDecisions.queue),
	]);
	return states.map(({ queue, open }: { queue: Queue; open: number }) => {
		const row = decided.find((one) => one.queue === queue);
		return {
			queue,
			backlog: open,
			decided: row?.decided ?? 0,
			medianSeconds: row?.median ?? null,
			slowSeconds: row?.slow ?? null,
			overturned: row?.overturned ?? 0,
			overturnRate: row === undefined || row.adverse === 0 ? null : row.overturned / row.adverse,
		};
	});
}
