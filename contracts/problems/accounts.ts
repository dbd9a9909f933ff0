import { MIN_AGE_YEARS } from "../limits.ts";
import { type Reason, reasonFacts } from "../moderation.ts";
import { ProblemError } from "./problem-error.ts";

export const accountGone = () => new ProblemError("unauthenticated", "This account is gone. Sign in with another one.");
export const badCredentials = () =>
	new ProblemError("bad_credentials", "The user name or the password is wrong. Check both and try again.");
export const wrongPassword = () => new ProblemError("wrong_password", "This isn't your password. Check it and try again.");

/** @param day the last on which it can be come back to, in words: "7 December" */
export const accountLeaving = (day: string) =>
	new ProblemError("account_leaving", `You deleted this account. Until ${day} you can come back, and everything is as it was.`);

/** @param until when it ends; a year of four nines is for good */
export const accountSuspended = (until: Date, reason: Reason | null) => {
	const when = until.getUTCFullYear() > 9_000 ? "for good" : `until ${until.toISOString().slice(0, 10)}`;
	const why = reason === null ? "" : ` (${reasonFacts(reason).label.toLowerCase()})`;
	return new ProblemError(
		"account_suspended",
		`This account is suspended ${when}${why}. Sign in on the site to read why, then appeal if you see it differently.`,
	);
};

export const usernameTaken = () => new ProblemError("username_taken", "This user name is taken. Try another one.");
/** @param again when it can be changed again */
export const usernameChangesUsed = (most: number, again: Date) =>
	new ProblemError(
		"username_changes_used",
		`You changed your name ${most} times within thirty days. You can change it again from ${again.toISOString().slice(0, 10)} on.`,
	);
/** For who makes an account. */
export const emailRegistered = () =>
	new ProblemError("email_taken", "There is an account with this e-mail address. Sign in, or use another address.");
/** For who has one and wants another address. */
export const emailTaken = () => new ProblemError("email_taken", "There is an account with this e-mail address. Use another one.");
export const underAge = () =>
	new ProblemError("under_age", `Reelay is for people of ${MIN_AGE_YEARS} and older. Come back when you are ${MIN_AGE_YEARS}.`);
export const ageRestricted = () =>
	new ProblemError(
		"age_restricted",
		`We believe that whose account this is is younger than ${MIN_AGE_YEARS}. Open the site to appeal, to download your data, or to delete it.`,
	);
export const notOfAge = (years: number) => new ProblemError("not_allowed", `This can be done once you are ${years}. Come back to it then.`);
export const accountNotMade = (cause: unknown) =>
	new ProblemError("unavailable", "The account could not be made right now. Try again in a few seconds.", {
		retryAfterSeconds: 5,
		cause,
	});

export const sessionNotFound = () => new ProblemError("not_found", "There is no such session. It may have ended already.");
export const accountNotHere = () =>
	new ProblemError("not_found", "This account isn't signed in on this device any more. Sign in to it again.");
export const linkExpired = () => new ProblemError("link_expired", "This link was used before, or is too old. Ask for a new one.");

export const mailUnavailable = () =>
	new ProblemError("mail_unavailable", "No mail can be sent from here yet, and this needs one. Ask whoever runs this place.");
export const mailNotSent = (cause: unknown) =>
	new ProblemError("unavailable", "The mail could not be sent right now. Try again in a few seconds.", {
		retryAfterSeconds: 5,
		cause,
	});
/** Says nothing of a mail, so that nothing tells whether there is such an account. */
export const resetNotTaken = (cause: unknown) =>
	new ProblemError("unavailable", "This can't be done right now. Try again in a few seconds.", { retryAfterSeconds: 5, cause });
