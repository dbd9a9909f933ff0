import { ProblemError } from "./problem-error.ts";

/** What the desk and its people are refused with. */

export const caseNotFound = () =>
	new ProblemError("case_not_found", "There is no such case in your queues. Take another: it may have been moved.");
export const caseTaken = () =>
	new ProblemError("case_taken", "Somebody else is working on this case. Take another, or come back when it is released.");
export const caseClosed = () => new ProblemError("case_closed", "This case was decided already. Look at its history to see how.");
export const secondReviewer = () =>
	new ProblemError(
		"second_reviewer",
		"You made the decision that is appealed against. Give the case back: somebody else has to look at it.",
	);
export const roleRequired = (role: string) =>
	new ProblemError("role_required", `This takes the role “${role}”. Ask an admin for it, or hand the case on.`);
export const escalationRefused = (cause: unknown) =>
	new ProblemError(
		"escalation_refused",
		"The report was not taken: nothing was sent on, and the case is as it was. Try again, and report it by hand if that fails.",
		{ cause },
	);
export const decisionUnfit = (why: string) => new ProblemError("decision_unfit", why);
