import { FALLBACK_MODEL } from "../../../recommender/fallback-model.ts";
import { parseModel } from "../../../recommender/load-model.ts";
import type { RankModel } from "../../../recommender/model.ts";
import type { NeighbourList } from "../../../recommender/neighbours.ts";
import { perIsolate } from "../../platform/isolate.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { type LiveModel, readLasting, readLive } from "../online-learning/live.ts";
import { rankerOf } from "../online-learning/stub.ts";
import { readSpace } from "../vectors/space.ts";

/** Keys of what the trainer leaves in the model store. */
export const MODEL_KEYS = { rank: "rank-model", neighbours: "neighbours" } as const;
/** What the trainer left is taken up within this time, milliseconds … */
const FRESH_MS = 60_000;
/** … and what the ranker corrected since within this one. */
const LIVE_FRESH_MS = 2_000;

export interface Models {
	/** The trainer's model as the ranker corrected it; the newest of those that can be had, at first the shipped one. */
	readonly rank: RankModel;
	/** Share of impressions the ranker wants lessons of, 0 to 1. */
	readonly share: number;
	/** Links by video id; null before anything was learned. */
	readonly neighbours: ReadonlyMap<string, NeighbourList> | null;
	/** Version of the vectors that are served; null while there was never more than one. */
	readonly space: string | null;
}

interface Held {
	models: Models;
	trained: RankModel | null;
	live: LiveModel | null;
	at: number;
	liveAt: number;
}

const held = perIsolate(
	(): Held => ({
		models: { rank: FALLBACK_MODEL, share: 1, neighbours: null, space: null },
		trained: null,
		live: null,
		at: Number.NEGATIVE_INFINITY,
		liveAt: Number.NEGATIVE_INFINITY,
	}),
);

/** The models to serve by. Each that is missing, unreadable, of another version or out of reach stays as it was. */
export async function modelsOf(services: Services): Promise<Models> {
	const kept = held(services);
	const now = services.clock();
	const isDue = now - kept.at >= FRESH_MS;
	if (!isDue && now - kept.liveAt < LIVE_FRESH_MS) return kept.models;
	if (isDue) kept.at = now;
	// Nobody else waits for what this call asks.
	kept.liveAt = now;
	await Promise.all([isDue ? readTrained(services, kept) : undefined, readCorrected(services, kept, isDue)]);
	const { live, trained } = kept;
	const isLive = live !== null && (trained === null || live.model.trainedAt >= trained.trainedAt);
	kept.models = { ...kept.models, rank: isLive ? live.model : (trained ?? FALLBACK_MODEL), share: live?.share ?? 1 };
	return kept.models;
}

/** Forgets when they were read: to be called in this isolate after a change that must show at once. */
export function outdateModels(services: Services): void {
	const kept = held(services);
	kept.at = Number.NEGATIVE_INFINITY;
	kept.liveAt = Number.NEGATIVE_INFINITY;
}

async function readTrained(services: Services, kept: Held): Promise<void> {
	const { models } = services;
	await Promise.all([
		softly(services, MODEL_KEYS.rank, async () => {
			const text = await models.get(MODEL_KEYS.rank);
			const parsed = parseModel(text);
			if (!parsed.fallback) kept.trained = parsed.model;
			else if (text !== null) services.log.warn("rank_model_unusable", { reason: parsed.reason });
		}),
		softly(services, MODEL_KEYS.neighbours, async () => {
			const lists = await models.get<Record<string, NeighbourList>>(MODEL_KEYS.neighbours, "json");
			if (lists !== null) kept.models = { ...kept.models, neighbours: new Map(Object.entries(lists)) };
		}),
		softly(services, "vector space", async () => {
			const space = await readSpace(services);
			if (space !== null) kept.models = { ...kept.models, space: space.active };
		}),
	]);
}

async function readCorrected(services: Services, kept: Held, isDue: boolean): Promise<void> {
	await softly(services, "live model", async () => {
		const live = (await readLive(services, rankerOf(services).id)) ?? (isDue ? await readLasting(services) : null);
		if (live !== null && (kept.live === null || live.model.trainedAt >= kept.live.model.trainedAt)) kept.live = live;
	});
}

async function softly(services: Services, what: string, read: () => Promise<void>): Promise<void> {
	try {
		await read();
	} catch (error) {
		services.log.warn("models_unavailable", { what, ...errorFields(error) });
	}
}
