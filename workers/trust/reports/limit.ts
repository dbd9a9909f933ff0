import { and, count, eq, gt, isNull } from "drizzle-orm";
import { REPORTS_A_DAY, REPORTS_A_DAY_OF_ADDRESS, REPORTS_A_DAY_OF_GUESTS } from "../../../contracts/limits.ts";
import { tooManyGuestReports, tooManyReports } from "../../../contracts/problems/reports.ts";
import { reports } from "../../../db/schema/reports.ts";
import type { Services } from "../../platform/services.ts";
import { userIdOf, type Viewer } from "../../rules/viewer.ts";
import type { Network } from "../network.ts";

const DAY_MS = 86_400_000;
/** What a client is told to wait; the day runs from each report. */
const RETRY_S = 3_600;

/**
 * Counts what was reported within a day, by the account and from the network address; who is not signed in shares what an address has
 * without an account, which is far less. @throws `rate_limited`
 */
export async function limitReports(services: Services, viewer: Viewer, network: Network | null): Promise<void> {
	const since = gt(reports.createdAt, new Date(services.clock() - DAY_MS));
	const userId = userIdOf(viewer);
	const database = services.db.directory();
	const counted = async (...conditions: Parameters<typeof and>): Promise<number> =>
		(
			await database
				.select({ number: count() })
				.from(reports)
				.where(and(since, ...conditions))
		)[0]?.number ?? 0;
	const from = network === null ? null : eq(reports.network, network.address);
	const [own, ofGuests, ofAddress] = await Promise.all([
		userId === null ? 0 : counted(eq(reports.reporterId, userId)),
		userId !== null || from === null ? 0 : counted(from, isNull(reports.reporterId)),
		from === null ? 0 : counted(from),
	]);
	if (ofGuests >= REPORTS_A_DAY_OF_GUESTS) throw tooManyGuestReports(RETRY_S);
	if (own >= REPORTS_A_DAY || ofAddress >= REPORTS_A_DAY_OF_ADDRESS) throw tooManyReports(RETRY_S);
}
