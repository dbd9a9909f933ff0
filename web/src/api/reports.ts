import type { Reason } from "../../../contracts/moderation.ts";
import type * as reports from "../../../contracts/reports.ts";
import { call } from "./request.ts";

export const sendReport = (subject: reports.Reported, reason: Reason, note: string) =>
	call<typeof reports.sendReport>("POST", "/api/v1/reports", { body: { subject, reason, note } });
