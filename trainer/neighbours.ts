import { NEIGHBOURS_PER_VIDEO } from "../recommender/neighbours.ts";
import { solveInPlace } from "./cholesky.ts";
import { type CoWatch, countPairs, ITEMS_MAX } from "./cowatch.ts";
import { type Event, type Histories, toHistories, viewerCount } from "./histories.ts";

/** For each video, the videos its watching speaks for, strongest first. Row numbers, not ids. */
export interface NeighbourTable {
	readonly ids: readonly Uint32Array[];
	readonly weights: readonly Float32Array[];
}

export interface NeighbourOptions {
	/** Videos each regression may draw on. */
	readonly candidates: number;
	/** Ridge penalty, in viewers. */
	readonly ridge: number;
	/** How much predicting what came later counts beside predicting what belongs together. */
	readonly laterShare: number;
	/** Links kept per video. */
	readonly kept: number;
}

/** Chosen on the development split; the curves are in docs/recommender.md. */
export const NEIGHBOUR_OPTIONS: NeighbourOptions = { candidates: 200, ridge: 300, laterShare: 1, kept: NEIGHBOURS_PER_VIDEO };
/** Damps the choice of regressors towards the popular: count / √(own count + this). */
const CHOICE_SHRINK = 30;

/**
 * Sparse item-to-item regression: each video is predicted from the 200 most co-watched ones by ridge regression (the
 * closed form of EASE, Steck 2019, on a neighbourhood, as in SLIM), so cost grows with the number of videos and not with
 * its cube. Links are then turned around, to be looked up by what was watched.
 */
export function trainNeighbours(histories: Histories, options: NeighbourOptions = NEIGHBOUR_OPTIONS): NeighbourTable {
	if (histories.itemCount <= ITEMS_MAX) return regress(countPairs(histories), options);
	const kept = mostMet(histories, ITEMS_MAX);
	const table = regress(countPairs(renumber(histories, kept)), options);
	const ids = Array.from({ length: histories.itemCount }, () => new Uint32Array(0));
	const weights: Float32Array[] = Array.from({ length: histories.itemCount }, () => new Float32Array(0));
	kept.forEach((item, row) => {
		ids[item] = Uint32Array.from(table.ids[row] ?? [], (other) => kept[other] ?? 0);
		weights[item] = table.weights[row] ?? new Float32Array(0);
	});
	return { ids, weights };
}

/** Rows of the videos met most often. Of the rest there is too little to link them; their content places them. */
function mostMet(histories: Histories, count: number): number[] {
	const met = new Uint32Array(histories.itemCount);
	for (const item of histories.items) met[item] = (met[item] ?? 0) + 1;
	return Array.from(met.keys())
		.sort((a, b) => (met[b] ?? 0) - (met[a] ?? 0))
		.slice(0, count);
}

function renumber(histories: Histories, kept: readonly number[]): Histories {
	const rowOf = new Map(kept.map((item, row) => [item, row]));
	const viewers = Array.from({ length: viewerCount(histories) }, (_, viewer) => {
		const events: Event[] = [];
		for (let place = histories.offsets[viewer] ?? 0; place < (histories.offsets[viewer + 1] ?? 0); place++) {
			const item = rowOf.get(histories.items[place] ?? 0);
			if (item !== undefined) events.push({ item, longView: histories.long[place] === 1, at: histories.at[place] ?? 0 });
		}
		return events;
	});
	return toHistories(viewers, kept.length);
}

function regress(coWatch: CoWatch, options: NeighbourOptions): NeighbourTable {
	const { items, pairs, later } = coWatch;
	const size = Math.min(options.candidates, Math.max(0, items - 1));
	const damp = Float64Array.from({ length: items }, (_, item) => 1 / Math.sqrt((pairs[item * items + item] ?? 0) + CHOICE_SHRINK));
	const gram = new Float64Array(size * size);
	const right = new Float64Array(size);
	const links = Array.from({ length: items }, () => ({ ids: [] as number[], weights: [] as number[] }));
	const wanted = new Float64Array(items);
	for (let target = 0; target < items; target++) {
		for (let item = 0; item < items; item++) {
			wanted[item] = (pairs[target * items + item] as number) + options.laterShare * (later[target * items + item] as number);
		}
		wanted[target] = 0;
		const chosen = strongest(wanted, damp, size);
		const count = chosen.length;
		if (count === 0) continue;
		for (let i = 0; i < count; i++) {
			const row = (chosen[i] as number) * items;
			for (let j = 0; j <= i; j++) gram[i * count + j] = pairs[row + (chosen[j] as number)] as number;
			gram[i * count + i] = (gram[i * count + i] as number) + options.ridge;
			right[i] = wanted[chosen[i] as number] as number;
		}
		const solution = right.subarray(0, count);
		if (!solveInPlace(gram.subarray(0, count * count), count, [solution])) continue;
		for (let i = 0; i < count; i++) {
			const link = links[chosen[i] as number];
			link?.ids.push(target);
			link?.weights.push(solution[i] as number);
		}
	}
	return keepStrongest(links, options.kept);
}

/** Rows with the largest damped values above 0, at most `size`. */
function strongest(values: Float64Array, damp: Float64Array, size: number): number[] {
	const keys = values.map((value, item) => value * (damp[item] as number));
	const least = keys.length > size ? (keys.toSorted()[keys.length - size] as number) : 0;
	const above: number[] = [];
	for (let item = 0; item < keys.length && above.length < size; item++) {
		if ((keys[item] as number) > 0 && (keys[item] as number) >= least) above.push(item);
	}
	return above;
}

function keepStrongest(links: readonly { ids: number[]; weights: number[] }[], kept: number): NeighbourTable {
	const ids: Uint32Array[] = [];
	const weights: Float32Array[] = [];
	for (const link of links) {
		const order = link.weights.map((_, index) => index).sort((a, b) => Math.abs(link.weights[b] ?? 0) - Math.abs(link.weights[a] ?? 0));
		const best = order.slice(0, kept).sort((a, b) => (link.weights[b] ?? 0) - (link.weights[a] ?? 0));
		ids.push(Uint32Array.from(best, (index) => link.ids[index] ?? 0));
		weights.push(Float32Array.from(best, (index) => link.weights[index] ?? 0));
	}
	return { ids, weights };
}
