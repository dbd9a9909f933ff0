import { bitsApart, type Items } from "./items.ts";
import { KEYS, keyOf } from "./keys.ts";

/** A known recording. */
export interface Track {
	readonly id: string;
	readonly items: Items;
}

/** All items of many tracks, one after another, and where each key stands among them. Nine bytes an item, and four megabytes. */
export interface FingerprintIndex {
	readonly ids: readonly string[];
	/** Where each track's items begin; one more entry for the end. */
	readonly starts: Uint32Array;
	readonly items: Items;
	/** How much an item says, in 64ths: much where the sound changes, little in a held tone, which is like another recording's. */
	readonly weights: Uint8Array;
	/** Places of items, in the order of their keys. */
	readonly postings: Uint32Array;
	/** Where each key's places begin; one more entry for the end. */
	readonly table: Uint32Array;
}

export function indexOf(tracks: readonly Track[]): FingerprintIndex {
	const starts = new Uint32Array(tracks.length + 1);
	for (const [n, track] of tracks.entries()) starts[n + 1] = (starts[n] ?? 0) + track.items.length;
	const total = starts[tracks.length] ?? 0;
	const items = new Uint32Array(total);
	for (const [n, track] of tracks.entries()) items.set(track.items, starts[n]);
	const table = new Uint32Array(KEYS + 1);
	for (let place = 0; place < total; place++) if (isIndexed(items, place)) count(table, keyOf(items[place] ?? 0) + 1);
	for (let key = 0; key < KEYS; key++) table[key + 1] = (table[key + 1] ?? 0) + (table[key] ?? 0);
	const postings = new Uint32Array(table[KEYS] ?? 0);
	const next = table.slice(0, KEYS);
	for (let place = 0; place < total; place++)
		if (isIndexed(items, place)) {
			const key = keyOf(items[place] ?? 0);
			postings[next[key] ?? 0] = place;
			count(next, key);
		}
	return { ids: tracks.map(({ id }) => id), starts, items, weights: weightsOf(items), postings, table };
}

/** Items that tell how lively the sound is about one of them: a second. */
const ABOUT = 4;
/** Bits that change from one item to the next in music that is lively enough to be told by a fingerprint. */
const LIVELY = 4;
export const WEIGHT_ONE = 64;
const WEIGHT_MOST = 80;

function weightsOf(items: Items): Uint8Array {
	const weights = new Uint8Array(items.length);
	const changed = (place: number) => (place > 0 && place < items.length ? bitsApart(items[place] ?? 0, items[place - 1] ?? 0) : 0);
	let sum = 0;
	for (let place = -ABOUT; place < items.length; place++) {
		sum += changed(place + ABOUT) - changed(place - ABOUT);
		if (place >= 0) weights[place] = Math.min(WEIGHT_MOST, (sum / (2 * ABOUT) / LIVELY) * WEIGHT_ONE);
	}
	return weights;
}

const count = (values: Uint32Array, at: number): void => {
	values[at] = (values[at] ?? 0) + 1;
};

/** Sound that stays as it is says nothing: an item like the one before it (silence, a held tone) is no place to be found at. */
const isIndexed = (items: Items, place: number): boolean => place === 0 || items[place] !== items[place - 1];

/** The track that a place belongs to. */
export function trackAt({ starts }: FingerprintIndex, place: number): number {
	let [low, high] = [0, starts.length - 2];
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((starts[middle] ?? 0) <= place) low = middle;
		else high = middle - 1;
	}
	return low;
}
