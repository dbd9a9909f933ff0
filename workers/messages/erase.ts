import { and, eq, or, sql } from "drizzle-orm";
import { conversationReports } from "../../db/schema/directory.ts";
import { messageSettings } from "../../db/schema/users.ts";
import type { Services } from "../platform/services.ts";
import { NOBODY } from "../trust/index.ts";
import { conversationOf, listOf } from "./protocol.ts";

/** What follows from a person's erasure: they leave every conversation. What they wrote stays with those it was written to, without a name. */
export async function eraseMessagesOf(services: Services, userId: string): Promise<void> {
	const ids = await listOf(services, userId).conversationIds();
	for (const id of ids) await conversationOf(services, id).run(id, { type: "erase", by: userId });
	await services.db.user(userId).delete(messageSettings).where(eq(messageSettings.userId, userId));
	await eraseReportedMessages(services, userId);
}

/**
 * Copies of conversations that came with reports go, whoever of the two leaves: they hold what both wrote. Those of a case that is held, or
 * for the cleared alone, stay with it.
 */
async function eraseReportedMessages(services: Services, userId: string): Promise<void> {
	const directory = services.db.directory();
	const isKept = sql`exists (
		select 1 from reports join moderation_cases on moderation_cases.id = reports.case_id
		where reports.id = ${conversationReports.id} and (moderation_cases.is_restricted
			or exists (select 1 from legal_holds where legal_holds.case_id = moderation_cases.id and released_at is null)))`;
	await directory.delete(conversationReports).where(
		and(
			or(
				eq(conversationReports.reportedId, userId),
				eq(conversationReports.reporterId, userId),
				// Of a group, also what others wrote about whom is reported.
				sql`${conversationReports.context} @> ${JSON.stringify([{ senderId: userId }])}::jsonb`,
			),
			sql`not ${isKept}`,
		),
	);
	// Of what is kept, who reported it is named no more.
	await directory.update(conversationReports).set({ reporterId: NOBODY, note: "" }).where(eq(conversationReports.reporterId, userId));
}
