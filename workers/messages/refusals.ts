import * as problems from "../../contracts/problems/messages.ts";
import type { ProblemError } from "../../contracts/problems/problem-error.ts";
import type { Refusal } from "./core/commands.ts";
import type { Ran } from "./protocol.ts";

/** What a conversation refuses with, in words. */
const PROBLEMS: Readonly<Record<Refusal, () => ProblemError>> = {
	no_conversation: problems.conversationNotFound,
	not_begun: problems.conversationNotFound,
	no_message: problems.messageNotFound,
	no_member: problems.memberNotFound,
	closed: problems.conversationClosed,
	locked: problems.groupLocked,
	not_accepted: problems.notAcceptedYet,
	too_late: problems.editExpired,
	not_own: problems.notYourMessage,
	not_text: problems.onlyTextIsEdited,
	not_leading: problems.leadersOnly,
	owner_stays: problems.ownerStays,
	full: problems.groupFull,
	no_link: problems.joinLinkGone,
	was_removed: problems.wasRemoved,
	media_not_ready: problems.mediaNotReady,
};

/** The sentence for what was refused. */
export const refuse = (refused: Refusal): ProblemError => PROBLEMS[refused]();

/** What was done. @throws ProblemError when it was refused */
export function done(ran: Ran): Exclude<Ran, { readonly refused: Refusal }> {
	if ("refused" in ran) throw refuse(ran.refused);
	return ran;
}
