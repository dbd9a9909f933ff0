import { featureRow } from "../recommender/features.ts";
import type { RankModel } from "../recommender/model.ts";
import { OnlineRanker, type Prediction } from "../recommender/online-ranker.ts";
import { seedsOf } from "../recommender/retrieval.ts";
import { isLongView } from "../recommender/strength.ts";
import { emptyTaste, learn, type Taste } from "../recommender/taste.ts";
import type { RankContext, VideoFeatures } from "../recommender/types.ts";
import { StatsCounter, type TrainingEvent } from "./replay.ts";
import type { World } from "./world.ts";

/**
 * Replays showings in time order as the live system sees them: what is known before the showing gives the prediction, and
 * only then taste, counts and model learn from it.
 */
export class ImpressionReplay {
	readonly #world: World;
	readonly #tastes: Map<string, Taste>;
	readonly #counters: Map<number, StatsCounter>;
	readonly ranker: OnlineRanker;

	/** `tastes` and `counters` hold what was learned so far and are learned into. */
	constructor(world: World, model: RankModel, tastes: Map<string, Taste>, counters: Map<number, StatsCounter>) {
		this.#world = world;
		this.#tastes = tastes;
		this.#counters = counters;
		this.ranker = new OnlineRanker(model);
	}

	/** Predicts, then learns. Null for a video not in the world. */
	observe(event: TrainingEvent): Prediction | null {
		const known = this.#world.videos[event.item];
		if (known === undefined) return null;
		const now = event.signal.at;
		const counter = this.#counters.get(event.item) ?? new StatsCounter();
		this.#counters.set(event.item, counter);
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
		counter.count(event.signal);
		return prediction;
	}
}
