/** What is trending: counted by the hour, as it happens. */
export { HOUR_MS, hourOf } from "./buckets.ts";
export { countPosted } from "./posted.ts";
export { risingHashtags } from "./read.ts";
export { countWatchedTags } from "./watched.ts";
