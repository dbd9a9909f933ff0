import { neon, neonConfig } from "@neondatabase/serverless";
import { asc, gt } from "drizzle-orm";
import { drizzle } from "drizzle-orm/neon-http";
import { auditLog } from "../../db/schema/moderation.ts";
import { type AuditRow, breaksIn } from "../../workers/trust/audit/line.ts";
import type { Directory } from "./first.ts";

const BATCH = 1_000;

/**
 * Reads the whole audit log and computes every hash anew.
 * @param head `SEQ:HASH` as an earlier run gave it: whether that line still stands tells whether the end was cut off
 * @returns what is wrong, in words, and the head now; null for an empty log
 */
export async function verifyAudit(
	{ databaseUrl, fetchEndpoint }: Directory,
	head?: string,
): Promise<{ readonly faults: readonly string[]; readonly lines: number; readonly head: string | null }> {
	if (fetchEndpoint !== undefined) neonConfig.fetchEndpoint = fetchEndpoint;
	const database = drizzle({ client: neon(databaseUrl) });
	const faults: string[] = [];
	let last: AuditRow | null = null;
	let lines = 0;
	let isHeadThere = head === undefined;
	for (;;) {
		const rows: AuditRow[] = await database
			.select()
			.from(auditLog)
			.where(gt(auditLog.seq, last?.seq ?? 0))
			.orderBy(asc(auditLog.seq))
			.limit(BATCH);
		if (rows.length === 0) break;
		for (const { seq, what } of breaksIn(rows, last)) faults.push(`Line ${seq} is ${what}.`);
		isHeadThere ||= rows.some(({ seq, hash }) => `${seq}:${hash}` === head);
		lines += rows.length;
		last = rows.at(-1) ?? last;
	}
	if (!isHeadThere) faults.push(`The line ${head} that was noted before is not there: the end was cut off, or written anew.`);
	return { faults, lines, head: last === null ? null : `${last.seq}:${last.hash}` };
}
