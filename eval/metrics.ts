/** Measures of one viewer's ranking. `ranked`: video rows, best first. `targets` is not empty. */
export interface Quality {
	readonly ndcg10: number;
	readonly hr10: number;
	readonly recall20: number;
	readonly recall50: number;
	readonly recall500: number;
}

const GAIN = Array.from({ length: 10 }, (_, place) => 1 / Math.log2(place + 2));

export function quality(ranked: ArrayLike<number>, targets: ReadonlySet<number>, retrieved: ArrayLike<number> = ranked): Quality {
	let gained = 0;
	let hit = 0;
	for (let place = 0; place < Math.min(10, ranked.length); place++) {
		if (!targets.has(ranked[place] as number)) continue;
		gained += GAIN[place] as number;
		hit = 1;
	}
	const ideal = GAIN.slice(0, Math.min(10, targets.size)).reduce((sum, gain) => sum + gain, 0);
	return {
		ndcg10: gained / ideal,
		hr10: hit,
		recall20: recall(ranked, targets, 20),
		recall50: recall(ranked, targets, 50),
		recall500: recall(retrieved, targets, 500),
	};
}

export function recall(ranked: ArrayLike<number>, targets: ReadonlySet<number>, depth: number): number {
	let found = 0;
	for (let place = 0; place < Math.min(depth, ranked.length); place++) if (targets.has(ranked[place] as number)) found++;
	return found / targets.size;
}

export const mean = (values: readonly number[]): number =>
	values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard error of the mean by resampling viewers. Seeded: the same numbers each run. */
export function bootstrapError(values: readonly number[], random: () => number, rounds = 200): number {
	if (values.length < 2) return 0;
	const means: number[] = [];
	for (let round = 0; round < rounds; round++) {
		let sum = 0;
		for (let i = 0; i < values.length; i++) sum += values[Math.floor(random() * values.length)] as number;
		means.push(sum / values.length);
	}
	const centre = mean(means);
	return Math.sqrt(mean(means.map((value) => (value - centre) ** 2)));
}

/** Area under the ROC curve, ties counted half. Null when all labels are equal. */
export function auc(scores: ArrayLike<number>, labels: ArrayLike<number | boolean>): number | null {
	const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => (scores[a] as number) - (scores[b] as number));
	let positives = 0;
	let rankSum = 0;
	for (let from = 0; from < order.length; ) {
		let to = from;
		while (to < order.length && scores[order[to] as number] === scores[order[from] as number]) to++;
		const rank = (from + to + 1) / 2;
		for (let i = from; i < to; i++) {
			if (!labels[order[i] as number]) continue;
			positives++;
			rankSum += rank;
		}
		from = to;
	}
	const negatives = order.length - positives;
	return positives === 0 || negatives === 0 ? null : (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** AUC within each group, weighted by the group's size; groups with one kind of label say nothing. */
export function groupAuc(scores: ArrayLike<number>, labels: ArrayLike<number | boolean>, groups: readonly string[]): number {
	const places = new Map<string, number[]>();
	groups.forEach((group, i) => {
		const held = places.get(group);
		if (held === undefined) places.set(group, [i]);
		else held.push(i);
	});
	let sum = 0;
	let weight = 0;
	for (const held of places.values()) {
		const one = auc(
			held.map((i) => scores[i] as number),
			held.map((i) => labels[i] as number | boolean),
		);
		if (one === null) continue;
		sum += one * held.length;
		weight += held.length;
	}
	return weight === 0 ? 0.5 : sum / weight;
}

/** Share of pairs with different truth that the scores order rightly (ties half), over sampled pairs. */
export function pairAccuracy(scores: ArrayLike<number>, truth: ArrayLike<number>, random: () => number, pairs = 1_000_000): number {
	let right = 0;
	let counted = 0;
	for (let pair = 0; pair < pairs && truth.length > 1; pair++) {
		const a = Math.floor(random() * truth.length);
		const b = Math.floor(random() * truth.length);
		const order = (truth[a] as number) - (truth[b] as number);
		if (order === 0) continue;
		counted++;
		const said = (scores[a] as number) - (scores[b] as number);
		right += said === 0 ? 0.5 : Math.sign(said) === Math.sign(order) ? 1 : 0;
	}
	return counted === 0 ? 0.5 : right / counted;
}

/** Rows of the `count` largest values, best first; `-Infinity` never counts. */
export function largest(values: Float32Array, count: number): number[] {
	if (count <= FEW) return largestFew(values, count);
	const finite: number[] = [];
	for (let i = 0; i < values.length; i++) if (values[i] !== Number.NEGATIVE_INFINITY) finite.push(i);
	if (finite.length > count * 2) {
		const sorted = Float32Array.from(finite, (i) => values[i] as number).sort();
		const least = sorted[sorted.length - count] as number;
		const above = finite.filter((i) => (values[i] as number) >= least);
		return above.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b).slice(0, count);
	}
	return finite.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b).slice(0, count);
}

/** Up to this many are kept sorted in one pass, which is quicker than sorting all. */
const FEW = 64;

function largestFew(values: Float32Array, count: number): number[] {
	const rows: number[] = [];
	let least = Number.NEGATIVE_INFINITY;
	for (let row = 0; row < values.length; row++) {
		const value = values[row] as number;
		if (!(value > least) && !(rows.length < count && value > Number.NEGATIVE_INFINITY)) continue;
		let place = rows.length;
		while (place > 0 && (values[rows[place - 1] as number] as number) < value) place--;
		rows.splice(place, 0, row);
		if (rows.length > count) rows.pop();
		if (rows.length === count) least = values[rows[count - 1] as number] as number;
	}
	return rows;
}
