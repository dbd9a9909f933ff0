/**
 * Raw Chromaprint fingerprints: one item of 32 bits for each step of 1 365 samples at 11 025 Hz. An item looks at 20 frames of 4 096
 * samples: `fpcalc`'s default algorithm, which FFmpeg's muxer `chromaprint` takes too (acoustid.org/chromaprint). FFmpeg 5.1 and 7.0 give
 * the same items of the same samples.
 */
export type Items = Uint32Array;

const RATE = 11_025;
/** Between two items, seconds. */
export const ITEM_SECONDS = 1_365 / RATE;
/** What one item looks at, seconds. */
export const ITEM_SPAN_SECONDS = (19 * 1_365 + 4_096) / RATE;

/** Where an item begins, milliseconds. */
export const itemMs = (item: number): number => Math.round(item * ITEM_SECONDS * 1_000);

/** @param bytes little-endian, as FFmpeg's `-fp_format raw` writes them; an unfinished item at the end is left out */
export function itemsOf(bytes: Uint8Array): Items {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return Uint32Array.from({ length: bytes.length >> 2 }, (_, n) => view.getUint32(n * 4, true));
}

/** Bits in which two items differ. */
export function bitsApart(one: number, other: number): number {
	let bits = one ^ other;
	bits -= (bits >>> 1) & 0x55555555;
	bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
	return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
