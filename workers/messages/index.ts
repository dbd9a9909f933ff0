/** Conversations: what other features' events do to them. */
export { eraseMessagesOf, separate } from "./follow-up.ts";
