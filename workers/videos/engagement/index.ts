/** Engagement: hearts, shares, and the counters of a video's numbers. */
export { type Counted, forgetCounter } from "./counter/count.ts";
export { countMany } from "./counter/count-many.ts";
export type { Entry, Numbers } from "./counter/deltas.ts";
export { markViral } from "./counter/virality.ts";
export { eraseEngagementOf } from "./erase.ts";
export { exportEngagement } from "./export.ts";
export { reconcileLikes } from "./reconcile.ts";
export { saveVideo } from "./save.ts";
