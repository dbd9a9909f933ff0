/** Accounts: who signs in, and for how long. */
export { performOnProfile } from "./decided.ts";
export { exportAccount } from "./export.ts";
export { eraseDueAccounts } from "./leaving/erase.ts";
export { mailExport } from "./mail/export.ts";
export { mailNotice } from "./mail/notice.ts";
export { eraseAvatarsOf } from "./picture/change.ts";
export { endSessions, renewSessions } from "./sessions/manage.ts";
export { readSession } from "./sessions/read.ts";
