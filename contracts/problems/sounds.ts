import { TRACK_MAX_BYTES } from "../limits.ts";
import { ProblemError } from "./problem-error.ts";

/** The one sentence for a sound that is not there, or not the asker's to see. */
export const soundNotFound = () =>
	new ProblemError("sound_not_found", "This sound doesn't exist, or is no longer available to you. Choose another.");
export const soundNotAvailable = () =>
	new ProblemError(
		"sound_not_available",
		"The sound you chose can't be used any more, or not where you are. Choose another, or post without it.",
	);
export const soundNotRead = (cause: unknown) =>
	new ProblemError("unavailable", "The sound you chose can't be fetched for a moment. Try again shortly.", { retryAfterSeconds: 2, cause });

/** @param why as the transcoder says it */
export const trackRefused = (why: string) => new ProblemError("track_refused", why);
export const trackTooLarge = () =>
	new ProblemError("file_too_large", `A track has at most ${TRACK_MAX_BYTES / 1024 / 1024} MB. Choose a smaller file.`);
export const tracksUnavailable = (cause?: unknown) =>
	new ProblemError("unavailable", "No track can be encoded right now. Nothing was added; try again in a moment.", { cause });
