import { PICTURE_MAX_BYTES } from "../limits.ts";

import { ProblemError } from "./problem-error.ts";

/** @param why as the transcoder says it, in words for who chose the picture */
export const pictureRefused = (why: string) => new ProblemError("picture_refused", why);
export const pictureNotAllowed = () =>
	new ProblemError("picture_refused", "This picture seems to show nudity or sexual content, which can't be used here. Choose another one.");
export const pictureMissing = () =>
	new ProblemError("picture_refused", "No picture came along. Choose one and send it as the request's body.");
export const pictureTooLarge = () =>
	new ProblemError("file_too_large", `A picture has at most ${PICTURE_MAX_BYTES / 1024 / 1024} MB. Choose a smaller one.`);
export const picturesUnavailable = (cause?: unknown) =>
	new ProblemError("unavailable", "Your picture can't be made ready right now. Nothing was changed; try again in a moment.", { cause });
