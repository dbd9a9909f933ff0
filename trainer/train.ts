import { FALLBACK_MODEL } from "../recommender/fallback-model.ts";
import type { Feature } from "../recommender/features.ts";
import { type Head, type RankModel, shapeAt } from "../recommender/model.ts";
import { planRetrieval, type RetrievalLimits } from "../recommender/retrieval.ts";
import { isLongView } from "../recommender/strength.ts";
import type { Millis, Random, RankContext, VideoFeatures } from "../recommender/types.ts";
import { quantise } from "../recommender/vectors.ts";
import { toHistories } from "./histories.ts";
import { ImpressionReplay } from "./impressions.ts";
import { momentLists } from "./moments.ts";
import { type NeighbourTable, trainNeighbours } from "./neighbours.ts";
import { type Choice, fitRelevance, quantileKnots, toChoice } from "./relevance.ts";
import { byViewer, countStats, learnTaste, type VideoFacts } from "./replay.ts";
import type { TrainingEvent } from "./training-event.ts";
import { alignVectors } from "./vectors.ts";
import { World } from "./world.ts";

export const LIMITS: RetrievalLimits = { vectorTopK: 100, candidates: 500 };
/** Events before this share of all are the past of the ranking lesson; what was watched after is its answer. */
const LESSON_PAST = 0.75;
/** Viewers the ranking is learned from: at most, and at least; with fewer the shipped weights are the better guess. */
const LESSON_VIEWERS = 6_000;
const LESSON_VIEWERS_MIN = 200;
const LESSON_EVENTS_MIN = 5_000;
/** Of the lessons, this share is of newcomers, with fewer events known than this. */
const NEWCOMER_SHARE = 0.3;
const NEWCOMER_EVENTS = 20;

/** Logits per doubling of long views: the curve is in docs/recommender.md. */
const REACH = 0.2;

export interface Trained {
	readonly neighbours: NeighbourTable;
	readonly videos: readonly VideoFeatures[];
	readonly model: RankModel;
	/** True when there was too little to learn a ranking from, and the shipped one stands. */
	readonly fallbackRanking: boolean;
}

/** What is learned about videos from events (in time order): links, vectors, counts. */
export function learnVideos(
	events: readonly TrainingEvent[],
	facts: readonly VideoFacts[],
	content: readonly (Float32Array | null)[],
	now: Millis,
): Pick<Trained, "neighbours" | "videos"> {
	const viewers = [...byViewer(events).values()].map((list) =>
		list.map((event) => ({ item: event.item, longView: isLongView(event.signal), at: event.signal.at })),
	);
	const neighbours = trainNeighbours(toHistories(viewers, facts.length));
	const stats = countStats(events, facts.length, now);
	const dimensions = content.find((vector) => vector !== null)?.length ?? 0;
	const vectors = alignVectors(
		content,
		neighbours,
		stats.map((one) => one.longViews),
		dimensions,
	);
	const videos = facts.map((fact, row): VideoFeatures => {
		const vector = vectors[row];
		return { ...fact, vector: vector == null ? null : quantise(vector), stats: stats[row] as VideoFeatures["stats"] };
	});
	return { neighbours, videos };
}

/** Learns all: first the ranking, by predicting the last quarter of the events from the rest; then the videos from everything. */
export function train(
	events: readonly TrainingEvent[],
	facts: readonly VideoFacts[],
	content: readonly (Float32Array | null)[],
	now: Millis,
	random: Random,
	id = "trained",
): Trained {
	const model = learnModel(events, facts, content, random);
	const videos = learnVideos(events, facts, content, now);
	return { ...videos, model: { ...model, id, trainedAt: now }, fallbackRanking: model === FALLBACK_MODEL };
}

/** The ranking model from a world as it was before the last quarter of the events. Too few events: the fallback. */
function learnModel(
	events: readonly TrainingEvent[],
	facts: readonly VideoFacts[],
	content: readonly (Float32Array | null)[],
	random: Random,
): RankModel {
	if (events.length < LESSON_EVENTS_MIN) return FALLBACK_MODEL;
	const cut = Math.floor(events.length * LESSON_PAST);
	const past = events.slice(0, cut);
	const later = events.slice(cut);
	const now = past[past.length - 1]?.signal.at ?? 0;
	const { videos, neighbours } = learnVideos(past, facts, content, now);
	const ids = facts.map(({ id }) => id);
	const world = new World(videos, neighbours, momentLists(past, ids, now));
	const choices = lessons(past, later, world, now, random);
	if (choices.length < LESSON_VIEWERS_MIN) return FALLBACK_MODEL;
	const relevance = fitRelevance(choices, random);
	return { ...learnImpressions(past, later, world, choices), relevance, longViewShare: 0, reach: REACH };
}

export function lessons(
	past: readonly TrainingEvent[],
	later: readonly TrainingEvent[],
	world: World,
	now: Millis,
	random: Random,
): Choice[] {
	const pastOf = byViewer(past);
	const choices: Choice[] = [];
	for (const [viewer, events] of byViewer(later)) {
		if (choices.length >= LESSON_VIEWERS) break;
		const known = pastOf.get(viewer) ?? [];
		// Some lessons are of newcomers: their first few impressions are all that is known.
		const kept = random() < NEWCOMER_SHARE ? known.slice(0, Math.floor(random() ** 2 * NEWCOMER_EVENTS)) : known;
		const choice = lesson(kept, known, events, world, now, random);
		if (choice !== null) choices.push(choice);
	}
	return choices;
}

function lesson(
	kept: readonly TrainingEvent[],
	known: readonly TrainingEvent[],
	later: readonly TrainingEvent[],
	world: World,
	now: Millis,
	random: Random,
): Choice | null {
	const seen = new Set(known.map((event) => event.signal.videoId));
	const watched = new Set(later.flatMap(({ signal }) => (isLongView(signal) && !seen.has(signal.videoId) ? [signal.videoId] : [])));
	if (watched.size === 0) return null;
	const taste = learnTaste(kept, world.videos);
	const { device = null, hour = null } = later[0] ?? {};
	const context: RankContext = { now, followed: new Set(), country: null, device, hour };
	const candidates = world.retrieve(planRetrieval(taste, context, LIMITS), LIMITS.candidates, (id) => seen.has(id));
	return toChoice(taste, candidates, watched, context, random);
}

/** Long-view and watch-time heads, learned from the later impressions as they came. */
function learnImpressions(
	past: readonly TrainingEvent[],
	later: readonly TrainingEvent[],
	world: World,
	choices: readonly Choice[],
): RankModel {
	const rows = choices.flatMap((choice) => choice.rows.filter((_, index) => index % 10 === 0));
	const finer: RankModel = {
		...FALLBACK_MODEL,
		longView: refine(FALLBACK_MODEL.longView, rows, NOT_FOR_LONG_VIEW),
		watch: refine(FALLBACK_MODEL.watch, rows, OF_THE_MOMENT),
	};
	const replay = new ImpressionReplay(world, finer, past);
	for (const event of later) replay.observe(event);
	return replay.ranker.model("lesson", later[later.length - 1]?.signal.at ?? 0);
}

/** What the last few impressions said orders the next page, but tells little of how an impression ends (docs/recommender.md). */
const OF_THE_MOMENT: ReadonlySet<string> = new Set(["session", "topicNow", "dislike", "newcomer"]);
const NOT_FOR_LONG_VIEW: ReadonlySet<string> = new Set([...OF_THE_MOMENT, "topic", "interest", "neighbours", "popularity", "rising"]);

/** The same head, able to bend at the quantiles of what was seen. */
function refine(head: Head, rows: readonly Float64Array[], without: ReadonlySet<string>): Head {
	const { shapes } = quantileKnots(rows, without);
	const finer = Object.entries(shapes).map(([feature, { knots }]) => {
		const shape = head.shapes[feature as Feature];
		return [feature, { knots, values: knots.map((knot) => (shape === undefined ? 0 : shapeAt(shape, knot))) }];
	});
	return { ...head, shapes: Object.fromEntries(finer) };
}
