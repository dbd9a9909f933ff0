/** What other features may ask of the social one, and what it does about what happens; all else in this folder is its own. */
export { performOnComment } from "./comments/decided.ts";
export { eraseCommentsOf } from "./comments/erase.ts";
export { eraseMentionsOf } from "./comments/erase-mentions.ts";
export { exportComments } from "./comments/export.ts";
export { tellOfCommentLike } from "./comments/notice.ts";
export { tellRoomOfAct, tellRoomOfEdit, tellRoomOfShown } from "./comments/room.ts";
export { commentFor } from "./comments/rows.ts";
export { exportProfile } from "./export.ts";
export {
	endPush,
	tellOfAccount,
	tellOfAct,
	tellOfEdited,
	tellOfExport,
	tellOfFailed,
	tellOfFollow,
	tellOfPublished,
	tellOfRepost,
	tellOfShown,
	withdrawActs,
	withdrawBlocked,
	withdrawDeleted,
	withdrawRemoved,
} from "./follow-up.ts";
export { eraseGraphOf } from "./graph/erase.ts";
export { exportGraph } from "./graph/export.ts";
export { releaseFollows } from "./graph/release.ts";
export { acceptWhenPublic } from "./graph/requests.ts";
export { eraseProfile, hideProfile, showProfile } from "./leave.ts";
export { tellOfAppeal, tellOfDecision, tellOfReport } from "./notifications/decisions.ts";
export { exportInbox } from "./notifications/export.ts";
export { tellOfFollowers, tellOfMilestone, tellOfVerdict, tellOfVirality } from "./notifications/milestones.ts";
export type { Notice } from "./notifications/notify.ts";
export { unsubscribeToken } from "./notifications/unsubscribe.ts";
export { eraseInboxOf } from "./notifications/withdraw.ts";
