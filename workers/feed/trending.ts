import type { FeedPage } from "../../contracts/feed.ts";
import { countCursor } from "../lists/cursor.ts";
import { listPage } from "../lists/pipeline.ts";
import type { Services } from "../platform/services.ts";
import { isRecommendable } from "../rules/videos.ts";
import type { Viewer } from "../rules/viewer.ts";
import { cardSteps } from "../videos/cards/index.ts";
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
	const list = {
		...cardSteps<{ readonly id: string }>(services, viewer, (record) => !isRecommendable(record) || rules.unwanted(record)),
		skeleton: async (after: { readonly count: number } | null, limit: number) => {
			const from = after?.count ?? 0;
			const entries = ids.slice(from, from + limit).map((id) => ({ id }));
			return { entries, next: from + limit < ids.length ? { count: from + limit } : null };
		},
		// It is all at hand: what the rules leave out is made up for by what follows, to its end.
		rounds: Number.POSITIVE_INFINITY,
	};
	const { items, nextCursor } = await listPage(list, countCursor, { limit: count, cursor });
	return { videos: items.map(({ card }) => card), nextCursor };
}
