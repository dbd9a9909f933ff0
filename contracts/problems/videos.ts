import { PINS_MAX } from "../limits.ts";
import { fieldInvalid } from "./gateway.ts";
import { ProblemError } from "./problem-error.ts";

/** The one sentence for a video that is not there, is deleted, or is not the asker's to see. */
export const videoNotFound = () => new ProblemError("video_not_found", "This video doesn't exist, or is no longer available to you.");

/**
 * The one answer to all that may not be read: what is there and not for the asker is told from what is not by nothing at all.
 * @param cacheSeconds how long anybody may keep that an address leads nowhere
 */
export const mediaNotFound = (cacheSeconds: number) =>
	new ProblemError("not_found", "There is no such video, or it is not yours to see. Open it in the app to watch it.", { cacheSeconds });

export const coverNotReady = () => new ProblemError("not_ready", "The cover can be chosen once the video is up.");
export const coverPastEnd = (durationMs: number) =>
	fieldInvalid("body.atMs", `Choose a moment before the video's end, at ${durationMs} ms.`);
export const undoExpired = () =>
	new ProblemError("undo_expired", "This video is gone for good: a deletion can be undone for a few seconds only.");
export const retryWouldFail = () =>
	new ProblemError("not_reprocessable", "Trying again would end the same way. Upload it anew, exported as MP4.");
export const nothingToRetry = () => new ProblemError("not_reprocessable", "There is nothing to try again.");

export const videosNotReadable = (cause: unknown) =>
	new ProblemError("unavailable", "Videos can't be read or taken for a moment. Try again shortly.", { retryAfterSeconds: 2, cause });
export const videosNotLookedUp = () =>
	new ProblemError("unavailable", "We can't look this up for a moment. Try again shortly.", { retryAfterSeconds: 2 });

export const pinNotSeen = () =>
	new ProblemError("not_ready", "Only what others can see can be pinned. Choose first who can see the video.");
export const pinsFull = () =>
	new ProblemError("pins_full", `You have ${PINS_MAX} pinned videos, which is the most. Take one of them off first.`);

export const teensDownload = () =>
	new ProblemError("not_allowed", "Until you are 18 others can't download your videos. Try again without it.");
