import { FALLBACK_MODEL } from "../../../recommender/fallback-model.ts";
import { parseModel, type RankModel } from "../../../recommender/model.ts";
import type { NeighbourList } from "../../../recommender/neighbours.ts";
import { perServices } from "../../platform/cache.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";

/** Keys of what the trainer leaves in the model store. */
export const MODEL_KEYS = { rank: "rank-model", neighbours: "neighbours" } as const;
/** A new model is taken up within this time, milliseconds. */
const FRESH_MS = 60_000;

export interface Models {
	readonly rank: RankModel;
	/** Links by video id; null before anything was learned. */
	readonly neighbours: ReadonlyMap<string, NeighbourList> | null;
}

const held = perServices(() => ({ models: { rank: FALLBACK_MODEL, neighbours: null } as Models, at: Number.NEGATIVE_INFINITY }));

/** The models to serve by. Missing, unreadable or of another version: the one before, at first the shipped one. */
export async function modelsOf(services: Services): Promise<Models> {
	const kept = held(services);
	const now = services.clock();
	if (now - kept.at < FRESH_MS) return kept.models;
	kept.at = now;
	try {
		const [rank, neighbours] = await Promise.all([
			services.env.MODELS.get(MODEL_KEYS.rank),
			services.env.MODELS.get<Record<string, NeighbourList>>(MODEL_KEYS.neighbours, "json"),
		]);
		const parsed = parseModel(rank);
		if (parsed.fallback && rank !== null) services.log.warn("rank_model_unusable", { reason: parsed.reason });
		kept.models = {
			rank: parsed.fallback && rank !== null ? kept.models.rank : parsed.model,
			neighbours: neighbours === null ? null : new Map(Object.entries(neighbours)),
		};
	} catch (error) {
		services.log.warn("models_unavailable", errorFields(error));
	}
	return kept.models;
}
