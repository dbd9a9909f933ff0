import { COLLECTION_VIDEOS_MAX, COLLECTIONS_MAX } from "../limits.ts";
import { ProblemError } from "./problem-error.ts";

export const nothingToEmbed = () => new ProblemError("not_found", "There is nothing of ours at this address. Check the link.");
export const notPublic = () => new ProblemError("not_public", "Not everyone may see this. Send people the link instead.");
export const formatUnknown = () => new ProblemError("format_unknown", "This is told as JSON only. Ask with format=json.");

/** The one sentence for a collection that is not there, is somebody else's, or whose link was taken back. */
export const collectionNotFound = () => new ProblemError("collection_not_found", "This collection doesn't exist, or is no longer shared.");
export const collectionsFull = () =>
	new ProblemError("collections_full", `You have ${COLLECTIONS_MAX} collections, which is the most. Remove one first.`);
export const collectionFull = () =>
	new ProblemError("collections_full", `A collection has room for ${COLLECTION_VIDEOS_MAX} videos. Remove some, or begin another one.`);

export const repostNotAllowed = () => new ProblemError("not_allowed", "This video isn't to be passed on. Ask its creator.");

export const downloadNotAllowed = () =>
	new ProblemError("download_not_allowed", "This video isn't to be downloaded. Save it to a collection, or send people its link.");
export const downloadNotAsked = () =>
	new ProblemError("unavailable", "The copy can't be made for a moment. Try again shortly.", { retryAfterSeconds: 10 });
