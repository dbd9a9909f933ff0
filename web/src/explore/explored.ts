import { hashtagKey } from "../../../contracts/words.ts";
import type { VideoCard } from "../api/feeds.ts";

/** Shown at once. */
export const EXPLORED = 30;

/** Kept while other screens are open. */
export const found: { cards: readonly VideoCard[]; nextCursor: string | null } = { cards: [], nextCursor: null };

/** Address of Explore, or of one of its videos, among all or those of a topic. */
export const exploreAddress = (id: string | null, topic: string | null): string =>
	`/explore${id === null ? "" : `/${id}`}${topic === null ? "" : `?topic=${encodeURIComponent(topic)}`}`;

/** Those with a hashtag, however it is written; all without one. */
export function ofTopic(cards: readonly VideoCard[], topic: string | null): readonly VideoCard[] {
	const key = topic === null ? null : hashtagKey(topic);
	return cards.filter(({ hashtags }) => key === null || hashtags.some((tag) => hashtagKey(tag) === key));
}
