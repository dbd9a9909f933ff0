/**
 * What items are looked up by: the bits of an item that change least when sound is degraded. A classifier of Chromaprint gives two bits in
 * Gray code, of which the upper, the odd one, says on which side of the middle it fell: those sixteen change half as often as the lower
 * ones (measured over noise, speech, tempo, speed and a phone: 0.07–0.16 against 0.11–0.20). Four more make keys rare enough.
 */
const STABLE_BITS = [29, 3, 27, 21, 19, 11, 25, 15, 1, 7, 31, 5, 23, 9, 17, 13, 30, 6, 28, 14];

const KEY_BITS = STABLE_BITS.length;
export const KEYS = 2 ** KEY_BITS;

/** The key's part of each byte of an item, by byte and value. */
const PARTS = Array.from({ length: 4 }, (_, byte) =>
	Uint32Array.from({ length: 256 }, (__, value) =>
		STABLE_BITS.reduce((key, bit, n) => (bit >> 3 === byte && (value >> (bit & 7)) & 1 ? key | (1 << n) : key), 0),
	),
) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];

export const keyOf = (item: number): number =>
	(PARTS[0][item & 255] ?? 0) | (PARTS[1][(item >>> 8) & 255] ?? 0) | (PARTS[2][(item >>> 16) & 255] ?? 0) | (PARTS[3][item >>> 24] ?? 0);

/** What a key may have been before one or two of its bits changed, itself included: each is looked up. Two change only among the less stable. */
const LESS_STABLE_FROM = 20;
export const PROBES: Uint32Array = (() => {
	const masks = [0];
	for (let one = 0; one < KEY_BITS; one++) {
		masks.push(1 << one);
		for (let other = Math.max(one + 1, LESS_STABLE_FROM); other < KEY_BITS; other++) masks.push((1 << one) | (1 << other));
	}
	return Uint32Array.from(masks);
})();
