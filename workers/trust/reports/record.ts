import { and, count, eq, ne } from "drizzle-orm";
import { NEW_ACCOUNT_MS } from "../../../contracts/limits.ts";
import { reports } from "../../../db/schema/reports.ts";
import type { Services } from "../../platform/services.ts";
import { snowflakeTime } from "../../platform/snowflake.ts";
import { userIdOf, type Viewer } from "../../rules/viewer.ts";
import type { Reporter } from "./weight.ts";

/** What became of somebody's earlier reports. */
export async function recordOf(services: Services, viewer: Viewer): Promise<Reporter> {
	const userId = userIdOf(viewer);
	if (userId === null) return { upheld: 0, dismissed: 0, isGuest: true, isNew: true };
	const rows = await services.db
		.directory()
		.select({ state: reports.state, number: count() })
		.from(reports)
		.where(and(eq(reports.reporterId, userId), ne(reports.state, "received")))
		.groupBy(reports.state);
	const of = (state: "upheld" | "dismissed") => rows.find((row) => row.state === state)?.number ?? 0;
	const isNew = services.clock() - snowflakeTime(userId) < NEW_ACCOUNT_MS;
	return { upheld: of("upheld"), dismissed: of("dismissed"), isGuest: false, isNew };
}
