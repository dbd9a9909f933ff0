import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { invertInPlace } from "../inverse.ts";
import { type Baseline, liked, type Past } from "./model.ts";

const RIDGE = 500;

/**
 * EASE (Steck, WWW 2019): B = I − P·diag(1/P), P = (XᵀX + λI)⁻¹, on long views. `pairs` (XᵀX) is overwritten. The weights
 * are kept in `cache`, if named, because the inverse is the slowest step of the evaluation.
 */
export async function ease(
	pairs: Float32Array,
	items: number,
	cache: string | null,
	progress?: (share: number) => void,
): Promise<Baseline> {
	const weights = (cache === null ? null : readCache(cache, items)) ?? (await learn(pairs, items, progress));
	if (cache !== null && !existsSync(cache)) writeCache(cache, weights);
	const scores = new Float32Array(items);
	return {
		name: "ease",
		score(past: Past) {
			scores.fill(0);
			for (const item of liked(past)) {
				const from = item * items;
				for (let other = 0; other < items; other++) scores[other] = (scores[other] as number) + (weights[from + other] as number);
			}
			return scores;
		},
	};
}

async function learn(pairs: Float32Array, items: number, progress?: (share: number) => void): Promise<Float32Array> {
	for (let item = 0; item < items; item++) pairs[item * items + item] = (pairs[item * items + item] as number) + RIDGE;
	await invertInPlace(pairs, items, progress);
	const diagonal = Float32Array.from({ length: items }, (_, item) => pairs[item * items + item] as number);
	for (let row = 0; row < items; row++) {
		for (let column = 0; column < items; column++) {
			const at = row * items + column;
			pairs[at] = row === column ? 0 : -(pairs[at] as number) / (diagonal[column] as number);
		}
	}
	return pairs;
}

function readCache(path: string, items: number): Float32Array | null {
	if (!existsSync(path)) return null;
	const bytes = readFileSync(path);
	if (bytes.byteLength !== items * items * 4) return null;
	return new Float32Array(bytes.buffer, bytes.byteOffset, items * items);
}

function writeCache(path: string, weights: Float32Array): void {
	mkdirSync(dirname(path), { recursive: true });
	// Renamed into place, so that a run stopped half-way leaves no half file.
	writeFileSync(`${path}.part`, new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength));
	renameSync(`${path}.part`, path);
}
