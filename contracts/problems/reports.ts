import { APPEAL_DAYS } from "../limits.ts";
import { fieldInvalid } from "./gateway.ts";
import { ProblemError } from "./problem-error.ts";

const EMERGENCY = "If somebody is in danger right now, call your local emergency number.";

export const reportUnfit = () => fieldInvalid("body.reason", "This reason doesn't fit what you report. Choose another one.");
export const cannotReportOwn = () => new ProblemError("forbidden", "This is your own. Open it to change or delete it.");
export const tooManyReports = (retryAfterSeconds: number) =>
	new ProblemError("rate_limited", `You have sent as many reports as one day takes. Go on tomorrow. ${EMERGENCY}`, { retryAfterSeconds });
export const tooManyGuestReports = (retryAfterSeconds: number) =>
	new ProblemError("rate_limited", `Too many reports came from your network today. Sign in to send more, or go on tomorrow. ${EMERGENCY}`, {
		retryAfterSeconds,
	});

/** The one sentence for a report that is not there, and for somebody else's. */
export const reportNotFound = () =>
	new ProblemError("report_not_found", "There is no such report of yours. Open the list of your reports again.");
/** The one sentence for a decision that is not there, and for one about somebody else. */
export const decisionNotFound = () =>
	new ProblemError("decision_not_found", "There is no such decision about something of yours. Open your account standing again.");
export const appealExpired = () =>
	new ProblemError("appeal_expired", `A decision can be appealed against for ${APPEAL_DAYS} days. That time is over.`);
export const appealNotOpen = () =>
	new ProblemError("appeal_not_open", "There is nothing to appeal against here: it was not decided yet, or holds no longer.");
