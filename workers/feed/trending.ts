import type { FeedPage } from "../../contracts/feed.ts";
import type { VideoCard } from "../../contracts/videos.ts";
import { countCursor } from "../lists/cursor.ts";
import type { Services } from "../platform/services.ts";
import type { Viewer } from "../rules/viewer.ts";
import { hydrateCards } from "../videos/cards/index.ts";
import { rulesOf } from "./avoid.ts";
import { freshList, popularList, risingList } from "./retrieval/lists.ts";

/** What is watched right now, then most watched of all, then newest: the same for everybody, and it ends. */
export async function trendingPage(services: Services, viewer: Viewer, count: number, cursor: string | undefined): Promise<FeedPage> {
	const [rules, ...lists] = await Promise.all([
		rulesOf(services, viewer),
		risingList(services),
		popularList(services),
		freshList(services),
	]);
	const ids = [...new Set(lists.flat().map(({ videoId }) => videoId))];
	const cards: VideoCard[] = [];
	let place = countCursor.decode(cursor)?.count ?? 0;
	// What the rules leave out is made up for by what follows.
	while (cards.length < count && place < ids.length) {
		const next = ids.slice(place, place + count - cards.length);
		cards.push(...(await hydrateCards(services, viewer, next, rules.unwanted)));
		place += next.length;
	}
	return { videos: cards, nextCursor: place < ids.length ? countCursor.encode({ count: place }) : null };
}
