import { rank } from "../recommender/rank.ts";
import { planRetrieval } from "../recommender/retrieval.ts";
import type { Taste } from "../recommender/taste.ts";
import type { RankContext, Ranked } from "../recommender/types.ts";
import { learnTaste } from "../trainer/replay.ts";
import { LIMITS, type Trained } from "../trainer/train.ts";
import type { TrainingEvent } from "../trainer/training-event.ts";
import { World } from "../trainer/world.ts";

/** The serving path over trained artifacts: taste, plan, retrieval, ranking; exactly what a session object runs. */
export class Served {
	readonly #trained: Trained;
	readonly world: World;
	readonly #rowOf: ReadonlyMap<string, number>;
	/** Milliseconds spent, and calls, by step. */
	readonly spent = { update: 0, updates: 0, retrieve: 0, rank: 0, pages: 0 };

	constructor(trained: Trained) {
		this.#trained = trained;
		this.world = new World(trained.videos, trained.neighbours);
		this.#rowOf = new Map(trained.videos.map((video, row) => [video.id, row]));
	}

	taste(events: readonly TrainingEvent[]): Taste {
		const begun = performance.now();
		const taste = learnTaste(events, this.#trained.videos);
		this.spent.update += performance.now() - begun;
		this.spent.updates += events.length;
		return taste;
	}

	/** Ranked candidates for a taste, videos in `masked` (rows) left out. */
	recommend(taste: Taste, masked: ReadonlySet<number>, now: number, limit = LIMITS.candidates): Ranked[] {
		const context: RankContext = { now, followed: new Set(), country: null, device: null };
		const begun = performance.now();
		const candidates = this.world.retrieve(planRetrieval(taste, context, { ...LIMITS, candidates: limit }), limit, (id) =>
			masked.has(this.row(id)),
		);
		const retrieved = performance.now();
		const ranked = rank(taste, candidates, context, this.#trained.model);
		this.spent.retrieve += retrieved - begun;
		this.spent.rank += performance.now() - retrieved;
		this.spent.pages++;
		return ranked;
	}

	row(videoId: string): number {
		return this.#rowOf.get(videoId) ?? -1;
	}

	rows(ranked: readonly Ranked[]): number[] {
		return ranked.map((one) => this.row(one.candidate.video.id));
	}
}
