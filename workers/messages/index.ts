/** Conversations: what other features' events do to them. */
export { performOnMessage } from "./decided.ts";
export { eraseMessagesOf } from "./erase.ts";
export { exportMessages } from "./export.ts";
export { separate } from "./follow-up.ts";
