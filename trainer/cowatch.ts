import { type Histories, viewerCount } from "./histories.ts";

/** Weight of an impression that was left early, beside 1 for a long view: it still says who gets to see what. */
const SHOWN_WEIGHT = 0.5;
/** So much of a viewer's events, the oldest, is the past from which the rest is predicted. */
const PAST_SHARE = 0.7;
/** Pairs are counted among at most this many videos at once: 16 384² floats are 1 GB. A larger catalogue is counted in partitions. */
export const ITEMS_MAX = 16_384;

/** Co-occurrence over viewers; both matrices `items`², row-major. */
export interface CoWatch {
	readonly items: number;
	/** Weighted pairs, symmetric. */
	readonly pairs: Float32Array;
	/** Row: long-viewed later; column: watched before. What tells taste from coincidence, and what is coming from what is gone. */
	readonly later: Float32Array;
}

/** Counts which videos were met by the same viewers. Each viewer's video counts once, with its best weight. */
export function countPairs(histories: Histories): CoWatch {
	const { itemCount: items, offsets } = histories;
	if (items > ITEMS_MAX) throw new RangeError(`${items} videos are more than the ${ITEMS_MAX} that can be counted at once`);
	const pairs = new Float32Array(items * items);
	const later = new Float32Array(items * items);
	for (let viewer = 0; viewer < viewerCount(histories); viewer++) {
		const from = offsets[viewer] ?? 0;
		const to = offsets[viewer + 1] ?? 0;
		const cut = from + Math.floor((to - from) * PAST_SHARE);
		const all = weights(histories, from, to);
		const past = weights(histories, from, cut);
		const future = new Set<number>();
		for (let place = cut; place < to; place++) if (histories.long[place] === 1) future.add(histories.items[place] ?? 0);
		for (const [a, weightA] of all) {
			const row = a * items;
			for (const [b, weightB] of all) pairs[row + b] = (pairs[row + b] as number) + weightA * weightB;
		}
		for (const b of future) {
			const row = b * items;
			for (const [a, weightA] of past) later[row + a] = (later[row + a] as number) + weightA;
		}
	}
	return { items, pairs, later };
}

function weights(histories: Histories, from: number, to: number): [number, number][] {
	const held = new Map<number, number>();
	for (let place = from; place < to; place++) {
		const item = histories.items[place] ?? 0;
		held.set(item, Math.max(held.get(item) ?? 0, histories.long[place] === 1 ? 1 : SHOWN_WEIGHT));
	}
	return [...held];
}
