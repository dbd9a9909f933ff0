/** Hashtags: which videos bear one, who follows it, and what stands beside it. */
export { mostUsed, summariesOf } from "./counts.ts";
export { exportHashtags } from "./export.ts";
export { followedTags, forgetHashtagsOf } from "./follow.ts";
export { tagVideo, tagVideosOf, untagVideo } from "./tagging.ts";
export { newestOfEach, newestOfTags } from "./videos.ts";
