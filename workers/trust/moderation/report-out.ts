import { asc, eq } from "drizzle-orm";
import { escalationRefused } from "../../../contracts/problems/moderation.ts";
import { caseEvidence } from "../../../db/schema/moderation.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import type { Operator } from "../../rules/operator.ts";
import { audit } from "../audit/append.ts";
import type { CaseRecord } from "./queue.ts";

/**
 * Reports a child safety case to the authority, with all its evidence. What is refused, or reaches nobody, is an error and leaves the case as
 * it is; what was taken is in the audit log under the authority's own reference.
 * @throws `escalation_refused`
 */
export async function reportOut(services: Services, operator: Operator, found: CaseRecord, note: string): Promise<void> {
	const evidence = await services.db
		.directory()
		.select()
		.from(caseEvidence)
		.where(eq(caseEvidence.caseId, found.id))
		.orderBy(asc(caseEvidence.at));
	const line = { operatorId: operator.id, isRestricted: true, target: `case:${found.id}` } as const;
	// Before it is sent: nothing leaves that is not written down.
	await audit(services, { ...line, action: "case.report_out" });
	const reference = await services.authority
		.report({
			caseId: found.id,
			accountId: found.ownerId,
			reason: found.reason,
			openedAt: found.openedAt.toISOString(),
			note,
			evidence: evidence.map(({ subjectKind, subjectId, evidence: piece, at }) => ({
				subject: `${subjectKind}:${subjectId}`,
				at: at.toISOString(),
				...piece,
			})),
		})
		.catch(async (error: unknown) => {
			services.log.error("escalation_refused", { caseId: found.id, ...errorFields(error) });
			await audit(services, { ...line, action: "case.report_refused" });
			throw escalationRefused(error);
		});
	await audit(services, { ...line, action: "case.reported_out", details: { reference } });
}
