import type { Head, RankModel } from "../recommender/model.ts";
import { planRetrieval, type RetrievalLimits } from "../recommender/retrieval.ts";
import { isLongView } from "../recommender/strength.ts";
import { emptyTaste, learn, type Taste } from "../recommender/taste.ts";
import type { Millis, Random, RankContext, VideoFeatures } from "../recommender/types.ts";
import { quantise } from "../recommender/vectors.ts";
import { FALLBACK_MODEL } from "../recommender/fallback-model.ts";
import { toHistories } from "./histories.ts";
import { type NeighbourTable, trainNeighbours } from "./neighbours.ts";
import { type Choice, fitRelevance, toChoice } from "./relevance.ts";
import { byViewer, countStats, type TrainingEvent, type VideoFacts } from "./replay.ts";
import { alignVectors } from "./vectors.ts";
import { World } from "./world.ts";

export const LIMITS: RetrievalLimits = { vectorTopK: 100, candidates: 500 };
/** Events before this share of all are the past of the ranking lesson; what was watched after is its answer. */
const LESSON_PAST = 0.75;
/** Viewers the ranking is learned from at most. */
const LESSON_VIEWERS = 6_000;

export interface Trained {
	readonly neighbours: NeighbourTable;
	readonly videos: readonly VideoFeatures[];
	readonly model: RankModel;
}

/** What is learned about videos from events (in time order): links, vectors, counts. */
export function learnVideos(events: readonly TrainingEvent[], facts: readonly VideoFacts[], content: readonly (Float32Array | null)[], now: Millis): Omit<Trained, "model"> {
	const viewers = [...byViewer(events).values()].map((list) =>
		list.map((event) => ({ item: event.item, longView: isLongView(event.signal), at: event.signal.at })),
	);
	const neighbours = trainNeighbours(toHistories(viewers, facts.length));
	const stats = countStats(events, facts.length, now);
	const dimensions = content.find((vector) => vector !== null)?.length ?? 0;
	const vectors = alignVectors(content, neighbours, stats.map((one) => one.longViews), dimensions);
	const videos = facts.map((fact, row): VideoFeatures => {
		const vector = vectors[row];
		return { ...fact, vector: vector == null ? null : quantise(vector), stats: stats[row] as VideoFeatures["stats"] };
	});
	return { neighbours, videos };
}

/** A viewer's taste after their events, oldest first. */
export function learnTaste(events: readonly TrainingEvent[], videos: readonly VideoFeatures[], taste?: Taste): Taste {
	let held = taste ?? emptyTaste(events[0]?.signal.at ?? 0);
	for (const event of events) {
		const video = videos[event.item];
		if (video !== undefined) held = learn(held, event.signal, video, event.signal.at);
	}
	return held;
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
	const relevance = learnRelevance(events, facts, content, random);
	const videos = learnVideos(events, facts, content, now);
	return { ...videos, model: { ...FALLBACK_MODEL, id, trainedAt: now, relevance, longViewShare: 0 } };
}

function learnRelevance(events: readonly TrainingEvent[], facts: readonly VideoFacts[], content: readonly (Float32Array | null)[], random: Random): Head {
	const cut = Math.floor(events.length * LESSON_PAST);
	const past = events.slice(0, cut);
	const now = past[past.length - 1]?.signal.at ?? 0;
	const { videos, neighbours } = learnVideos(past, facts, content, now);
	const world = new World(videos, neighbours);
	const pastOf = byViewer(past);
	const choices: Choice[] = [];
	for (const [viewer, later] of byViewer(events.slice(cut))) {
		if (choices.length >= LESSON_VIEWERS) break;
		const choice = lesson(pastOf.get(viewer) ?? [], later, world, now, random);
		if (choice !== null) choices.push(choice);
	}
	return fitRelevance(choices, random);
}

function lesson(past: readonly TrainingEvent[], later: readonly TrainingEvent[], world: World, now: Millis, random: Random): Choice | null {
	const seen = new Set(past.map((event) => event.signal.videoId));
	const watched = new Set(later.filter((event) => isLongView(event.signal)).map((event) => event.signal.videoId));
	if (past.length === 0 || watched.size === 0) return null;
	const taste = learnTaste(past, world.videos);
	const context: RankContext = { now, followed: new Set(), country: null, device: null };
	const candidates = world.retrieve(planRetrieval(taste, context, LIMITS), LIMITS.candidates, (id) => seen.has(id));
	return toChoice(taste, candidates, watched, context, random);
}
