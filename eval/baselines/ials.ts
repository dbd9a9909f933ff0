import type { Random } from "../../recommender/types.ts";
import { solveInPlace } from "../../trainer/cholesky.ts";
import { type Baseline, liked, type Past } from "./model.ts";

const FACTORS = 64;
const SWEEPS = 6;
/** Weight of what was not watched, beside 1 for a long view, and the ridge penalty (Rendle et al., RecSys 2022). */
const UNOBSERVED = 0.05;
const RIDGE = 3;

/** Implicit ALS on long views; a viewer unknown to it is folded in from their past. */
export function ials(sets: readonly (readonly number[])[], items: number, random: Random): Baseline {
	const users = new Float64Array(sets.length * FACTORS);
	const videos = Float64Array.from({ length: items * FACTORS }, () => (random() - 0.5) * 0.2);
	const watchers = invert(sets, items);
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		solveAll(users, sets, videos, items);
		solveAll(videos, watchers, users, sets.length);
	}
	const shared = gramOf(videos, items);
	const scores = new Float32Array(items);
	const one = new Float64Array(FACTORS);
	const scratch = new Float64Array(FACTORS * FACTORS);
	return {
		name: "ials",
		score(past: Past) {
			solveOne(one, liked(past), videos, shared, scratch);
			for (let item = 0; item < items; item++) {
				let sum = 0;
				for (let f = 0; f < FACTORS; f++) sum += (one[f] as number) * (videos[item * FACTORS + f] as number);
				scores[item] = sum;
			}
			return scores;
		},
	};
}

function invert(sets: readonly (readonly number[])[], items: number): number[][] {
	const out = Array.from({ length: items }, (): number[] => []);
	sets.forEach((set, user) => {
		for (const item of set) out[item]?.push(user);
	});
	return out;
}

function gramOf(factors: Float64Array, count: number): Float64Array {
	const out = new Float64Array(FACTORS * FACTORS);
	for (let row = 0; row < count; row++) addOuter(out, factors, row * FACTORS, UNOBSERVED);
	return out;
}

/** Adds weight · v·vᵀ to the lower triangle. */
function addOuter(out: Float64Array, factors: Float64Array, from: number, weight: number): void {
	for (let i = 0; i < FACTORS; i++) {
		const value = weight * (factors[from + i] as number);
		for (let j = 0; j <= i; j++) out[i * FACTORS + j] = (out[i * FACTORS + j] as number) + value * (factors[from + j] as number);
	}
}

function solveAll(out: Float64Array, sets: readonly (readonly number[])[], factors: Float64Array, count: number): void {
	const shared = gramOf(factors, count);
	const scratch = new Float64Array(FACTORS * FACTORS);
	sets.forEach((set, row) => {
		solveOne(out.subarray(row * FACTORS, (row + 1) * FACTORS), set, factors, shared, scratch);
	});
}

function solveOne(out: Float64Array, set: readonly number[], factors: Float64Array, shared: Float64Array, scratch: Float64Array): void {
	scratch.set(shared);
	out.fill(0);
	for (const other of set) {
		addOuter(scratch, factors, other * FACTORS, 1);
		for (let f = 0; f < FACTORS; f++) out[f] = (out[f] as number) + (factors[other * FACTORS + f] as number);
	}
	for (let f = 0; f < FACTORS; f++) scratch[f * FACTORS + f] = (scratch[f * FACTORS + f] as number) + RIDGE;
	if (!solveInPlace(scratch, FACTORS, [out])) out.fill(0);
}
