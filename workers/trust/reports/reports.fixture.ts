import { eq } from "drizzle-orm";
import type { Decision, Reason } from "../../../contracts/moderation.ts";
import { reports } from "../../../db/schema/reports.ts";
import { type CallAnswer, services, type TestUser, testApp } from "../../gateway/testing/api.ts";
import { findReported } from "../../reportable.ts";
import { socialRoutes } from "../../social/routes.ts";
import { appealRoutes } from "../appeals/routes.ts";
import { decide } from "../index.ts";
import { reportRoutes } from "./routes.ts";

export const call = testApp(socialRoutes, (app) => reportRoutes(app, findReported), appealRoutes);

/** Reports something; without somebody, as a guest. */
export const report = (
	by: TestUser | null,
	subject: object,
	reason: Reason = "spam",
	note = "",
	headers: Record<string, string> = {},
): Promise<CallAnswer> =>
	call("POST /api/v1/reports", { ...(by === null ? {} : { token: by.token }), headers, body: { subject, reason, note } });

export async function rowOf(reportId: string) {
	const [row] = await services.db.directory().select().from(reports).where(eq(reports.id, reportId));
	if (row === undefined) throw new Error(`no report ${reportId}`);
	return row;
}

/** What a moderator decides about the case of a report. @returns the decision's id */
export async function decideOn(
	reportId: string,
	decision: Decision,
	note = "",
	more: { reason?: Reason; until?: Date; strike?: boolean } = {},
): Promise<string> {
	const { caseId, reason } = await rowOf(reportId);
	if (caseId === null) throw new Error(`report ${reportId} has no case`);
	const operator = { id: services.newId(), roles: ["moderator", "senior", "copyright", "child_safety", "admin"] as const };
	return (await decide(services, { caseId, operator: { ...operator, roles: [...operator.roles] }, decision, reason, note, ...more }))
		.decisionId;
}

export const noticesOf = async ({ token }: TestUser): Promise<string[]> =>
	(await call("GET /api/v1/notifications", { token })).json.notifications
		.filter(({ type }: { type: string }) => type === "report" || type === "decision")
		.map(({ text }: { text: string }) => text);
