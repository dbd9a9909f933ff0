/** Videos that people pass on to their followers. */
export { exportReposts } from "./export.ts";
export { forgetRepostsOf, isReposted } from "./repost.ts";
