import { ProblemError } from "./problem-error.ts";

/** What people who work here are refused with. */

export const operatorUnknown = () =>
	new ProblemError(
		"operator_unknown",
		"E-mail, password or code is wrong, or the code was used before. Wait for the next code and try again.",
	);
export const tooManyOperatorTries = (retryAfterSeconds: number) =>
	new ProblemError("rate_limited", "Too many tries to sign in here. Wait a quarter of an hour, or ask an admin to let you in anew.", {
		retryAfterSeconds,
	});
export const codeWrong = () =>
	new ProblemError("code_wrong", "This isn't the code your authenticator shows now. Check its clock and try the next one.");
export const operatorNotFound = () => new ProblemError("operator_not_found", "Nobody of that id works here. Look at the list again.");
export const operatorInvited = () => new ProblemError("email_taken", "Somebody with this address works here already. Use another one.");
export const notOneself = () => new ProblemError("not_allowed", "Nobody changes their own roles or way in. Ask another admin.");
export const byTokenRefused = () =>
	new ProblemError("not_allowed", "A token can't make another one. Sign in at the desk to make it there.");
