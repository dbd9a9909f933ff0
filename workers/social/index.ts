/** What other features may ask of the social one; all else in this folder is its own. */
export { eraseCommentsOf } from "./comments/erase.ts";
export { eraseGraphOf } from "./graph/erase.ts";
export { eraseProfile, hideProfile, showProfile } from "./leave.ts";
export { type Notice, notify } from "./notifications/notify.ts";
export { eraseInboxOf, withdrawAgain, withdrawNotices } from "./notifications/withdraw.ts";
