import { bestStretch } from "../../container-transcoder/fingerprint/align.ts";
import { Ballot } from "../../container-transcoder/fingerprint/candidates.ts";
import { type FingerprintIndex, indexOf } from "../../container-transcoder/fingerprint/index-of.ts";
import { ITEM_SECONDS, type Items } from "../../container-transcoder/fingerprint/items.ts";
import { searchAt } from "../../container-transcoder/fingerprint/search.ts";
import { seeded } from "../../contracts/seeded.ts";

const QUERY_ITEMS = 100;
const QUERIES = 30;
const TRACK_SECONDS = 180;

export interface Timed {
	readonly tracks: number;
	readonly items: number;
	/** Median and ninth tenth of one search of 15 s at one speed, milliseconds of a core: others at work on the machine don't count. */
	readonly medianMs: number;
	readonly p90Ms: number;
	readonly found: number;
	readonly buildMs: number;
}

/**
 * How long one query of 15 s takes. Tracks of three minutes are put together of stretches of made ones with one bit in thirty changed, so
 * that keys are as frequent as they are in music; fingerprinting so much music would take a day.
 */
export function timed(made: readonly Items[], tracks: number): Timed {
	const random = seeded(tracks);
	const library = Array.from({ length: tracks }, (_, n) => ({ id: String(n), items: pieced(made, random) }));
	const began = performance.now();
	const index = indexOf(library);
	const buildMs = performance.now() - began;
	const ballot = new Ballot();
	const times: number[] = [];
	let found = 0;
	for (let n = 0; n < QUERIES; n++) {
		const track = Math.floor(random() * tracks);
		const from = Math.floor(random() * ((library[track]?.items.length ?? 0) - QUERY_ITEMS));
		const items = (library[track]?.items ?? new Uint32Array()).slice(from, from + QUERY_ITEMS).map((item) => changed(item, random, 0.1));
		const start = process.cpuUsage();
		const [hit] = searchAt(index, { speed: 1, items }, ballot);
		const { user, system } = process.cpuUsage(start);
		times.push((user + system) / 1_000);
		if (hit?.track === track) found++;
	}
	// The first runs before the code is compiled.
	const sorted = times.slice(3).toSorted((one, other) => one - other);
	const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
	return { tracks, items: index.items.length, medianMs: at(0.5), p90Ms: at(0.9), found: found / QUERIES, buildMs };
}

function pieced(made: readonly Items[], random: () => number): Items {
	const items = new Uint32Array(Math.round(TRACK_SECONDS / ITEM_SECONDS));
	for (let at = 0; at < items.length; ) {
		const from = made[Math.floor(random() * made.length)] ?? new Uint32Array(1);
		const length = Math.min(items.length - at, 20 + Math.floor(random() * 60));
		const start = Math.floor(random() * Math.max(1, from.length - length));
		for (let n = 0; n < length; n++) items[at + n] = (from[start + n] ?? 0) ^ (random() < 0.66 ? 1 << Math.floor(random() * 32) : 0);
		at += length;
	}
	return items;
}

function changed(item: number, random: () => number, part: number): number {
	let flipped = item;
	for (let bit = 0; bit < 32; bit++) if (random() < part) flipped ^= 1 << bit;
	return flipped >>> 0;
}

/** The best stretch of every alignment of every track, at the query's own pace: what the index is measured against. */
export function bruteForce(index: FingerprintIndex, items: Items): { readonly track: number; readonly score: number } {
	let best = { track: -1, score: 0 };
	for (let track = 0; track < index.ids.length; track++) {
		const range = { from: index.starts[track] ?? 0, to: index.starts[track + 1] ?? 0 };
		for (let place = range.from - items.length + 20; place < range.to - 20; place++) {
			const score = bestStretch(index, items, { place, pace: 1 }, range)?.score ?? 0;
			if (score > best.score) best = { track, score };
		}
	}
	return best;
}
