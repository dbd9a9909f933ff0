import { type Box, contentBox } from "./border.ts";

/**
 * Perceptual hashes of pictures: signs of the low frequencies of a 64 × 64 discrete cosine transform, 16 × 16 of them. The transform of a
 * turned or mirrored picture is that of the picture with signs changed and axes exchanged, so all eight symmetries of a hash are made of
 * its bits alone. Edited copies of photographs lie within 60 bits, others are 106 and more apart (docs/decisions/copyright.md).
 */

/** 256 bits; that of the mean brightness is always 0. */
export type FrameHash = Uint8Array<ArrayBuffer>;

const FRAME_HASH_BYTES = 32;
/** Two frames are copies of each other when at most this many bits differ. */
export const FRAME_COPY_DISTANCE = 70;

const SIDE = 64;
const FREQUENCIES = 16;
/** Standard deviation of brightness, 0..255, below which a picture has nothing to be known by: black, white, a plain card. */
const PLAIN = 4;
/** Parts of a side that centred crops keep. */
const CROPS = [0.9, 0.8];

/** `COSINES[u * SIDE + x]`: the transform's u-th basis function. */
const COSINES = Float64Array.from({ length: FREQUENCIES * SIDE }, (_, n) => {
	const [u, x] = [Math.floor(n / SIDE), n % SIDE];
	return Math.cos((Math.PI * u * (2 * x + 1)) / (2 * SIDE));
});

/**
 * The hash of a picture, its borders and bars cut off.
 * @param rgb 8 bits a channel, rows from the top
 * @returns null for a plain picture, which is like any other plain one
 */
export function frameHash(rgb: Uint8Array, width: number, height: number): FrameHash | null {
	const luma = lumaOf(rgb, width, height);
	return hashOf(luma, width, contentBox(luma, width, height));
}

/**
 * All that a picture is to be kept and looked up under, so that a cropped copy is found as well, and one whose edges were taken for a
 * border on one side only: what is left without borders, centred crops of that, and the whole.
 * @returns none for a plain picture
 */
export function frameHashes(rgb: Uint8Array, width: number, height: number): FrameHash[] {
	const luma = lumaOf(rgb, width, height);
	const whole = { left: 0, top: 0, width, height };
	const inner = contentBox(luma, width, height);
	const boxes = [inner, ...CROPS.map((part) => centred(inner, part))];
	if (inner.width !== width || inner.height !== height) boxes.push(whole);
	return boxes.map((box) => hashOf(luma, width, box)).filter((hash) => hash !== null);
}

/** Bits in which two hashes differ, 0 to 256. */
export function distance(one: Uint8Array, other: Uint8Array): number {
	let bits = 0;
	for (let n = 0; n < FRAME_HASH_BYTES; n++) bits += BITS_SET[(one[n] ?? 0) ^ (other[n] ?? 0)] ?? 0;
	return bits;
}

/** The hashes of a picture turned and mirrored in all eight ways, the picture itself first and its mirror image second. */
export function symmetries(hash: FrameHash): FrameHash[] {
	const turned = transposed(hash);
	return [hash, turned].flatMap((one) => [one, flipped(one, ACROSS), flipped(one, DOWN), flipped(flipped(one, ACROSS), DOWN)]);
}

/** BT.709 weights. */
function lumaOf(rgb: Uint8Array, width: number, height: number): Float32Array {
	const luma = new Float32Array(width * height);
	for (let n = 0; n < luma.length; n++)
		luma[n] = 0.2126 * (rgb[n * 3] ?? 0) + 0.7152 * (rgb[n * 3 + 1] ?? 0) + 0.0722 * (rgb[n * 3 + 2] ?? 0);
	return luma;
}

const centred = (box: Box, part: number): Box => ({
	left: Math.round(box.left + (box.width * (1 - part)) / 2),
	top: Math.round(box.top + (box.height * (1 - part)) / 2),
	width: Math.max(1, Math.round(box.width * part)),
	height: Math.max(1, Math.round(box.height * part)),
});

function hashOf(luma: Float32Array, stride: number, box: Box): FrameHash | null {
	const small = shrunk(luma, stride, box);
	if (deviation(small) < PLAIN) return null;
	// Rows first: `across[y][u]`, then columns.
	const across = new Float64Array(SIDE * FREQUENCIES);
	for (let y = 0; y < SIDE; y++)
		for (let u = 0; u < FREQUENCIES; u++) {
			let sum = 0;
			for (let x = 0; x < SIDE; x++) sum += (small[y * SIDE + x] ?? 0) * (COSINES[u * SIDE + x] ?? 0);
			across[y * FREQUENCIES + u] = sum;
		}
	const hash = new Uint8Array(FRAME_HASH_BYTES);
	for (let v = 0; v < FREQUENCIES; v++)
		for (let u = 0; u < FREQUENCIES; u++) {
			let sum = 0;
			for (let y = 0; y < SIDE; y++) sum += (across[y * FREQUENCIES + u] ?? 0) * (COSINES[v * SIDE + y] ?? 0);
			if (sum > 0 && (u > 0 || v > 0)) setBit(hash, v * FREQUENCIES + u);
		}
	return hash;
}

/**
 * The box as 64 × 64 means of areas, so that size and sharpness of the picture matter little. Pixels on the edge of an area count for the
 * part that lies in it: a mirrored picture gives the mirrored means.
 */
function shrunk(luma: Float32Array, stride: number, box: Box): Float64Array {
	const across = new Float64Array(SIDE * box.height);
	for (let x = 0; x < SIDE; x++)
		for (const [column, weight] of shares(box.width, x))
			for (let y = 0; y < box.height; y++) add(across, y * SIDE + x, weight * (luma[(box.top + y) * stride + box.left + column] ?? 0));
	const small = new Float64Array(SIDE * SIDE);
	for (let y = 0; y < SIDE; y++)
		for (const [row, weight] of shares(box.height, y))
			for (let x = 0; x < SIDE; x++) add(small, y * SIDE + x, weight * (across[row * SIDE + x] ?? 0));
	return small;
}

const add = (values: Float64Array, at: number, value: number): void => {
	values[at] = (values[at] ?? 0) + value;
};

/** The pixels that a cell of 64 lies on, each with its part of the cell. */
function shares(length: number, cell: number): [number, number][] {
	const [start, end] = [(cell * length) / SIDE, ((cell + 1) * length) / SIDE];
	const all: [number, number][] = [];
	for (let at = Math.floor(start); at < end; at++) {
		const share = Math.min(end, at + 1) - Math.max(start, at);
		if (share > 1e-9) all.push([at, share / (end - start)]);
	}
	return all;
}

function deviation(values: Float64Array): number {
	let [sum, squares] = [0, 0];
	for (const value of values) {
		sum += value;
		squares += value * value;
	}
	const mean = sum / values.length;
	return Math.sqrt(Math.max(0, squares / values.length - mean * mean));
}

const BITS_SET = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll("0", "").length);

const setBit = (hash: Uint8Array, bit: number): void => {
	hash[bit >> 3] = (hash[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
};
const hasBit = (hash: Uint8Array, bit: number): boolean => ((hash[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0;

/** Odd frequencies change their sign when the axis is mirrored. */
const maskOf = (isOdd: (u: number, v: number) => boolean): Uint8Array => {
	const mask = new Uint8Array(FRAME_HASH_BYTES);
	for (let v = 0; v < FREQUENCIES; v++) for (let u = 0; u < FREQUENCIES; u++) if (isOdd(u, v)) setBit(mask, v * FREQUENCIES + u);
	return mask;
};
const ACROSS = maskOf((u) => u % 2 === 1);
const DOWN = maskOf((_, v) => v % 2 === 1);

const flipped = (hash: FrameHash, mask: Uint8Array): FrameHash => hash.map((byte, n) => byte ^ (mask[n] ?? 0));

function transposed(hash: FrameHash): FrameHash {
	const turned = new Uint8Array(FRAME_HASH_BYTES);
	for (let v = 0; v < FREQUENCIES; v++)
		for (let u = 0; u < FREQUENCIES; u++) if (hasBit(hash, u * FREQUENCIES + v)) setBit(turned, v * FREQUENCIES + u);
	return turned;
}
