/** Accounts: who signs in, and for how long. */
export { eraseDueAccounts } from "./leaving/erase.ts";
export { readSession } from "./sessions/read.ts";
