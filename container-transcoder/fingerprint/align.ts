import { type FingerprintIndex, WEIGHT_ONE } from "./index-of.ts";
import { bitsApart, type Items } from "./items.ts";

/**
 * Bits of 32 that an item of the same recording may have wrong and still speak for it: what is above speaks against it. Of unrelated music
 * 16 are wrong, at the best of millions of alignments 11.
 */
const BITS_ALLOWED = 11;
const BITS = 32;

/** The stretch of a query that is the recording it is laid beside. */
export interface Stretch {
	/** Items of the query, from and up to. */
	readonly from: number;
	readonly to: number;
	/** Place of the first in the library. */
	readonly place: number;
	/** Part of the bits that is wrong, 0 to 1. */
	readonly errorRate: number;
	/** Bits fewer wrong than allowed, over the stretch, by how much each item says: long or good or both, there is as much to be sure by. */
	readonly score: number;
}

/** Where a query is laid beside the library: its n-th item beside `place + n * pace`. */
export interface Alignment {
	readonly place: number;
	/** Items of the library an item of the query: above 1 where the query is slower than the recording. */
	readonly pace: number;
}

/**
 * The stretch that speaks most for being the recording: the part of the alignment with the largest sum (Kadane 1984).
 * @param range places of the track: nothing outside is looked at
 * @returns null where no item speaks for it
 */
export function bestStretch(
	{ items, weights }: FingerprintIndex,
	query: Items,
	{ place, pace }: Alignment,
	range: { readonly from: number; readonly to: number },
	window = { from: 0, to: query.length },
): Stretch | null {
	let [best, bestFrom, bestTo, bestWrong] = [0, 0, 0, 0];
	let [sum, from, wrong] = [0, window.from, 0];
	for (let n = window.from; n < window.to; n++) {
		const at = Math.round(place + n * pace);
		if (at < range.from || at >= range.to) {
			sum = 0;
			wrong = 0;
			from = n + 1;
			continue;
		}
		const bits = bitsApart(query[n] ?? 0, items[at] ?? 0);
		sum += (BITS_ALLOWED - bits) * (weights[at] ?? 0);
		wrong += bits;
		if (sum <= 0) {
			sum = 0;
			wrong = 0;
			from = n + 1;
		} else if (sum > best) [best, bestFrom, bestTo, bestWrong] = [sum, from, n + 1, wrong];
	}
	if (best === 0) return null;
	return {
		from: bestFrom,
		to: bestTo,
		place: Math.round(place + bestFrom * pace),
		errorRate: bestWrong / (bestTo - bestFrom) / BITS,
		score: Math.round(best / WEIGHT_ONE),
	};
}
