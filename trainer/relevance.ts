import { FEATURES, featureWriter } from "../recommender/features.ts";
import type { Head } from "../recommender/model.ts";
import { type LearningHead, predict, snapshot, startLearning, step } from "../recommender/online.ts";
import type { Candidate, Random, RankContext } from "../recommender/types.ts";
import type { Taste } from "../recommender/taste.ts";

/** Candidates of one viewer at one moment, and which of them they went on to watch. */
export interface Choice {
	/** One row of FEATURES.length numbers a candidate. */
	readonly rows: readonly Float64Array[];
	readonly chosen: readonly boolean[];
	/** How many of those not watched each kept one stands for. */
	readonly standsFor: number;
}

const EPOCHS = 4;
const RATE = 0.08;
/** Quantiles at which shapes bend: dense at the top, where what is watched next is told from what is merely plausible. */
const QUANTILES = [0.02, 0.1, 0.25, 0.4, 0.55, 0.7, 0.82, 0.9, 0.95, 0.98, 0.99, 0.996, 0.999];
/** Candidates kept of those not watched: enough to tell, few enough to hold. */
const OTHERS = 150;

/** A choice from candidates; null when none of them was watched. */
export function toChoice(taste: Taste, candidates: readonly Candidate[], watched: ReadonlySet<string>, context: RankContext, random: Random): Choice | null {
	const share = Math.min(1, OTHERS / Math.max(1, candidates.length));
	const kept = candidates.filter(({ video }) => watched.has(video.id) || random() < share);
	const chosen = kept.map(({ video }) => watched.has(video.id));
	if (!chosen.includes(true)) return null;
	const write = featureWriter(taste, context);
	const rows = kept.map((candidate) => {
		const row = new Float64Array(FEATURES.length);
		write(candidate, row);
		return row;
	});
	return { rows, chosen, standsFor: 1 / share };
}

/** Knots at the quantiles of each feature, 0 among them; features that never vary get none. */
export function quantileKnots(rows: readonly Float64Array[], without: ReadonlySet<string> = new Set()): Head {
	const shapes: Record<string, { knots: number[]; values: number[] }> = {};
	FEATURES.forEach((feature, index) => {
		const sorted = rows.map((row) => row[index] as number).sort((a, b) => a - b);
		if (without.has(feature) || sorted.length === 0 || sorted[0] === sorted[sorted.length - 1]) return;
		const nonZero = sorted.filter((value) => value !== 0);
		const marks = new Set<number>([0]);
		for (const quantile of QUANTILES) marks.add(round(nonZero[Math.floor(quantile * nonZero.length)] ?? 0));
		const knots = [...marks].sort((a, b) => a - b);
		shapes[feature] = { knots, values: knots.map(() => 0) };
	});
	return { bias: 0, shapes };
}

/** Co-watch links start as what they are, linear evidence; the lesson bends them. */
function withSlope(head: Head, slope: number): Head {
	const links = head.shapes.neighbours;
	if (links === undefined) return head;
	const knots = [...links.knots, 1];
	return { ...head, shapes: { ...head.shapes, neighbours: { knots, values: knots.map((knot) => slope * knot) } } };
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/**
 * Learns what to put first: for each choice, the softmax over its candidates should lie on those that were watched
 * (listwise cross-entropy). Additive shapes, AdaGrad.
 */
export function fitRelevance(choices: readonly Choice[], random: Random, without: ReadonlySet<string> = new Set(), slope = 0, settled = 1): Head {
	const sample = choices.flatMap((choice) => choice.rows.filter(() => random() < 0.1));
	const start = quantileKnots(sample, without);
	const learning = startLearning(slope > 0 ? withSlope(start, slope) : start, settled);
	const order = choices.map((_, index) => index);
	for (let epoch = 0; epoch < EPOCHS; epoch++) {
		shuffle(order, random);
		for (const index of order) learnChoice(learning, choices[index] as Choice, RATE / (1 + epoch));
	}
	return snapshot(learning);
}

function learnChoice(learning: LearningHead, choice: Choice, rate: number): void {
	const scores = choice.rows.map((row) => predict(learning, row));
	const top = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
	const weights = scores.map((score, index) => Math.exp(score - top) * (choice.chosen[index] ? 1 : choice.standsFor));
	const sum = weights.reduce((total, weight) => total + weight, 0);
	// Each viewer counts once, however much they watched.
	const each = 1 / choice.chosen.filter(Boolean).length;
	choice.rows.forEach((row, index) => {
		const gradient = (weights[index] as number) / sum - (choice.chosen[index] ? each : 0);
		step(learning, row, gradient, rate);
	});
}

export function shuffle<T>(list: T[], random: Random): void {
	for (let i = list.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		const held = list[i] as T;
		list[i] = list[j] as T;
		list[j] = held;
	}
}
