import type { FeedPage, VideoCard } from "../api/feeds.ts";
import * as social from "../api/social.ts";
import * as videos from "../api/videos.ts";
import { FeedList } from "../feed/feedList.ts";
import { TileList } from "./tileList.ts";

const tileOf = (card: VideoCard): videos.VideoTile => {
	const { id, visibility, title, thumbnail, blurhash, viewCount, likeCount, createdAt } = card;
	return { id, status: "ready", visibility, title, thumbnail, blurhash, viewCount, likeCount, createdAt, card };
};

let held: { accountId: string; tiles: TileList } | null = null;

/** One's favourites as covers, the same list at each visit; another account has another. */
export function favouritesOf(accountId: string): TileList {
	if (held?.accountId !== accountId) {
		const tiles = new TileList(accountId, async (cursor) => {
			const page = await social.listSaved(cursor);
			return { videos: page.videos.map(tileOf), nextCursor: page.nextCursor };
		});
		held = { accountId, tiles };
	}
	return held.tiles;
}

/** One's favourites as a feed, beginning with the one that was opened. */
export function favouritesFeed(startId: string): FeedList {
	let pending = true;
	return new FeedList(async (_, cursor): Promise<FeedPage> => {
		const page = await social.listSaved(cursor);
		const start = pending ? page.videos.findIndex(({ id }) => id === startId) : -1;
		// The opened one may lie on a later page: it is fetched by itself and comes first.
		const first = pending && start < 0 ? [(await videos.getVideo(startId)).video] : [];
		pending = false;
		return { videos: [...first, ...page.videos.slice(Math.max(0, start))], nextCursor: page.nextCursor };
	});
}
