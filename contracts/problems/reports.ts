import { APPEAL_DAYS } from "../limits.ts";
import { fieldInvalid } from "./gateway.ts";
import { ProblemError } from "./problem-error.ts";

const DAY_S = 86_400;
const EMERGENCY = "If somebody is in danger right now, call your local emergency number.";

export const reportUnfit = () => fieldInvalid("body.reason", "This reason doesn't fit what you report. Choose another one.");
export const cannotReportOwn = () => new ProblemError("forbidden", "This is your own. Open it to change or delete it.");
export const tooManyReports = (most: number, retryAfterSeconds: number) =>
	new ProblemError("daily_limit", `You have sent ${most} reports within a day, which is the most. Go on later. ${EMERGENCY}`, {
		retryAfterSeconds,
		quota: { policy: "report-day", most, windowSeconds: DAY_S },
	});
export const tooManyReportsOfNetwork = (retryAfterSeconds: number) =>
	new ProblemError("daily_limit", `As many reports came from your network within a day as one takes. Go on later. ${EMERGENCY}`, {
		retryAfterSeconds,
	});
export const tooManyGuestReports = (retryAfterSeconds: number) =>
	new ProblemError("daily_limit", `Too many reports without an account came from your network. Sign in to send more. ${EMERGENCY}`, {
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
