import type { VideoCard } from "../api/feeds.ts";

/** Shown at once. */
export const EXPLORED = 30;

/** Kept while other screens are open. */
export const found: { cards: readonly VideoCard[]; nextCursor: string | null } = { cards: [], nextCursor: null };
