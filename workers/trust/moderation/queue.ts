import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { LEASE_MS } from "../../../contracts/desk.ts";
import type { Queue } from "../../../contracts/moderation.ts";
import { caseClosed, caseNotFound, caseTaken, secondReviewer } from "../../../contracts/problems/moderation.ts";
import { moderationCases } from "../../../db/schema/moderation.ts";
import type { Services } from "../../platform/services.ts";
import type { Operator } from "../../rules/operator.ts";
import { auditStatement } from "../audit/append.ts";
import { isCleared, maySee, queuesOf } from "./rights.ts";

/** Who works on what: each case is one person's at a time, for as long as they give a sign of life. */

export type CaseRecord = typeof moderationCases.$inferSelect;

/**
 * How pressing a case is: a step of severity is worth a hundred times the views, or two and a half days of waiting; none waits for ever.
 * @param now the moment, as SQL
 */
const pressing = (now: SQL): SQL => sql`(severity * 20 + 10 * log(1 + reach) + least(extract(epoch from ${now} - opened_at) / 10800, 200))`;

export const sqlNow = ({ clock }: Pick<Services, "clock">): SQL => sql`${new Date(clock()).toISOString()}::timestamptz(3)`;

/** Cases this person may see. */
export function visible(operator: Operator, queue?: Queue): SQL | undefined {
	const queues = queuesOf(operator).filter((one) => queue === undefined || one === queue);
	if (queues.length === 0) return sql`false`;
	return and(inArray(moderationCases.queue, queues), isCleared(operator) ? undefined : eq(moderationCases.isRestricted, false));
}

/** Nobody works on it, or this person does. */
const claimable = (operator: Operator, now: SQL): SQL | undefined =>
	and(
		eq(moderationCases.state, "open"),
		sql`(claimed_by is null or claimed_by = ${operator.id}::bigint or claimed_until <= ${now})`,
		sql`(not_by is null or not_by <> ${operator.id}::bigint)`,
	);

/** @throws `case_not_found`, also for one that is not this person's to see */
export async function caseFor(services: Services, operator: Operator, caseId: string): Promise<CaseRecord> {
	const [row] = await services.db.directory().select().from(moderationCases).where(eq(moderationCases.id, caseId));
	if (row === undefined || !maySee(operator, row)) throw caseNotFound();
	return row;
}

/**
 * Takes the most pressing case of a queue that nobody works on. Of many who ask at the same moment each is given another: what one is
 * about to take is passed over by the others.
 * @returns null when there is none
 */
export async function claimNextCase(services: Services, operator: Operator, queue: Queue): Promise<CaseRecord | null> {
	const now = sqlNow(services);
	const directory = services.db.directory();
	const next = directory
		.select({ id: moderationCases.id })
		.from(moderationCases)
		.where(
			and(
				visible(operator, queue),
				claimable(operator, now),
				sql`(claimed_by is null or claimed_by <> ${operator.id}::bigint or claimed_until <= ${now})`,
			),
		)
		.orderBy(sql`${pressing(now)} desc`, moderationCases.id)
		.limit(1)
		.for("update", { skipLocked: true });
	const [row] = await directory
		.update(moderationCases)
		.set(leaseOf(services, operator))
		.where(inArray(moderationCases.id, next))
		.returning();
	return row ?? null;
}

/** Takes one case, or keeps it for longer. @throws `case_not_found`, `case_taken`, `case_closed`, `second_reviewer` */
export async function claim(services: Services, operator: Operator, caseId: string): Promise<CaseRecord> {
	const found = await caseFor(services, operator, caseId);
	if (found.notBy === operator.id) throw secondReviewer();
	const [row] = await services.db
		.directory()
		.update(moderationCases)
		.set(leaseOf(services, operator))
		.where(and(eq(moderationCases.id, caseId), claimable(operator, sqlNow(services))))
		.returning();
	if (row !== undefined) return row;
	throw (await caseFor(services, operator, caseId)).state === "closed" ? caseClosed() : caseTaken();
}

/** Gives a case back. @throws `case_not_found` */
export async function release(services: Services, operator: Operator, caseId: string): Promise<void> {
	await caseFor(services, operator, caseId);
	await services.db
		.directory()
		.update(moderationCases)
		.set({ claimedBy: null, claimedUntil: null })
		.where(and(eq(moderationCases.id, caseId), eq(moderationCases.claimedBy, operator.id)));
}

const leaseOf = ({ clock }: Services, { id }: Operator) => ({ claimedBy: id, claimedUntil: new Date(clock() + LEASE_MS) });

export interface Wanted {
	readonly queue?: Queue | undefined;
	readonly state: "open" | "closed";
	readonly mine: boolean;
	/** Ids that what is looked for may bear. */
	readonly ids?: readonly string[] | undefined;
	readonly limit: number;
}

export async function listOf(services: Services, operator: Operator, wanted: Wanted): Promise<CaseRecord[]> {
	const now = sqlNow(services);
	const { ids } = wanted;
	const named =
		ids === undefined
			? undefined
			: or(
					inArray(moderationCases.subjectId, [...ids]),
					...ids
						.filter((id) => /^\d{1,18}$/.test(id))
						.map((id) => sql`(id = ${id}::bigint or owner_id = ${id}::bigint or video_id = ${id}::bigint)`),
				);
	return services.db
		.directory()
		.select()
		.from(moderationCases)
		.where(
			and(
				visible(operator, wanted.queue),
				eq(moderationCases.state, wanted.state),
				wanted.mine ? sql`claimed_by = ${operator.id}::bigint and claimed_until > ${now}` : undefined,
				named,
			),
		)
		.orderBy(wanted.state === "open" ? sql`${pressing(now)} desc` : sql`closed_at desc`, moderationCases.id)
		.limit(wanted.limit);
}

/** Moves an open case to another queue; what was open there about the same takes its evidence. @returns false when somebody else works on it */
export async function moveTo(services: Services, operator: Operator, found: CaseRecord, queue: Queue): Promise<boolean> {
	const now = sqlNow(services);
	const directory = services.db.directory();
	const isRestricted = queue === "child_safety";
	// In child safety it is the account's case.
	const about = isRestricted ? { kind: "profile" as const, id: found.ownerId } : { kind: found.subjectKind, id: found.subjectId };
	const target = services.newId();
	await directory.batch([
		directory.execute(sql`
			insert into moderation_cases
				(id, queue, subject_kind, subject_id, owner_id, video_id, reason, severity, source, reach, is_restricted, opened_at, changed_at)
			select ${target}::bigint, ${queue}, ${about.kind}, ${about.id}, owner_id, ${isRestricted ? sql`null` : sql`video_id`}, reason, severity, source, reach, ${isRestricted}::boolean, opened_at, ${now}
			from moderation_cases where id = ${found.id}::bigint and ${claimable(operator, now)}
			on conflict (queue, subject_kind, subject_id, coalesce(decision_id, 0)) where state = 'open' do update set
				severity = greatest(excluded.severity, moderation_cases.severity), changed_at = excluded.changed_at`),
		directory.execute(sql`
			with source as (
				update moderation_cases set state = 'closed', closed_at = ${now}, changed_at = ${now}, claimed_by = null, claimed_until = null,
					is_restricted = is_restricted or ${isRestricted}::boolean
				where id = ${found.id}::bigint and ${claimable(operator, now)} returning id
			), target as (
				select id from moderation_cases where queue = ${queue} and subject_kind = ${about.kind} and subject_id = ${about.id} and state = 'open'
			), held as (
				insert into legal_holds (id, case_id, subject_kind, subject_id, owner_id, at)
				select distinct on (evidence.subject_kind, evidence.subject_id) evidence.id, target.id, evidence.subject_kind, evidence.subject_id, ${found.ownerId}::bigint, ${now}
				from case_evidence evidence, source, target where evidence.case_id = source.id and ${isRestricted}::boolean
				on conflict (case_id, subject_kind, subject_id) do nothing
			)
			update case_evidence set case_id = target.id from source, target where case_evidence.case_id = source.id
				and not exists (select 1 from case_evidence other where other.case_id = target.id and other.digest = case_evidence.digest)`),
		directory.execute(
			auditStatement(services.clock(), {
				operatorId: operator.id,
				action: "case.move",
				isRestricted: isRestricted || found.isRestricted,
				target: `case:${found.id}`,
				details: { from: found.queue, to: queue },
			}),
		),
	]);
	const [after] = await directory.select({ state: moderationCases.state }).from(moderationCases).where(eq(moderationCases.id, found.id));
	return after?.state === "closed";
}
