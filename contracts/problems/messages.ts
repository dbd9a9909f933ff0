import { GROUP_MAX, REQUEST_MESSAGES_MAX } from "../limits.ts";
import { ProblemError } from "./problem-error.ts";

/** The one sentence for a conversation that never was, and for one that the asker is not in. */
export const conversationNotFound = () =>
	new ProblemError("conversation_not_found", "There is no such conversation, or you are not in it any more.");
export const messageNotFound = () =>
	new ProblemError("message_not_found", "There is no such message that you can do this to. It may have been taken back.");
export const memberNotFound = () => new ProblemError("user_not_found", "They are not in this group. Ask them in first.");

export const conversationClosed = () => new ProblemError("conversation_closed", "Nothing can be written here any more.");
export const groupLocked = () =>
	new ProblemError("not_allowed", "Only the group's owner and admins can write at the moment. Wait until they unlock it.");
export const notAcceptedYet = () =>
	new ProblemError(
		"not_accepted",
		`Until they accept your request you can send up to ${REQUEST_MESSAGES_MAX} text messages, without links. Wait for their answer.`,
	);
export const editExpired = () =>
	new ProblemError("edit_expired", "A message can be edited for 15 minutes. Take it back, or write another one.");
export const notYourMessage = () => new ProblemError("not_allowed", "Only who wrote a message can edit it. Send one of your own.");
export const onlyTextIsEdited = () => new ProblemError("not_allowed", "Only text can be edited. Take the message back and send it anew.");
export const leadersOnly = () => new ProblemError("not_allowed", "Only the group's owner and admins can do this. Ask one of them.");
export const ownerStays = () => new ProblemError("not_allowed", "A group has an owner. Choose somebody else as the owner first.");
export const groupFull = () =>
	new ProblemError("group_full", `A group has ${GROUP_MAX} people at most, and this one has no place left. Begin another group.`);
export const joinLinkGone = () => new ProblemError("link_expired", "This link leads to no group any more. Ask for a new one.");
export const wasRemoved = () => new ProblemError("not_allowed", "You were removed from this group. Ask somebody in it to ask you back in.");
export const mediaNotReady = () =>
	new ProblemError("media_not_ready", "The file is not there, or was sent already. Choose or record it once more.");

export const cannotWriteToYourself = () => new ProblemError("not_allowed", "You can't write to yourself.");
export const theyTakeNoMessages = () => new ProblemError("not_allowed", "This person doesn't take messages from you.");
export const tooNewForGroups = () =>
	new ProblemError("not_allowed", "A new account can't ask people into groups on its first day. Try again tomorrow.");
export const teensChoose = () =>
	new ProblemError("not_allowed", "Until you are 18 you choose between people you follow who follow you back, and no one.");

/** @param why as the transcoder says it, in words for who recorded it */
export const voiceRefused = (why: string) => new ProblemError("voice_refused", why);
export const voicesUnavailable = (cause?: unknown) =>
	new ProblemError("unavailable", "Your voice note can't be made ready right now. It is not lost; try again in a moment.", { cause });
