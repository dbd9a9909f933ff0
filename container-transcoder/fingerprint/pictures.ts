import type { HashedPicture, PictureMatch } from "../../contracts/copyright-matches.ts";
import { distance, FRAME_COPY_DISTANCE, symmetries } from "../hash/frame.ts";

/** A picture of a known video. */
interface Known {
	readonly atMs: number;
	readonly hash: Uint8Array;
}
export interface KnownVideo {
	readonly id: string;
	readonly pictures: readonly Known[];
}

/** How much slower and faster a copy may run. */
const PACES = [1, 0.95, 1.05, 0.9, 1.1];
/** Pictures are taken at other moments of a copy: so far apart they still count as the same, milliseconds. */
const APART_MS = 700;
/** Pictures that agree at least, and as many of those that there are between the first and the last. */
const PICTURES_LEAST = 3;
const PART_LEAST = 0.35;
/** The first 64 bits tell most strangers apart: copies differ in a quarter of them. */
const HEAD_BYTES = 8;
const HEAD_MOST = 26;

interface Pair {
	readonly atMs: number;
	readonly knownMs: number;
	readonly bits: number;
}

/**
 * Known videos whose pictures come in an upload in their order, turned or mirrored in one of eight ways and at most a tenth faster or slower.
 */
export function pictureMatches(known: readonly KnownVideo[], pictures: readonly HashedPicture[]): PictureMatch[] {
	const turned = pictures.map(({ atMs, hash }) => ({ atMs, ways: symmetries(new Uint8Array(Buffer.from(hash, "base64"))) }));
	const found: PictureMatch[] = [];
	for (const { id, pictures: theirs } of known) {
		let best: PictureMatch | null = null;
		for (let way = 0; way < 8; way++) {
			const pairs: Pair[] = [];
			for (const { atMs, ways } of turned)
				for (const other of theirs) {
					const hash = ways[way];
					if (hash === undefined || headApart(hash, other.hash) > HEAD_MOST) continue;
					const bits = distance(hash, other.hash);
					if (bits <= FRAME_COPY_DISTANCE) pairs.push({ atMs, knownMs: other.atMs, bits });
				}
			const match = inOrder(id, pairs, pictures, way !== 0);
			if (match !== null && (best === null || match.pictures > best.pictures)) best = match;
		}
		if (best !== null) found.push(best);
	}
	return found.toSorted((one, other) => other.pictures - one.pictures);
}

function headApart(one: Uint8Array, other: Uint8Array): number {
	let bits = 0;
	for (let n = 0; n < HEAD_BYTES; n++) bits += BITS[(one[n] ?? 0) ^ (other[n] ?? 0)] ?? 0;
	return bits;
}
const BITS = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll("0", "").length);

/** Pairs that lie on one line of time: as many pictures of the upload as agree on where in the known video they are. */
function inOrder(videoId: string, pairs: readonly Pair[], pictures: readonly HashedPicture[], mirrored: boolean): PictureMatch | null {
	let best: ReadonlyMap<number, number> = new Map();
	for (const anchor of pairs)
		for (const pace of PACES) {
			const agreeing = new Map<number, number>();
			for (const { atMs, knownMs, bits } of pairs) {
				if (Math.abs(knownMs - anchor.knownMs - (atMs - anchor.atMs) * pace) > APART_MS) continue;
				agreeing.set(atMs, Math.min(bits, agreeing.get(atMs) ?? bits));
			}
			if (agreeing.size > best.size) best = agreeing;
		}
	if (best.size < PICTURES_LEAST) return null;
	const times = [...best.keys()].toSorted((one, other) => one - other);
	const [fromMs = 0, toMs = 0] = [times[0], times.at(-1)];
	const between = pictures.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs).length;
	if (best.size < between * PART_LEAST) return null;
	const bits = [...best.values()].reduce((sum, one) => sum + one, 0);
	return { videoId, fromMs, toMs, pictures: best.size, distance: Math.round(bits / best.size), mirrored };
}
