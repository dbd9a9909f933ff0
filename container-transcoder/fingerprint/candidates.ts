import type { FingerprintIndex } from "./index-of.ts";
import type { Items } from "./items.ts";
import { keyOf, PROBES } from "./keys.ts";

/** Alignments that are one in the first count: the recording may be played faster or slower. */
const SHIFT = 2;
/** Keys that stand at more places than this part of all say nothing, and cost most. */
const COMMON = 1 / 4_000;
const COMMON_LEAST = 64;

/** Where a stretch of the query may lie in the library. */
export interface Candidate {
	/** The place that the query's first item would have; may lie before the track begins. */
	readonly place: number;
	readonly votes: number;
}

/** Counts for alignments, kept between searches: clearing them whole would cost more than a search. */
export class Ballot {
	#counts = new Uint8Array(0);
	#touched = new Uint32Array(1 << 16);

	/**
	 * Alignments that most items of the query vote for, best first.
	 * @param from the stretch of the query that votes: one window
	 */
	candidates(index: FingerprintIndex, query: Items, from: number, to: number, most: number): Candidate[] {
		const { table, postings, items } = index;
		// Alignments before the library's first place are counted too.
		const size = ((items.length + to) >> SHIFT) + 2;
		if (this.#counts.length < size) this.#counts = new Uint8Array(size);
		const counts = this.#counts;
		const common = Math.max(COMMON_LEAST, items.length * COMMON);
		let touched = 0;
		let best = 0;
		for (let n = from; n < to; n++) {
			const item = query[n] ?? 0;
			if (n > from && item === query[n - 1]) continue;
			const key = keyOf(item);
			for (const probe of PROBES) {
				const first = table[key ^ probe] ?? 0;
				const end = table[(key ^ probe) + 1] ?? 0;
				if (end - first > common) continue;
				for (let at = first; at < end; at++) {
					const slot = ((postings[at] ?? 0) + to - n) >> SHIFT;
					const votes = counts[slot] ?? 0;
					if (votes === 0) {
						if (touched === this.#touched.length) this.#grow();
						this.#touched[touched++] = slot;
					}
					if (votes < 255) counts[slot] = votes + 1;
					if (votes >= best) best = votes + 1;
				}
			}
		}
		const found = strongest(counts, this.#touched.subarray(0, touched), most);
		for (let n = 0; n < touched; n++) counts[this.#touched[n] ?? 0] = 0;
		return found.map(({ slot, votes }) => ({ place: (slot << SHIFT) - to, votes }));
	}

	#grow(): void {
		const larger = new Uint32Array(this.#touched.length * 2);
		larger.set(this.#touched);
		this.#touched = larger;
	}
}

/** Slots with most votes, a slot's neighbour counted with it; one of a run of neighbours. */
function strongest(counts: Uint8Array, touched: Uint32Array, most: number): { slot: number; votes: number }[] {
	const histogram = new Uint32Array(512);
	const together = (slot: number) => (counts[slot] ?? 0) + (counts[slot + 1] ?? 0);
	for (const slot of touched) {
		const votes = together(slot);
		histogram[votes] = (histogram[votes] ?? 0) + 1;
	}
	// The fewest votes with which at most this many are left; all who have that many may be more.
	let floor = 511;
	let left = 0;
	while (floor > 2 && left + (histogram[floor - 1] ?? 0) <= most) left += histogram[--floor] ?? 0;
	const found: { slot: number; votes: number }[] = [];
	for (const slot of touched) {
		const votes = together(slot);
		if (votes >= floor) found.push({ slot, votes });
	}
	return found.toSorted((one, other) => other.votes - one.votes).slice(0, most);
}
