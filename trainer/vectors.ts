import { normalise } from "../recommender/vectors.ts";
import type { NeighbourTable } from "./neighbours.ts";

/** Rounds of passing vectors along co-watch links; later ones change little (docs/recommender.md). */
const ROUNDS = 3;
/** Long views at which what viewers did with a video weighs as much as what is in it. */
const EVIDENCE_HALF = 10;

/**
 * Video vectors in the space of the content vectors, moved by what viewers watched: each video drifts towards those its
 * watching speaks for, the more the more evidence it has. One that nobody watched stays where its content puts it, among
 * those it resembles. Unit length; null content stays null unless neighbours place it.
 */
export function alignVectors(
	content: readonly (Float32Array | null)[],
	neighbours: NeighbourTable,
	longViews: ArrayLike<number>,
	dimensions: number,
): (Float32Array | null)[] {
	const start = content.map((vector) => (vector === null ? null : normalise(vector)));
	let held = start;
	for (let round = 0; round < ROUNDS; round++) {
		const pulls = centred(
			start.map((_, item) => pulled(held, neighbours, item, dimensions)),
			dimensions,
		);
		held = start.map((own, item) => {
			const pull = pulls[item] ?? null;
			if (pull === null) return own;
			const views = longViews[item] ?? 0;
			const evidence = views / (views + EVIDENCE_HALF);
			if (own === null) return pull;
			return normalise(own.map((value, d) => (1 - evidence) * value + evidence * (pull[d] ?? 0)));
		});
	}
	return held;
}

/** Less their common direction, which every round of averaging makes stronger until all vectors are one; unit length again. */
function centred(vectors: readonly (Float32Array | null)[], dimensions: number): (Float32Array | null)[] {
	const mean = new Float32Array(dimensions);
	const count = vectors.filter((vector) => vector !== null).length;
	for (const vector of vectors) {
		if (vector !== null) for (let d = 0; d < dimensions; d++) mean[d] = (mean[d] as number) + (vector[d] as number) / count;
	}
	return vectors.map((vector) =>
		vector === null || count < 2 ? vector : normalise(vector.map((value, d) => value - (mean[d] as number))),
	);
}

/** Direction the links of one video point to; null when it has none. */
function pulled(
	vectors: readonly (Float32Array | null)[],
	neighbours: NeighbourTable,
	item: number,
	dimensions: number,
): Float32Array | null {
	const sum = new Float32Array(dimensions);
	let any = false;
	const ids = neighbours.ids[item] ?? new Uint32Array(0);
	const weights = neighbours.weights[item] ?? new Float32Array(0);
	for (let i = 0; i < ids.length; i++) {
		const vector = vectors[ids[i] as number];
		const weight = weights[i] as number;
		if (vector === null || vector === undefined || weight <= 0) continue;
		any = true;
		for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] as number) + weight * (vector[d] as number);
	}
	return any ? normalise(sum) : null;
}
