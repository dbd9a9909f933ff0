import type { VideoCard } from "../api/feeds.ts";
import * as api from "../api/history.ts";
import type { VideoTile } from "../api/videos.ts";
import { PlacedList } from "../feed/placedList.ts";
import { tileOf } from "../profile/keptLists.ts";
import { TileList } from "../profile/tileList.ts";

const cardsPage = async (cursor: string | undefined): Promise<{ videos: VideoCard[]; nextCursor: string | null }> => {
	const { watched, nextCursor } = await api.listHistory(cursor);
	return { videos: watched.map(({ video }) => video), nextCursor };
};

let held: { viewer: string; tiles: TileList } | null = null;

/** What was watched as covers, the same list at each visit; another person has another. */
export function historyOf(viewer: string): TileList {
	if (held?.viewer !== viewer) {
		const read = async (cursor: string | undefined): Promise<{ videos: VideoTile[]; nextCursor: string | null }> => {
			const page = await cardsPage(cursor);
			return { videos: page.videos.map(tileOf), nextCursor: page.nextCursor };
		};
		held = { viewer, tiles: new TileList(viewer, read) };
	}
	return held.tiles;
}

/**
 * The history as a feed, from the one that was opened on in both directions. What is watched now moves to its head: the list stands as it was
 * when it was opened.
 */
export const historyFeed = (startId: string, viewer: string): PlacedList => new PlacedList(startId, cardsPage, historyOf(viewer).held);
