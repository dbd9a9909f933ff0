import { and, isNotNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { SweptName } from "../../../contracts/retention.ts";
import { accountSessions, accountVerifications, conversationReports, formerUsernames } from "../../../db/schema/directory.ts";
import { caseEvidence, caseNotes, operatorSessions } from "../../../db/schema/moderation.ts";
import { reports } from "../../../db/schema/reports.ts";
import { commentEdits } from "../../../db/schema/videos.ts";
import { expireArchive } from "../../feed/index.ts";
import { expireDeadLetters } from "../../platform/dead-letters.ts";
import type { Services } from "../../platform/services.ts";

/** Rows that one statement deletes, at most. */
export const BATCH = 1_000;

/**
 * Deletes one batch of what is past its time. Safe to repeat.
 * @param before what was over before then is to go
 * @returns how much was deleted; less than `BATCH` when nothing is left
 */
export type Sweep = (services: Services, before: Date) => Promise<number>;

type Database = ReturnType<Services["db"]["directory"]>;

async function counted(database: Database, statement: SQL): Promise<number> {
	const { rows } = await database.execute<{ count: number }>(
		sql`with gone as (${statement} returning 1) select count(*)::int as count from gone`,
	);
	return rows[0]?.count ?? 0;
}

const ctids = (table: PgTable, where: SQL | undefined): SQL => sql`(select ctid from ${table} where ${where} limit ${BATCH})`;

const remove = (database: Database, table: PgTable, where: SQL | undefined): Promise<number> =>
	counted(database, sql`delete from ${table} where ctid in ${ctids(table, where)}`);

/** Rows of the directory. */
const inDirectory =
	(table: PgTable, where: (before: Date) => SQL | undefined): Sweep =>
	(services, before) =>
		remove(services.db.directory(), table, where(before));

/** What is under a legal hold, or for the cleared alone, stays with its case. */
const isHeld = (caseId: SQL): SQL => sql`exists (
	select 1 from moderation_cases as held where held.id = ${caseId} and (held.is_restricted
		or exists (select 1 from legal_holds where legal_holds.case_id = held.id and released_at is null)))`;

const ofClosedCase = (caseId: SQL, before: Date): SQL => sql`exists (
	select 1 from moderation_cases as closed where closed.id = ${caseId} and closed.state = 'closed' and closed.closed_at < ${before.toISOString()}
) and not ${isHeld(caseId)}`;

const isPastReport = (before: Date): SQL | undefined =>
	and(ne(reports.state, "received"), lt(reports.decidedAt, before), sql`not ${isHeld(sql`${reports.caseId}`)}`);

/** Copies of messages go with the report they came with; those whose report is gone, by their own age. */
const isPastCopy = (before: Date): SQL | undefined =>
	and(
		lt(conversationReports.createdAt, before),
		sql`not exists (select 1 from ${reports} where ${reports.id} = ${conversationReports.id} and not (${isPastReport(before)}))`,
	);

/** What ends each of the table's rows that the sweeper is named for. */
export const SWEEPS: Readonly<Record<SweptName, readonly Sweep[]>> = {
	sessions: [inDirectory(accountSessions, (before) => lt(accountSessions.expiresAt, before))],
	mailedLinks: [inDirectory(accountVerifications, (before) => lt(accountVerifications.expiresAt, before))],
	formerNames: [inDirectory(formerUsernames, (before) => lt(formerUsernames.changedAt, before))],
	earlierWords: [
		async ({ db }, before) => {
			let gone = 0;
			for (const database of db.everyVideoShard()) {
				if (gone < BATCH) gone += await remove(database, commentEdits, lt(commentEdits.editedAt, before));
			}
			return gone;
		},
	],
	watchArchive: [expireArchive],
	deadLetters: [expireDeadLetters],
	// Copies first: which of them may go is known by their reports.
	reports: [inDirectory(conversationReports, isPastCopy), inDirectory(reports, isPastReport)],
	reportNetworks: [
		({ db }, before) => {
			const isPast = and(isNotNull(reports.network), lt(reports.createdAt, before));
			return counted(db.directory(), sql`update ${reports} set network = null where ctid in ${ctids(reports, isPast)}`);
		},
	],
	cases: [
		inDirectory(caseEvidence, (before) => ofClosedCase(sql`${caseEvidence.caseId}`, before)),
		inDirectory(caseNotes, (before) => ofClosedCase(sql`${caseNotes.caseId}`, before)),
	],
	staffSessions: [
		inDirectory(operatorSessions, (before) => or(lt(operatorSessions.expiresAt, before), lt(operatorSessions.revokedAt, before))),
	],
};
