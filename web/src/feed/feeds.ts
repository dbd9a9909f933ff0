import { following, forYou } from "../api/feeds.ts";
import { FeedList } from "./feedList.ts";

export type HomeFeed = "forYou" | "following";

/** The two home feeds keep their place while other screens are open. */
export const homeFeeds: Record<HomeFeed, FeedList> = {
	forYou: new FeedList(forYou),
	following: new FeedList(following),
};

/** Begins both anew: another person looks, or the same with other interests. */
export function restartFeeds(): void {
	void homeFeeds.forYou.restart();
	homeFeeds.following = new FeedList(following);
}
