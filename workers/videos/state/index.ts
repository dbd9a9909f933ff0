/** A video's state: what can become of it, and the one writer of it. */
export { CHANGED } from "./changed.ts";
export { anyPending, isPending } from "./pending.ts";
export type { VideoRow } from "./row.ts";
export type { Outputs } from "./transitions.ts";
export { type Judge, verdictOf } from "./verdict.ts";
export { firstState, transit, transitAll } from "./write.ts";
