// Verifies the whole audit log: `DATABASE_URL=… npm run audit:verify -- [HEAD]`. Of the local product, while it runs, DATABASE_FETCH_ENDPOINT says
// where it is. With a head noted before (`SEQ:HASH`, as the last run printed it) it also says whether the end was cut off.
import { neon, neonConfig } from "@neondatabase/serverless";
import { asc, gt } from "drizzle-orm";
import { drizzle } from "drizzle-orm/neon-http";
import { auditLog } from "../db/schema/moderation.ts";
import { type AuditRow, type Break, breaksIn } from "../workers/trust/audit/line.ts";

const BATCH = 1_000;
const databaseUrl = process.env.DATABASE_URL;
if (databaseUrl === undefined) {
	console.error("Say which: DATABASE_URL=… npm run audit:verify");
	process.exit(1);
}
if (process.env.DATABASE_FETCH_ENDPOINT) neonConfig.fetchEndpoint = process.env.DATABASE_FETCH_ENDPOINT;
const database = drizzle({ client: neon(databaseUrl) });
const [headSeq, headHash] = process.argv[2]?.split(":") ?? [];

const breaks: Break[] = [];
let last: AuditRow | null = null;
let isHeadThere = headSeq === undefined;
for (;;) {
	const rows: AuditRow[] = await database
		.select()
		.from(auditLog)
		.where(gt(auditLog.seq, last?.seq ?? 0))
		.orderBy(asc(auditLog.seq))
		.limit(BATCH);
	if (rows.length === 0) break;
	breaks.push(...breaksIn(rows, last));
	isHeadThere ||= rows.some(({ seq, hash }) => seq === Number(headSeq) && hash === headHash);
	last = rows.at(-1) ?? last;
}
for (const { seq, what } of breaks) console.error(`Line ${seq} is ${what}.`);
if (!isHeadThere) console.error(`The line ${headSeq} that was noted before is not there as it was: the end was cut off or written anew.`);
if (breaks.length > 0 || !isHeadThere) process.exit(1);
console.log(
	last === null ? "The audit log is empty." : `${last.seq} lines, each as it was written. Note its head: ${last.seq}:${last.hash}`,
);
