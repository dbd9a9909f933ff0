/** What a baseline reads of a viewer: video rows, oldest first, and which were long views. */
export interface Past {
	readonly items: readonly number[];
	readonly long: readonly boolean[];
}

/** Scores every video for a viewer with that past; larger is better. The buffer returned may be reused by the next call. */
export interface Baseline {
	readonly name: "popularity" | "recency" | "itemKnn" | "ease" | "ials";
	score(past: Past): Float32Array;
}

/** Long-viewed videos, each once. */
export const liked = (past: Past): number[] => [...new Set(past.items.filter((_, index) => past.long[index]))];
