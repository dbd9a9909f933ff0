import { FEATURES, type Feature, featureWriter } from "../recommender/features.ts";
import type { Head, Shape } from "../recommender/model.ts";
import { type LearningHead, predict, snapshot, startLearning, step } from "../recommender/online.ts";
import type { Taste } from "../recommender/taste.ts";
import type { Candidate, Random, RankContext } from "../recommender/types.ts";

/** Candidates of one viewer at one moment, and which of them they went on to watch. */
export interface Choice {
	/** One row of FEATURES.length numbers a candidate. */
	readonly rows: readonly Float64Array[];
	readonly chosen: readonly boolean[];
	/** How many of those not watched each kept one stands for. */
	readonly standsFor: number;
}

const EPOCHS = 4;
/** Quantiles at which shapes bend: dense at the top, where what is watched next is told from what is merely plausible. */
const QUANTILES = [0.02, 0.1, 0.25, 0.4, 0.55, 0.7, 0.82, 0.9, 0.95, 0.98, 0.99, 0.996, 0.999];
/** Candidates kept of those not watched: enough to tell, few enough to hold. */
const OTHERS = 150;

/** How the lesson begins and how fast it goes: the curves are in docs/recommender.md. */
export interface RelevanceOptions {
	/** Logits to start from, per unit of summed co-watch weight, and per doubling of long views in all and of late. */
	readonly linkSlope: number;
	readonly popularSlope: number;
	readonly risingSlope: number;
	/** The same of late, for someone of whom nothing is known: it outweighs what was learned of those who are known. */
	readonly newcomerSlope: number;
	/** Squared gradients every weight is taken to have seen already: how little the first lessons may move it. */
	readonly settled: number;
	readonly rate: number;
}
const RELEVANCE_OPTIONS: RelevanceOptions = {
	linkSlope: 45,
	popularSlope: 0.1,
	risingSlope: 0.5,
	newcomerSlope: 1,
	settled: 3,
	rate: 0.08,
};
const RISING_WITH_EVIDENCE: readonly Feature[] = [
	"neighbours",
	"interest",
	"session",
	"topic",
	"topicNow",
	"creator",
	"rising",
	"newcomer",
	"moment",
	"quality",
];
/** Features that say nothing of which video suits whom, or whose shapes were noise on the logs. */
const UNHELPFUL: ReadonlySet<string> = new Set([
	"age",
	"length",
	"lengthFit",
	"viewer",
	"liked",
	"dislike",
	"country",
	"sound",
	"known",
	"patience",
]);

/** A choice from candidates; null when none of them was watched. */
export function toChoice(
	taste: Taste,
	candidates: readonly Candidate[],
	watched: ReadonlySet<string>,
	context: RankContext,
	random: Random,
): Choice | null {
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

/** Smaller values are as good as 0: a fading feature must not draw all knots to where it has faded. */
const NOTHING = 1e-3;

/** Knots at the quantiles and the largest value of each feature, 0 among them; features that never vary get none. */
export function quantileKnots(rows: readonly Float64Array[], without: ReadonlySet<string> = new Set()): Head {
	const shapes: Record<string, { knots: number[]; values: number[] }> = {};
	FEATURES.forEach((feature, index) => {
		const sorted = rows.map((row) => row[index] as number).sort((a, b) => a - b);
		if (without.has(feature) || sorted.length === 0 || sorted[0] === sorted[sorted.length - 1]) return;
		const nonZero = sorted.filter((value) => Math.abs(value) > NOTHING);
		const marks = new Set<number>([0]);
		for (const quantile of QUANTILES) marks.add(round(nonZero[Math.floor(quantile * nonZero.length)] ?? 0));
		marks.add(round(nonZero.at(-1) ?? 0));
		const knots = [...marks].sort((a, b) => a - b);
		shapes[feature] = { knots, values: knots.map(() => 0) };
	});
	return { bias: 0, shapes };
}

/**
 * What is known before the lesson: links are linear evidence, and a viewer of whom nothing is known watches videos in
 * proportion to how much they are watched. The lesson bends this where it has evidence.
 */
function withPrior(head: Head, options: RelevanceOptions): Head {
	const shapes = { ...head.shapes };
	const slopes: readonly (readonly [Feature, number])[] = [
		["neighbours", options.linkSlope],
		["popularity", options.popularSlope],
		["rising", options.risingSlope],
		["newcomer", options.newcomerSlope],
	];
	for (const [feature, slope] of slopes) {
		const shape = shapes[feature];
		if (shape === undefined) continue;
		const knots = feature === "neighbours" ? [...shape.knots, Math.max(1, ...shape.knots) + 0.1] : shape.knots;
		shapes[feature] = { knots, values: knots.map((knot) => slope * knot) };
	}
	return { ...head, shapes };
}

/** Shapes of evidence never fall as it grows: what falls is noise, and is levelled (pool adjacent violators). */
export function levelled(shape: Shape): Shape {
	const pools: { sum: number; count: number }[] = [];
	for (const value of shape.values) {
		let pool = { sum: value, count: 1 };
		for (let last = pools.at(-1); last !== undefined && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
			pools.pop();
			pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
		}
		pools.push(pool);
	}
	return { knots: shape.knots, values: pools.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count)) };
}

function level(head: Head): Head {
	const shapes = { ...head.shapes };
	for (const feature of RISING_WITH_EVIDENCE) {
		const shape = shapes[feature];
		if (shape !== undefined) shapes[feature] = levelled(shape);
	}
	return { ...head, shapes };
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/**
 * Learns what to put first: for each choice, the softmax over its candidates should lie on those that were watched
 * (listwise cross-entropy). Additive shapes, AdaGrad.
 */
export function fitRelevance(
	choices: readonly Choice[],
	random: Random,
	without: ReadonlySet<string> = UNHELPFUL,
	options: RelevanceOptions = RELEVANCE_OPTIONS,
): Head {
	const sample = choices.flatMap((choice) => choice.rows.filter(() => random() < 0.1));
	const learning = startLearning(withPrior(quantileKnots(sample, without), options), options.settled);
	const order = choices.map((_, index) => index);
	for (let epoch = 0; epoch < EPOCHS; epoch++) {
		shuffle(order, random);
		for (const index of order) learnChoice(learning, choices[index] as Choice, options.rate / (1 + epoch));
	}
	return level(snapshot(learning));
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

function shuffle<T>(list: T[], random: Random): void {
	for (let i = list.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		const held = list[i] as T;
		list[i] = list[j] as T;
		list[j] = held;
	}
}
