import { setAccount } from "../account/session.ts";
import type { Account } from "../api/accounts.ts";
import { following, forYou, friends, type VideoCard } from "../api/feeds.ts";
import { getVideo } from "../api/videos.ts";
import { holdFirstSeconds } from "../player/deck.ts";
import { tellFault } from "../ui/toasts.tsx";
import { forgetEngagement } from "./engagement.ts";
import { FeedList, type ReadPage } from "./feedList.ts";
import { beginningWithKept } from "./keptFeed.ts";

export type HomeFeed = "forYou" | "following" | "friends";

/** Reads a feed whose first clip is asked for as soon as its address is known, before anything is drawn. */
const startingEarly =
	(read: ReadPage): ReadPage =>
	async (count, cursor) => {
		const page = await read(count, cursor);
		const [first] = page.videos;
		if (first && cursor === undefined) holdFirstSeconds(first, "high");
		return page;
	};

/** The home feeds keep their place while other screens are open. */
export const homeFeeds: Record<HomeFeed, FeedList> = {
	forYou: new FeedList(startingEarly(beginningWithKept(forYou))),
	following: new FeedList(startingEarly(following)),
	friends: new FeedList(startingEarly(friends)),
};

/** Home tapped at home, or pulled down: read anew, what is on stage staying until the new page has come. Tells what fails. */
export async function refreshFeed(list: FeedList): Promise<void> {
	if (!list.current) return list.restart();
	await list.refresh().catch((error: unknown) => tellFault(error, () => void refreshFeed(list)));
}

/** Begins all anew: another person looks, or the same with other interests. `keep` stays on stage, what follows comes behind it. */
export function restartFeeds(keep?: VideoCard): void {
	void homeFeeds.forYou.restart(keep);
	homeFeeds.following = new FeedList(startingEarly(following));
	homeFeeds.friends = new FeedList(startingEarly(friends));
}

/**
 * Somebody signed in: all is theirs from here on, and the clip they came from stays on stage, as they may see it. Resolves once what
 * they wanted an account for can be done.
 */
export async function welcome(user: Account): Promise<void> {
	const { current } = homeFeeds.forYou;
	setAccount(user);
	forgetEngagement();
	// Seen with their own likes and follows. Gone or not theirs to see, it gives way to the feed.
	const theirs =
		current &&
		(await getVideo(current.id)
			.then(({ video }) => video)
			.catch(() => undefined));
	restartFeeds(theirs);
}
