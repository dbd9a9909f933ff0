import type * as appeals from "../../../contracts/appeals.ts";
import type { Reason } from "../../../contracts/moderation.ts";
import type * as reports from "../../../contracts/reports.ts";
import { call } from "./request.ts";

export type { Appeal, OwnDecision, Standing } from "../../../contracts/appeals.ts";
export type { Report } from "../../../contracts/reports.ts";

export const sendReport = (subject: reports.Reported, reason: Reason, note: string) =>
	call<typeof reports.sendReport>("POST", "/api/v1/reports", { body: { subject, reason, note } });
export const listReports = (cursor?: string) =>
	call<typeof reports.listReports>("GET", "/api/v1/reports", { query: { limit: 30, ...(cursor ? { cursor } : {}) } });
export const getStanding = () => call<typeof appeals.standing>("GET", "/api/v1/users/me/standing", {});
export const listDecisions = (videoId: string | null, cursor?: string) =>
	call<typeof appeals.listDecisions>("GET", "/api/v1/users/me/decisions", {
		query: { limit: 20, ...(videoId === null ? {} : { videoId }), ...(cursor ? { cursor } : {}) },
	});
export const appealDecision = (decisionId: string, text: string) =>
	call<typeof appeals.appealDecision>("POST", "/api/v1/decisions/:decisionId/appeal", { params: { decisionId }, body: { text } });
export const appealReport = (reportId: string, text: string) =>
	call<typeof appeals.appealReport>("POST", "/api/v1/reports/:reportId/appeal", { params: { reportId }, body: { text } });

interface Credentials {
	username: string;
	password: string;
}
export const readSuspension = (body: Credentials) => call<typeof appeals.readSuspension>("POST", "/api/v1/auth/suspension", { body });
export const appealSuspension = (body: Credentials & { text: string }) =>
	call<typeof appeals.appealSuspension>("POST", "/api/v1/auth/suspension/appeal", { body });
