/** Videos that people pass on to their followers. */
export { forgetRepostsOf, isReposted } from "./repost.ts";
