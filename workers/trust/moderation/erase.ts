import { and, eq, sql } from "drizzle-orm";
import { accountLimits, moderationCases, moderationDecisions, strikes } from "../../../db/schema/moderation.ts";
import type { Services } from "../../platform/services.ts";

/**
 * A step of `erased`: cases about somebody go with their evidence and notes, but for what is under legal hold. What was decided stays as a
 * figure, without words: statements of reasons that were published refer to it.
 */
export async function eraseCasesOf(services: Services, userId: string): Promise<void> {
	const directory = services.db.directory();
	await directory.batch([
		directory
			.delete(moderationCases)
			.where(
				and(
					eq(moderationCases.ownerId, userId),
					eq(moderationCases.isRestricted, false),
					sql`not exists (select 1 from legal_holds where case_id = ${moderationCases.id} and released_at is null)`,
				),
			),
		directory
			.update(moderationDecisions)
			.set({ note: "" })
			.where(and(eq(moderationDecisions.ownerId, userId), eq(moderationDecisions.isRestricted, false))),
		directory.delete(strikes).where(eq(strikes.ownerId, userId)),
		directory.delete(accountLimits).where(eq(accountLimits.ownerId, userId)),
	]);
}
