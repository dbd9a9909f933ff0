import { type HashtagSort, hashtagVideos } from "../api/hashtags.ts";
import { PlacedList } from "../feed/placedList.ts";
import { tileOf } from "../profile/keptLists.ts";
import { TileList } from "../profile/tileList.ts";

const lists = new Map<string, TileList>();

/** A hashtag's videos as covers, the same list at each visit, so that coming back from one finds the grid as it was. */
export function tilesOfTag(tag: string, sort: HashtagSort): TileList {
	const name = `${sort} ${tag}`;
	const known =
		lists.get(name) ??
		new TileList(name, async (cursor) => {
			const page = await hashtagVideos(tag, sort, cursor);
			return { videos: page.videos.map(tileOf), nextCursor: page.nextCursor };
		});
	lists.set(name, known);
	return known;
}

/** The same one after the other, from the one that was opened on in both directions. */
export const feedOfTag = (tag: string, sort: HashtagSort, startId: string): PlacedList =>
	new PlacedList(startId, (cursor) => hashtagVideos(tag, sort, cursor), tilesOfTag(tag, sort).held);

export const sortIn = (search: string): HashtagSort => (new URLSearchParams(search).get("sort") === "newest" ? "newest" : "top");
