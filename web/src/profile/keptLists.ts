import type { VideoCard } from "../api/feeds.ts";
import * as social from "../api/social.ts";
import type * as videos from "../api/videos.ts";
import { PlacedList } from "../feed/placedList.ts";
import { TileList } from "./tileList.ts";

export const tileOf = (card: VideoCard): videos.VideoTile => {
	const { id, visibility, title, thumbnail, blurhash, viewCount, likeCount, createdAt } = card;
	return { id, status: "ready", visibility, title, thumbnail, blurhash, viewCount, likeCount, createdAt, card };
};

/** Lists of one's own that nobody else sees. */
export type Kept = "favourites" | "liked";
const READ = { favourites: social.listSaved, liked: social.listLiked } as const;

const held = new Map<Kept, { accountId: string; tiles: TileList }>();

/** One's favourites or liked videos as covers, the same list at each visit; another account has another. */
export function keptOf(kept: Kept, accountId: string): TileList {
	const known = held.get(kept);
	if (known?.accountId === accountId) return known.tiles;
	const tiles = new TileList(accountId, async (cursor) => {
		const page = await READ[kept](cursor);
		return { videos: page.videos.map(tileOf), nextCursor: page.nextCursor };
	});
	held.set(kept, { accountId, tiles });
	return tiles;
}

/** The same as a feed, from the one that was opened on in both directions. */
export const keptFeed = (kept: Kept, startId: string, accountId: string | undefined): PlacedList =>
	new PlacedList(startId, (cursor) => READ[kept](cursor), accountId === undefined ? null : keptOf(kept, accountId).held);
