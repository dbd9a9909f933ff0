import { and, count, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import {
	ADVERSE,
	DECIDES,
	type Decision,
	fitsSubject,
	type Reason,
	type Subject,
	type SubjectKind,
} from "../../../contracts/moderation.ts";
import {
	caseClosed,
	caseNotFound,
	caseTaken,
	decisionUnfit,
	roleRequired,
	secondReviewer,
} from "../../../contracts/problems/moderation.ts";
import { caseEvidence, moderationCases, strikes } from "../../../db/schema/moderation.ts";
import type { Services } from "../../platform/services.ts";
import type { Operator } from "../../rules/operator.ts";
import { auditStatement } from "../audit/append.ts";
import { FOR_GOOD, LIMIT_LASTS_MS, POLICY_VERSION, STRIKE_LASTS_MS, suspendedBy } from "./ladder.ts";
import { performNow } from "./perform.ts";
import { maySee, roleMissing } from "./rights.ts";

export interface Deciding {
	readonly caseId: string;
	/** Null: the machine. */
	readonly operator: Operator | null;
	readonly decision: Decision;
	readonly reason: Reason;
	/** In words, for the person it is about: it goes into the statement of reasons. */
	readonly note: string;
	/** Until when a suspension or limit lasts; left out, a suspension is for good and a limit for thirty days. */
	readonly until?: Date;
	/** Whether what is removed or muted counts as a strike against its owner. */
	readonly strike?: boolean;
	/** One thing the case gathered, where it is about an account: it is decided about, and the case stays open. */
	readonly target?: { readonly kind: SubjectKind; readonly id: string };
}

type CaseRow = typeof moderationCases.$inferSelect;

/**
 * Decides a case: the decision, what it does to the account, and its line in the audit log are one transaction; then it is carried out
 * everywhere, again until it holds. Of two that decide at the same moment one is told that it was decided.
 * @returns `performed` when it held everywhere before this returned
 * @throws `case_not_found`, `case_taken`, `case_closed`, `second_reviewer`, `role_required`, `decision_unfit`
 */
export async function decide(services: Services, given: Deciding): Promise<{ readonly decisionId: string; readonly performed: boolean }> {
	const { operator } = given;
	const directory = services.db.directory();
	const [found] = await directory.select().from(moderationCases).where(eq(moderationCases.id, given.caseId));
	if (found === undefined || (operator !== null && !maySee(operator, found))) throw caseNotFound();
	refuseUnfit(found, given);
	const subject = await subjectOf(services, found, given);
	const now = services.clock();
	const id = services.newId();
	const standing = givesStrike(given) ? (await strikesStanding(services, found.ownerId, now)) + 1 : 0;
	const until = untilOf(given, now);
	const suspendUntil = given.decision === "suspend" ? until : suspendedBy(standing, now);
	await directory.batch([
		directory.execute(decisionStatement({ id, found, given, subject, until, now })),
		directory.execute(strikeStatement(id, given, now)),
		directory.execute(
			limitsStatement({
				id,
				given,
				suspendUntil,
				limitUntil: given.decision === "shadow_limit" ? until : null,
				childSince: given.decision === "child_account" ? now : null,
			}),
		),
		directory.execute(overturnStatement(id, given, now)),
		directory.execute(liftStatement(id, given)),
		directory.execute(
			auditStatement(
				now,
				{
					operatorId: operator?.id ?? null,
					action: "case.decide",
					isRestricted: found.isRestricted,
					target: `case:${found.id}`,
					details: {
						decisionId: id,
						decision: given.decision,
						reason: given.reason,
						subject: `${subject.kind}:${subject.id}`,
						strike: standing > 0,
					},
				},
				isWritten(id),
			),
		),
	]);
	const performed = await performNow(services, id);
	if (performed === null) throw await refusal(services, given);
	return { decisionId: id, performed };
}

/** Strikes of an account that count. */
export async function strikesStanding(services: Services, ownerId: string, now: number): Promise<number> {
	const [row] = await services.db
		.directory()
		.select({ standing: count() })
		.from(strikes)
		.where(and(eq(strikes.ownerId, ownerId), gt(strikes.expiresAt, new Date(now)), isNull(strikes.takenBackAt)));
	return row?.standing ?? 0;
}

function refuseUnfit(found: CaseRow, { operator, decision, reason }: Deciding): void {
	if (found.state === "closed") throw caseClosed();
	if (operator === null) return;
	if (found.notBy === operator.id) throw secondReviewer();
	const role = roleMissing(operator, decision);
	if (role !== null) throw roleRequired(role);
	if (found.queue === "appeals" && decision !== "approve" && decision !== "dismiss") {
		throw decisionUnfit("An appeal is granted (approve) or turned down (dismiss). Open the video or account to decide something else.");
	}
	if ((decision === "child_account") !== (reason === "underage") && (decision === "child_account" || ADVERSE.has(decision))) {
		throw decisionUnfit("That somebody is under 13 closes their account, and nothing else does: choose that decision with that policy.");
	}
	if (found.queue !== "appeals" && !fitsSubject(reason, found.subjectKind) && found.queue !== "child_safety") {
		throw decisionUnfit("This reason does not fit what the case is about. Choose another.");
	}
}

/** What is decided about: what the case is about, or one thing it gathered. */
async function subjectOf(services: Services, found: CaseRow, { target, decision }: Deciding): Promise<Subject> {
	const about = { kind: found.subjectKind, id: found.subjectId, videoId: found.videoId };
	const chosen = target === undefined ? about : await gathered(services, found.id, target);
	if (!DECIDES[decision].includes(chosen.kind)) throw decisionUnfit("This can't be decided about what the case is about.");
	return { kind: chosen.kind, id: chosen.id, ownerId: found.ownerId, videoId: chosen.videoId ?? undefined };
}

async function gathered(services: Services, caseId: string, target: NonNullable<Deciding["target"]>) {
	const [row] = await services.db
		.directory()
		.select({ kind: caseEvidence.subjectKind, id: caseEvidence.subjectId, videoId: caseEvidence.videoId })
		.from(caseEvidence)
		.where(and(eq(caseEvidence.caseId, caseId), eq(caseEvidence.subjectKind, target.kind), eq(caseEvidence.subjectId, target.id)))
		.limit(1);
	if (row === undefined) throw decisionUnfit("The case holds no evidence about this.");
	return row;
}

const STRIKES: ReadonlySet<Decision> = new Set(["remove", "mute_sound", "replace_sound"]);
const givesStrike = ({ decision, strike }: Deciding): boolean => decision === "strike" || (strike === true && STRIKES.has(decision));

function untilOf({ decision, until }: Deciding, now: number): Date | null {
	if (decision === "suspend") return until ?? FOR_GOOD;
	if (decision === "shadow_limit") return until ?? new Date(now + LIMIT_LASTS_MS);
	return null;
}

const instantOf = (at: Date | number | null): SQL =>
	at === null ? sql`null::timestamptz(3)` : sql`${new Date(at).toISOString()}::timestamptz(3)`;

/** The decision of this transaction was written: no other had closed the case, or holds it. */
const isWritten = (id: string): SQL => sql`exists (select 1 from moderation_decisions where id = ${id}::bigint)`;

interface DecisionWritten {
	readonly id: string;
	readonly found: CaseRow;
	readonly given: Deciding;
	readonly subject: Subject;
	readonly until: Date | null;
	readonly now: number;
}

/** Takes the case if it is open and nobody else's, and writes the decision where it did. */
function decisionStatement({ id, found, given, subject, until, now }: DecisionWritten): SQL {
	const operatorId = given.operator?.id ?? null;
	const at = instantOf(now);
	const staysOpen = given.target !== undefined && found.subjectKind === "profile" && found.queue === "child_safety";
	return sql`
		with taken as (
			update moderation_cases set
				state = ${staysOpen ? "open" : "closed"},
				changed_at = ${at},
				closed_at = ${staysOpen ? instantOf(null) : at},
				claimed_by = case when ${staysOpen}::boolean then claimed_by end,
				claimed_until = case when ${staysOpen}::boolean then claimed_until end
			where id = ${found.id}::bigint and state = 'open'
				and (claimed_by is null or claimed_by = ${operatorId}::bigint or claimed_until <= ${at})
			returning id, queue, is_restricted, owner_id, source, decision_id
		)
		insert into moderation_decisions
			(id, case_id, queue, is_restricted, subject_kind, subject_id, owner_id, video_id, operator_id, decision, reason, note, source, policy, until, appeal_of, at, next_attempt_at)
		select ${id}::bigint, id, queue, is_restricted, ${subject.kind}, ${subject.id}, owner_id, ${subject.videoId ?? null}::bigint, ${operatorId}::bigint,
			${given.decision}, ${given.reason}, ${given.note}, source, ${POLICY_VERSION}, ${instantOf(until)}, decision_id, ${at}, ${at}
		from taken`;
}

const strikeStatement = (id: string, given: Deciding, now: number): SQL => sql`
	insert into strikes (decision_id, owner_id, reason, at, expires_at)
	select id, owner_id, reason, at, ${instantOf(now + STRIKE_LASTS_MS)} from moderation_decisions
	where id = ${id}::bigint and ${givesStrike(given)}::boolean`;

interface LimitsGiven {
	readonly id: string;
	readonly given: Deciding;
	readonly suspendUntil: Date | null;
	readonly limitUntil: Date | null;
	readonly childSince: number | null;
}

/** A longer one stands, and what began first. */
const limitsStatement = ({ id, given, suspendUntil, limitUntil, childSince }: LimitsGiven): SQL => sql`
	insert into account_limits as held (owner_id, suspended_until, suspended_by, suspended_for, limited_until, limited_by, child_since, child_by)
	select owner_id, ${instantOf(suspendUntil)}, case when ${suspendUntil !== null}::boolean then id end, case when ${suspendUntil !== null}::boolean then ${given.reason} end,
		${instantOf(limitUntil)}, case when ${limitUntil !== null}::boolean then id end,
		${instantOf(childSince)}, case when ${childSince !== null}::boolean then id end
	from moderation_decisions where id = ${id}::bigint and ${suspendUntil !== null || limitUntil !== null || childSince !== null}::boolean
	on conflict (owner_id) do update set
		suspended_by = case when excluded.suspended_until >= coalesce(held.suspended_until, excluded.suspended_until) then excluded.suspended_by else held.suspended_by end,
		suspended_for = case when excluded.suspended_until >= coalesce(held.suspended_until, excluded.suspended_until) then excluded.suspended_for else held.suspended_for end,
		suspended_until = greatest(excluded.suspended_until, held.suspended_until),
		limited_by = case when excluded.limited_until >= coalesce(held.limited_until, excluded.limited_until) then excluded.limited_by else held.limited_by end,
		limited_until = greatest(excluded.limited_until, held.limited_until),
		child_since = coalesce(held.child_since, excluded.child_since),
		child_by = coalesce(held.child_by, excluded.child_by)`;

const overturns = ({ decision }: Deciding): boolean => decision === "approve";
/** What the decision of this transaction takes back. */
const overturned = (id: string): SQL =>
	sql`(select appeal_of from moderation_decisions where id = ${id}::bigint and appeal_of is not null)`;

/** A granted appeal: the decision is taken back, and its strike with it … */
const overturnStatement = (id: string, given: Deciding, now: number): SQL => sql`
	with back as (
		update moderation_decisions set overturned_at = ${instantOf(now)}
		where ${overturns(given)}::boolean and id = ${overturned(id)} returning id
	)
	update strikes set taken_back_at = ${instantOf(now)} where decision_id in (select id from back)`;

/** … and what it did to the account. */
const liftStatement = (id: string, given: Deciding): SQL => sql`
	update account_limits set
		suspended_until = case when suspended_by = ${overturned(id)} then null else suspended_until end,
		suspended_for = case when suspended_by = ${overturned(id)} then null else suspended_for end,
		suspended_by = case when suspended_by = ${overturned(id)} then null else suspended_by end,
		limited_until = case when limited_by = ${overturned(id)} then null else limited_until end,
		limited_by = case when limited_by = ${overturned(id)} then null else limited_by end,
		child_since = case when child_by = ${overturned(id)} then null else child_since end,
		child_by = case when child_by = ${overturned(id)} then null else child_by end
	where ${overturns(given)}::boolean and ${overturned(id)} in (suspended_by, limited_by, child_by)`;

/** Why nothing was written. */
async function refusal(services: Services, { caseId }: Deciding): Promise<Error> {
	const [row] = await services.db
		.directory()
		.select({ state: moderationCases.state })
		.from(moderationCases)
		.where(eq(moderationCases.id, caseId));
	return row?.state === "closed" ? caseClosed() : caseTaken();
}
