import { soundVideos } from "../api/sounds.ts";
import { PlacedList } from "../feed/placedList.ts";
import { tileOf } from "../profile/keptLists.ts";
import { TileList } from "../profile/tileList.ts";

let held: { key: string; tiles: TileList } | null = null;

/** The videos that use a sound as covers, the same list when one comes back to it; another person has another. */
export function tilesOfSound(soundId: string, viewer: string): TileList {
	const key = `${viewer} ${soundId}`;
	if (held?.key !== key) {
		const read = async (cursor: string | undefined) => {
			const page = await soundVideos(soundId, cursor);
			return { videos: page.videos.map(tileOf), nextCursor: page.nextCursor };
		};
		held = { key, tiles: new TileList(key, read) };
	}
	return held.tiles;
}

/** The same as a feed, from the one that was opened on in both directions. */
export const feedOfSound = (soundId: string, startId: string, viewer: string): PlacedList =>
	new PlacedList(startId, (cursor) => soundVideos(soundId, cursor), tilesOfSound(soundId, viewer).held);
