import { ProblemError } from "./problem-error.ts";

/** What operators and other services are told. */

export const experimentNotFound = () => new ProblemError("experiment_not_found", "No experiment is declared by that name.");
export const letterNotFound = () => new ProblemError("not_found", "There is no such message any more: it was sent again or dismissed.");
export const deadLetterUnreadable = () =>
	new ProblemError(
		"dead_letter_unreadable",
		"No consumer can read this message, so sending it again would not help: find out why, then dismiss it.",
	);
export const noticeNotGenuine = () => new ProblemError("forbidden", "The notice's signature is missing, wrong or too old.");
export const noticeUnreadable = () => new ProblemError("invalid_request", "This is not a notice about a video.");
export const storeNotProbed = (cause: unknown) =>
	new ProblemError("unavailable", "The store can't be reached, so nothing could be tried. Try again shortly.", { cause });
export const originalGone = () =>
	new ProblemError("not_reprocessable", "The original of this video is gone or was changed, so there is nothing to process again.");
/** @param status of the video, as the API names it */
export const cannotReprocess = (status: string) =>
	new ProblemError("not_reprocessable", `A video that is ${status} can't be processed again, or somebody just began it.`);
