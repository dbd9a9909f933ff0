import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { REPORTS_A_DAY, REPORTS_A_DAY_OF_ADDRESS, REPORTS_A_DAY_OF_GUESTS } from "../../../contracts/limits.ts";
import { tooManyGuestReports, tooManyReports, tooManyReportsOfNetwork } from "../../../contracts/problems/reports.ts";
import { reports } from "../../../db/schema/reports.ts";
import type { Services } from "../../platform/services.ts";
import { noteQuota } from "../../platform/told-quotas.ts";
import { userIdOf, type Viewer } from "../../rules/viewer.ts";
import type { Network } from "../network.ts";

const DAY_MS = 86_400_000;

/**
 * Counts what was reported within the day before, by the account and from the network address; who is not signed in shares what an address
 * has without an account, which is far less. Each report is forgotten a day after it was made: whoever is refused is told when the next is.
 * @throws `daily_limit`
 */
export async function limitReports(services: Services, viewer: Viewer, network: Network | null): Promise<void> {
	const now = services.clock();
	const since = gt(reports.createdAt, new Date(now - DAY_MS));
	const userId = userIdOf(viewer);
	/** When each was made, the newest first: no more than the limit. */
	const made = async (most: number, ...conditions: Parameters<typeof and>): Promise<number[]> => {
		const rows = await services.db
			.directory()
			.select({ at: reports.createdAt })
			.from(reports)
			.where(and(since, ...conditions))
			.orderBy(desc(reports.createdAt))
			.limit(most);
		return rows.map(({ at }) => at.getTime());
	};
	const from = network === null ? null : eq(reports.network, network.address);
	const [own, ofGuests, ofAddress] = await Promise.all([
		userId === null ? [] : made(REPORTS_A_DAY, eq(reports.reporterId, userId)),
		userId !== null || from === null ? [] : made(REPORTS_A_DAY_OF_GUESTS, from, isNull(reports.reporterId)),
		from === null ? [] : made(REPORTS_A_DAY_OF_ADDRESS, from),
	]);
	/** Until the oldest that counts is a day old, seconds. */
	const wait = (times: readonly number[]): number => Math.max(1, Math.ceil(((times.at(-1) ?? now) + DAY_MS - now) / 1_000));
	if (ofGuests.length >= REPORTS_A_DAY_OF_GUESTS) throw tooManyGuestReports(wait(ofGuests));
	if (own.length >= REPORTS_A_DAY) throw tooManyReports(REPORTS_A_DAY, wait(own));
	if (ofAddress.length >= REPORTS_A_DAY_OF_ADDRESS) throw tooManyReportsOfNetwork(wait(ofAddress));
	if (userId === null) return;
	const left = REPORTS_A_DAY - own.length - 1;
	noteQuota({ policy: "report-day", most: REPORTS_A_DAY, windowSeconds: DAY_MS / 1_000, left, resetSeconds: wait(own) });
}
