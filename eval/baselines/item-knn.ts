import { largest } from "../metrics.ts";
import { type Baseline, liked, type Past } from "./model.ts";

const NEIGHBOURS = 100;
const SHRINK = 20;

/** Item-kNN: cosine of co-watching, shrunk, the 100 nearest of each video. `pairs` is the Gram matrix of long views. */
export function itemKnn(pairs: Float32Array, items: number): Baseline {
	const nearest: { ids: number[]; weights: number[] }[] = [];
	const row = new Float32Array(items);
	for (let a = 0; a < items; a++) {
		const own = pairs[a * items + a] as number;
		for (let b = 0; b < items; b++) {
			const both = pairs[a * items + b] as number;
			row[b] = a === b || both === 0 ? Number.NEGATIVE_INFINITY : both / (Math.sqrt(own * (pairs[b * items + b] as number)) + SHRINK);
		}
		const ids = largest(row, NEIGHBOURS);
		nearest.push({ ids, weights: ids.map((id) => row[id] as number) });
	}
	const scores = new Float32Array(items);
	return {
		name: "itemKnn",
		score(past: Past) {
			scores.fill(0);
			for (const item of liked(past)) {
				const links = nearest[item];
				links?.ids.forEach((id, index) => {
					scores[id] = (scores[id] as number) + (links.weights[index] as number);
				});
			}
			return scores;
		},
	};
}
