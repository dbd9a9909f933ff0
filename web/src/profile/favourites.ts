import type { VideoCard } from "../api/feeds.ts";
import * as social from "../api/social.ts";
import type * as videos from "../api/videos.ts";
import { PlacedList } from "../feed/placedList.ts";
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

/** One's favourites as a feed, from the one that was opened on in both directions. */
export const favouritesFeed = (startId: string, accountId: string | undefined): PlacedList =>
	new PlacedList(startId, (cursor) => social.listSaved(cursor), accountId === undefined ? null : favouritesOf(accountId).held);
