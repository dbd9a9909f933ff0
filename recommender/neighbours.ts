import type { Retrieved, Seed } from "./types.ts";

/** Videos watched by those who watched this one, strongest first; weights may be negative. Made by the trainer. */
export interface NeighbourList {
	readonly ids: readonly string[];
	readonly weights: readonly number[];
}

/** Links kept per video. */
export const NEIGHBOURS_PER_VIDEO = 200;

/**
 * Sums the links of all seeds: what the seeds together speak for. `lookup` answers from a cache; null means none known.
 * The seeds themselves are left out. Best first, at most `limit`, only positive sums.
 */
export function joinNeighbours(seeds: readonly Seed[], lookup: (videoId: string) => NeighbourList | null, limit: number): Retrieved[] {
	const sums = new Map<string, number>();
	for (const seed of seeds) {
		const list = lookup(seed.videoId);
		if (list === null) continue;
		list.ids.forEach((id, index) => {
			sums.set(id, (sums.get(id) ?? 0) + seed.weight * (list.weights[index] ?? 0));
		});
	}
	for (const seed of seeds) sums.delete(seed.videoId);
	return [...sums]
		.flatMap(([videoId, score]) => (score > 0 ? [{ videoId, score }] : []))
		.sort((a, b) => b.score - a.score)
		.slice(0, limit);
}

/** Summed links from the seeds to one video: the score `joinNeighbours` would have given it. */
export function linkScore(seeds: readonly Seed[], lookup: (videoId: string) => NeighbourList | null, videoId: string): number {
	let sum = 0;
	for (const seed of seeds) {
		const list = lookup(seed.videoId);
		const place = list === null ? -1 : list.ids.indexOf(videoId);
		if (place >= 0) sum += seed.weight * (list?.weights[place] ?? 0);
	}
	return sum;
}
