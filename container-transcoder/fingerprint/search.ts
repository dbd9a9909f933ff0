import { type Alignment, bestStretch, type Stretch } from "./align.ts";
import type { Ballot, Candidate } from "./candidates.ts";
import { type FingerprintIndex, trackAt } from "./index-of.ts";
import { ITEM_SECONDS, type Items } from "./items.ts";

/** What votes together: as long as most of what is borrowed, and half of one beside the next. Items. */
const WINDOW = Math.round(12.5 / ITEM_SECONDS);
const WINDOW_STEP = Math.round(6.25 / ITEM_SECONDS);
/** Alignments of a window that are looked at closely. */
const CANDIDATES = 48;
/** Changes of pace without a change of pitch that are tried on a candidate. */
const PACES = [1, 0.99, 1.01, 0.98, 1.02, 0.97, 1.03, 0.96, 1.04, 0.95, 1.05];
/** Items that a candidate's place may be off by. */
const REACH = 5;
/** Eleven paces and forty speeds have as many more chances to be alike by accident: what is found at one counts for less. */
const CHANGED_COUNTS = 0.8;
/** A stretch with a smaller score is not reported. */
const SCORE_LEAST = 60;

/** An upload's sound as it is searched with: as it is, and played at other speeds. */
export interface Query {
	/** How much faster than the upload it was played for this fingerprint; 1: as it is. */
	readonly speed: number;
	readonly items: Items;
}

export interface Hit extends Stretch {
	readonly track: number;
	readonly pace: number;
	readonly speed: number;
}

/**
 * What of the library is in an upload. Every window of it votes for alignments by the index; the best are verified bit by bit, at paces
 * .95–1.05, over the whole upload: a short stretch is found with where it begins and ends.
 * @returns the best stretch of each track at this speed, best first
 */
export function searchAt(index: FingerprintIndex, { items: query, speed }: Query, ballot: Ballot): Hit[] {
	if (index.items.length === 0) return [];
	const best = new Map<number, Hit>();
	for (let from = 0; from === 0 || from + WINDOW / 2 < query.length; from += WINDOW_STEP) {
		const window = { from, to: Math.min(query.length, from + WINDOW) };
		for (const candidate of ballot.candidates(index, query, window.from, window.to, CANDIDATES)) {
			const hit = verified(index, query, candidate, window, speed);
			if (hit !== null && hit.score > (best.get(hit.track)?.score ?? SCORE_LEAST)) best.set(hit.track, hit);
		}
	}
	return [...best.values()].toSorted((one, other) => other.score - one.score);
}

function verified(
	index: FingerprintIndex,
	query: Items,
	{ place }: Candidate,
	window: { readonly from: number; readonly to: number },
	speed: number,
): Hit | null {
	const middle = (window.from + window.to) >> 1;
	const inside = Math.max(0, Math.min(index.items.length - 1, place + middle));
	let best: { alignment: Alignment; score: number; track: number } | null = null;
	const tracks = new Set([trackAt(index, inside), trackAt(index, Math.max(0, Math.min(index.items.length - 1, place + window.from + 8)))]);
	for (const track of tracks) {
		const range = rangeOf(index, track);
		for (const pace of speed === 1 ? PACES : [1]) {
			// Turned about the middle of the window, which is where its votes are right on the whole.
			const turned = place + middle * (1 - pace);
			for (let off = -1; off <= REACH; off++) {
				const alignment = { place: turned + off, pace };
				const found = bestStretch(index, query, alignment, range, window)?.score ?? 0;
				const score = pace === 1 ? found : found * CHANGED_COUNTS;
				if (score > (best?.score ?? 0)) best = { alignment, score, track };
			}
		}
	}
	if (best === null) return null;
	const whole = bestStretch(index, query, best.alignment, rangeOf(index, best.track));
	if (whole === null) return null;
	const { pace } = best.alignment;
	const counts = pace === 1 && speed === 1 ? 1 : CHANGED_COUNTS;
	return { ...whole, score: whole.score * counts, track: best.track, pace, speed };
}

const rangeOf = ({ starts }: FingerprintIndex, track: number) => ({ from: starts[track] ?? 0, to: starts[track + 1] ?? 0 });
