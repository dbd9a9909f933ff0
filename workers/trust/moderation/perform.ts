import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import { ADVERSE, type Reason } from "../../../contracts/moderation.ts";
import { accountLimits, moderationDecisions } from "../../../db/schema/moderation.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";

/** The first repetition comes after this, milliseconds; each further one after twice as long … */
const FIRST_RETRY_MS = 2_000;
/** … and at most this. */
const LAST_RETRY_MS = 600_000;
/** Decisions taken up at one tick. */
const MOST_AT_ONCE = 50;

type DecisionRow = typeof moderationDecisions.$inferSelect;

/** Carries out a decision that was just written. @returns null when there is no such decision; false when something is left to do */
export async function performNow(services: Services, decisionId: string): Promise<boolean | null> {
	const [row] = await services.db.directory().select().from(moderationDecisions).where(eq(moderationDecisions.id, decisionId));
	return row === undefined ? null : perform(services, row);
}

/** Takes up decisions that do not hold everywhere yet. @returns how many were tried */
export async function performDue(services: Services): Promise<number> {
	const now = new Date(services.clock());
	const due = await services.db
		.directory()
		.select()
		.from(moderationDecisions)
		.where(and(isNull(moderationDecisions.performedAt), lte(moderationDecisions.nextAttemptAt, now)))
		.orderBy(asc(moderationDecisions.nextAttemptAt))
		.limit(MOST_AT_ONCE);
	for (const row of due) await perform(services, row);
	return due.length;
}

/** Every feature's step of `decided`, again until all are done. */
async function perform(services: Services, row: DecisionRow): Promise<boolean> {
	const name = row.appealOf !== null && !(await restricted(services, row.appealOf)) ? "reconsidered" : "decided";
	const left = await emit(services, name, {
		decisionId: row.id,
		caseId: row.caseId,
		queue: row.queue,
		subject: { kind: row.subjectKind, id: row.subjectId, ownerId: row.ownerId, videoId: row.videoId ?? undefined },
		decision: row.decision,
		reason: row.reason,
		note: row.note,
		until: row.until,
		operatorId: row.operatorId,
		appealOf: row.appealOf,
	});
	const now = services.clock();
	const attempts = row.attempts + 1;
	const wait = Math.min(FIRST_RETRY_MS * 2 ** row.attempts, LAST_RETRY_MS);
	await services.db
		.directory()
		.update(moderationDecisions)
		.set(left.length === 0 ? { attempts, performedAt: new Date(now) } : { attempts, nextAttemptAt: new Date(now + wait) })
		.where(and(eq(moderationDecisions.id, row.id), isNull(moderationDecisions.performedAt)));
	if (left.length > 0) services.log.error("decision_not_performed", { decisionId: row.id, attempts, steps: left });
	else services.log.info("decision_performed", { decisionId: row.id, attempts, ms: now - row.at.getTime() });
	return left.length === 0;
}

/** Whether what an account posts is recommended to nobody at this moment. */
export async function isLimited(services: Services, ownerId: string): Promise<boolean> {
	const [row] = await services.db
		.directory()
		.select({ until: accountLimits.limitedUntil })
		.from(accountLimits)
		.where(eq(accountLimits.ownerId, ownerId));
	return row?.until != null && row.until.getTime() > services.clock();
}

/** Whether a decision took something from somebody: what took nothing is appealed against by who reported it, and has nothing to be given back. */
async function restricted(services: Services, decisionId: string): Promise<boolean> {
	const [row] = await services.db
		.directory()
		.select({ decision: moderationDecisions.decision })
		.from(moderationDecisions)
		.where(eq(moderationDecisions.id, decisionId));
	return row !== undefined && ADVERSE.has(row.decision);
}

/** Whether an account is suspended at this moment, until when, and why. */
export async function suspensionOf(
	services: Services,
	ownerId: string,
): Promise<{ readonly until: Date; readonly reason: Reason | null; readonly decisionId: string | null } | null> {
	const [row] = await services.db
		.directory()
		.select()
		.from(accountLimits)
		.where(and(eq(accountLimits.ownerId, ownerId), sql`suspended_until > ${new Date(services.clock()).toISOString()}::timestamptz`));
	if (row?.suspendedUntil == null) return null;
	return { until: row.suspendedUntil, reason: row.suspendedFor, decisionId: row.suspendedBy };
}
