/** Hashtags: which videos bear one, who follows it, and what stands beside it. */
export { followedTags, forgetHashtagsOf } from "./follow.ts";
export { tagVideo, tagVideosOf, untagVideo } from "./tagging.ts";
export { newestOfTags } from "./videos.ts";
