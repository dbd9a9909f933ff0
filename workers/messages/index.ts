/** Conversations: what other features' events do to them. */
export { performOnMessage } from "./decided.ts";
export { eraseMessagesOf, separate } from "./follow-up.ts";
