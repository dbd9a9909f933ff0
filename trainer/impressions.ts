import { featureRow } from "../recommender/features.ts";
import { habitualOffset } from "../recommender/habits.ts";
import type { RankModel } from "../recommender/model.ts";
import { OnlineRanker, type Prediction } from "../recommender/online-ranker.ts";
import { sigmoid } from "../recommender/quality.ts";
import { seedsOf } from "../recommender/retrieval.ts";
import { isLongView } from "../recommender/strength.ts";
import { emptyTaste, learn, type Taste } from "../recommender/taste.ts";
import type { RankContext, VideoFeatures } from "../recommender/types.ts";
import { SurfaceRates } from "./expectation.ts";
import { byViewer, countEvents, learnTaste, type StatsCounter } from "./replay.ts";
import type { TrainingEvent } from "./training-event.ts";
import type { World } from "./world.ts";

/**
 * Replays impressions in time order as the live system sees them: what is known before the impression gives the prediction, and
 * only then taste, counts and model learn from it.
 */
export class ImpressionReplay {
	readonly #world: World;
	readonly #tastes: Map<string, Taste>;
	readonly #counters: readonly StatsCounter[];
	readonly #surfaces = new SurfaceRates();
	readonly ranker: OnlineRanker;

	/** Begins after `past`, in time order. */
	constructor(world: World, model: RankModel, past: readonly TrainingEvent[]) {
		this.#world = world;
		this.#tastes = new Map([...byViewer(past)].map(([viewer, events]) => [viewer, learnTaste(events, world.videos)]));
		this.#counters = countEvents(past, world.videos.length);
		for (const event of past) this.#surfaces.count(event.surface, isLongView(event.signal));
		this.ranker = new OnlineRanker(model);
	}

	/** Predicts, then learns. Null for a video not in the world. */
	observe(event: TrainingEvent): Prediction | null {
		const known = this.#world.videos[event.item];
		const counter = this.#counters[event.item];
		if (known === undefined || counter === undefined) return null;
		const now = event.signal.at;
		const video: VideoFeatures = { ...known, stats: counter.stats(now) };
		const taste = this.#tastes.get(event.viewer) ?? emptyTaste(now);
		const context: RankContext = { now, followed: new Set(), country: null, device: null, surface: event.surface };
		const links = this.#world.linkScore(seedsOf(taste), video.id);
		const row = featureRow(taste, { video, sources: { neighbours: links } }, context);
		const prediction = this.ranker.predict(row, event.surface);
		this.ranker.learn({
			row,
			surface: event.surface,
			longView: isLongView(event.signal),
			watchMs: event.watchKnown ? event.signal.watchMs : null,
		});
		this.#tastes.set(event.viewer, learn(taste, event.signal, video, now));
		counter.count(event.signal, sigmoid(this.#surfaces.logit(event.surface) + habitualOffset(taste.habits)));
		this.#surfaces.count(event.surface, isLongView(event.signal));
		return prediction;
	}
}
