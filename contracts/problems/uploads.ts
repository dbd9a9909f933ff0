import { MAX_DURATION_MS, MAX_UPLOAD_BYTES, MIN_DURATION_MS, VIDEO_EXTENSIONS } from "../limits.ts";
import { fieldInvalid } from "./gateway.ts";
import { ProblemError } from "./problem-error.ts";

export const uploadNotFound = () => new ProblemError("upload_not_found", "There is no such upload of yours. Begin a new one.");
export const uploadExpired = () =>
	new ProblemError("upload_expired", "This upload was begun more than a day ago and has expired. Begin a new one.");
export const uploadComplete = () => new ProblemError("upload_closed", "This upload is complete; the video is being processed.");
export const uploadGivenUp = () => new ProblemError("upload_closed", "This upload was given up. Begin a new one.");
/** Given up while it was being completed. */
export const uploadGivenUpMeanwhile = () => new ProblemError("upload_closed", "This upload was given up in the meantime. Begin a new one.");
export const uploadConflict = () =>
	new ProblemError("upload_conflict", "This upload was begun with another file. Begin a new one for this file.");
export const uploadNotBegun = () => new ProblemError("unavailable", "The upload could not be begun. Try again in a moment.");

export const extensionUnknown = () => new ProblemError("unsupported_type", `Choose a video file: ${VIDEO_EXTENSIONS.join(", ")}.`);
/** @param looksLike what its first bytes say it is: "a picture" */
export const notAVideo = (looksLike: string) =>
	new ProblemError("unsupported_type", `This looks like ${looksLike}, not a video. Choose another file.`);
export const fileEmpty = () => fieldInvalid("body.filesize", "The file is empty. Choose another one.");
export const fileTooLarge = () =>
	new ProblemError("file_too_large", `The file is larger than ${MAX_UPLOAD_BYTES / 1024 / 1024} MB. Choose a shorter or smaller one.`);
export const durationOutOfRange = () =>
	new ProblemError("duration_out_of_range", `A video lasts ${MIN_DURATION_MS / 1000} second to ${MAX_DURATION_MS / 60_000} minutes.`);

/** Parts named in a sentence; of the others, how many. */
const NAMED_MAX = 5;

/** @param partNumbers of those that have not arrived, at least one */
export function partsMissing(partNumbers: readonly number[]): ProblemError {
	const first = partNumbers.slice(0, NAMED_MAX).join(", ");
	const rest = partNumbers.length > NAMED_MAX ? ` and ${partNumbers.length - NAMED_MAX} more` : "";
	const have = partNumbers.length === 1 ? `Part ${first} has` : `Parts ${first}${rest} have`;
	return new ProblemError("upload_incomplete", `${have} not arrived yet. Send what is missing, then try again.`);
}
export const partChanged = () =>
	new ProblemError("upload_incomplete", "Part 1 changed while it was looked at. Wait until all parts are sent, then try again.");
export const lastPartDiffers = (bytes: number, announcedBytes: number) =>
	new ProblemError(
		"size_mismatch",
		`The file's last part has ${bytes} bytes where ${announcedBytes} were announced: the file changed, or its size was told wrong. Begin the upload again.`,
	);

const partMismatch = (detail: string) => new ProblemError("part_mismatch", detail);
export const partTooMany = (parts: number, partNumber: number) =>
	partMismatch(`This upload has ${parts} parts, but a part ${partNumber} arrived.`);
export const partDiffers = (partNumber: number, bytes: number, expectedBytes: number) =>
	partMismatch(`Part ${partNumber} has ${bytes} bytes where ${expectedBytes} were expected. Send this part again.`);
export const partUnknown = (partNumber: number, parts: number) => partMismatch(`This upload has no part ${partNumber}; it has ${parts}.`);
export const partNotSentLast = (partNumber: number) =>
	partMismatch(`Part ${partNumber} is not the one you sent last. Send this part again.`);
