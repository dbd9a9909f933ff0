import { following, forYou } from "../api/feeds.ts";
import { holdFirstSeconds } from "../player/deck.ts";
import { FeedList, type ReadPage } from "./feedList.ts";

export type HomeFeed = "forYou" | "following";

/** Reads a feed whose first clip is asked for as soon as its address is known, before anything is drawn. */
const startingEarly =
	(read: ReadPage): ReadPage =>
	async (count, cursor) => {
		const page = await read(count, cursor);
		const [first] = page.videos;
		if (first && cursor === undefined) holdFirstSeconds(first, "high");
		return page;
	};

/** The two home feeds keep their place while other screens are open. */
export const homeFeeds: Record<HomeFeed, FeedList> = {
	forYou: new FeedList(startingEarly(forYou)),
	following: new FeedList(startingEarly(following)),
};

/** Begins both anew: another person looks, or the same with other interests. */
export function restartFeeds(): void {
	void homeFeeds.forYou.restart();
	homeFeeds.following = new FeedList(startingEarly(following));
}
