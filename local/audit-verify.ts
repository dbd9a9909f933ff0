// Verifies the whole audit log: `DATABASE_URL=… npm run audit:verify -- [HEAD]`. Of the local product, while it runs, DATABASE_FETCH_ENDPOINT says
// where it is. With a head noted before (`SEQ:HASH`, as the last run printed it) it also says whether the end was cut off.
import { verifyAudit } from "./operators/verify-audit.ts";

const databaseUrl = process.env.DATABASE_URL;
if (databaseUrl === undefined) {
	console.error("Say which: DATABASE_URL=… npm run audit:verify");
	process.exit(1);
}
const { faults, lines, head } = await verifyAudit({ databaseUrl, fetchEndpoint: process.env.DATABASE_FETCH_ENDPOINT }, process.argv[2]);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(head === null ? "The audit log is empty." : `${lines} lines, each as it was written. Note its head: ${head}`);
