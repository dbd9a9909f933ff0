import type { Retrieved } from "../../../recommender/types.ts";

/** A video that is still owed its first impressions. */
export interface Owed {
	readonly videoId: string;
	readonly creatorId: string;
	/** Milliseconds since 1970. */
	readonly publishedAt: number;
}

/** At most this many of one creator at a time: who uploads hundreds doesn't keep the others waiting. */
const PER_CREATOR = 3;

/**
 * Whose turn it is among the videos owed their first impressions: the lists (the newest, those that wait longest, some from a
 * moment drawn by chance) by turns, so that neither a flood of new ones nor an old backlog starves the others, nor do those
 * that everyone who is here has seen; of each creator a few. What is left out has its turn later.
 * @param lists each in the order it is to be served
 */
export function turns(lists: readonly (readonly Owed[])[], limit: number): Retrieved[] {
	const chosen = new Map<string, Retrieved>();
	const perCreator = new Map<string, number>();
	const queues = lists.map((list) => ({ list, next: 0 }));
	for (let any = true; any && chosen.size < limit; ) {
		any = false;
		for (const queue of queues) {
			const taken =
				chosen.size < limit ? nextOf(queue, (one) => !chosen.has(one.videoId) && (perCreator.get(one.creatorId) ?? 0) < PER_CREATOR) : null;
			if (taken === null) continue;
			chosen.set(taken.videoId, { videoId: taken.videoId, score: taken.publishedAt / 1000 });
			perCreator.set(taken.creatorId, (perCreator.get(taken.creatorId) ?? 0) + 1);
			any = true;
		}
	}
	return [...chosen.values()];
}

function nextOf(queue: { readonly list: readonly Owed[]; next: number }, may: (one: Owed) => boolean): Owed | null {
	while (queue.next < queue.list.length) {
		const one = queue.list[queue.next++];
		if (one !== undefined && may(one)) return one;
	}
	return null;
}
