import { and, eq, sql } from "drizzle-orm";
import { accountLimits, moderationCases, moderationDecisions, strikes } from "../../../db/schema/moderation.ts";
import type { Services } from "../../platform/services.ts";
import { NOBODY } from "../reports/thing.ts";

/**
 * A step of `erased`: cases about somebody go with their evidence and notes, but for what is under legal hold. What was decided stays as a
 * figure, without words or a name: statements of reasons that were published refer to it.
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
			.set({
				note: "",
				ownerId: NOBODY,
				subjectId: sql`case when subject_kind in ('profile', 'conversation', 'message') then id::text else subject_id end`,
				// There is nobody left to carry it out for.
				performedAt: sql`coalesce(performed_at, now())`,
			})
			.where(and(eq(moderationDecisions.ownerId, userId), eq(moderationDecisions.isRestricted, false))),
		directory.delete(strikes).where(eq(strikes.ownerId, userId)),
		directory.delete(accountLimits).where(eq(accountLimits.ownerId, userId)),
	]);
}
