import { COMMENT_EDIT_MS, FOLLOW_REQUESTS_MAX, FOLLOWING_MAX, HASHTAG_FOLLOWS_MAX, MUTES_MAX, NOTIFICATIONS_MUTED_MAX } from "../limits.ts";
import { fieldInvalid } from "./gateway.ts";
import { ProblemError } from "./problem-error.ts";

/** The one sentence for somebody who is not there, or whom the asker may not see. */
export const userNotFound = () => new ProblemError("user_not_found", "There is no such user. The name may have a typo.");

export const cannotBlockYourself = () => new ProblemError("forbidden", "You can't block yourself.");
export const cannotFollowYourself = () => new ProblemError("forbidden", "You can't follow yourself.");
export const youBlockedThem = () => new ProblemError("forbidden", "You blocked this person. Unblock them first.");
export const cannotFollowThem = () => new ProblemError("forbidden", "You can't follow this person.");
export const followingFull = () =>
	new ProblemError("forbidden", `You follow ${FOLLOWING_MAX} people, which is the most. Stop following somebody first.`);

export const accountPrivate = () =>
	new ProblemError("account_private", "This account is private. Ask to follow it; once you are accepted, you see all there is.");
export const likedNotShown = () => new ProblemError("forbidden", "This person keeps what they like to themselves.");
export const requestsFull = () =>
	new ProblemError(
		"requests_full",
		`${FOLLOW_REQUESTS_MAX.toLocaleString("en")} people wait for this person's answer already. Try again another day.`,
	);
export const requestNotFound = () =>
	new ProblemError("not_found", "There is no such request any more. It was taken back, or you have answered it.");
export const cannotMuteYourself = () => new ProblemError("forbidden", "You can't mute yourself.");
export const mutesFull = () =>
	new ProblemError(
		"mutes_full",
		`You muted ${MUTES_MAX.toLocaleString("en")} people, which is the most. Take somebody off the list first.`,
	);

export const commentNotFound = () =>
	new ProblemError(
		"not_found",
		"There is no such comment that you can delete. It may be gone already; only who wrote it, or whose video it is, can.",
	);
/** The one sentence for a comment that is not there, is deleted, or is not the asker's to see. */
export const commentGone = () => new ProblemError("not_found", "This comment doesn't exist, or is no longer available to you.");
export const commentsOff = () => new ProblemError("comments_closed", "The creator has turned comments off for this video.");
export const commentsForFollowers = () =>
	new ProblemError("comments_closed", "Only followers of its creator can comment on this video. Follow them, then try again.");
export const editExpired = () =>
	new ProblemError("edit_expired", `A comment can be changed for ${COMMENT_EDIT_MS / 60_000} minutes. Remove it, and send a new one.`);
export const editWouldBeHeld = () =>
	fieldInvalid("body.text", "The creator wants to see words like these first. Send them as a new comment.");

export const hashtagsFull = () =>
	new ProblemError("hashtags_full", `You follow ${HASHTAG_FOLLOWS_MAX} hashtags, which is the most. Remove one first.`);

export const noticeNotFound = () => new ProblemError("not_found", "This notification is gone. Open your inbox again.");
export const mutedFull = () =>
	new ProblemError(
		"preferences_full",
		`You switched off ${NOTIFICATIONS_MUTED_MAX} people, which is the most. Remove somebody from the list first.`,
	);
export const pushUnavailable = () =>
	new ProblemError("push_unavailable", "Nothing can be pushed from here yet: the keys for it are missing. Ask whoever runs this place.");
export const pushKeysInvalid = () => fieldInvalid("body.keys", "These are no keys of a push subscription. Set push up again.");

export const teensComments = () =>
	new ProblemError("not_allowed", "Until you are 18 your followers can comment on your videos, or nobody. Choose one of these.");
