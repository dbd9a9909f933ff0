import * as z from "zod";
import { parseModel } from "../../../recommender/load-model.ts";
import type { RankModel } from "../../../recommender/model.ts";
import type { Services } from "../../platform/services.ts";

/** Where a ranker leaves its model for all isolates: in Redis within seconds, in KV each minute for when Redis is away. */
export const liveKey = (rankerId: DurableObjectId): string => `feed:ranker:${rankerId}`;
export const LIVE_KEY = "rank-live";
/** A ranker that said nothing for so long is gone: what the trainer left is better, seconds. */
const REDIS_TTL_S = 900;

/** The model as corrected so far, and the share of impressions that lessons are wanted of. */
export interface LiveModel {
	readonly model: RankModel;
	readonly share: number;
}

const Envelope = z.object({ share: z.number().min(0).max(1), model: z.unknown() });

/** What the ranker left, from its JSON; null when it is not that: an unusable model is as good as none. */
function parseLive(value: unknown): LiveModel | null {
	const envelope = Envelope.safeParse(value);
	if (!envelope.success) return null;
	const { model, fallback } = parseModel(JSON.stringify(envelope.data.model));
	return fallback ? null : { model, share: envelope.data.share };
}

export async function publishLive(services: Services, rankerId: DurableObjectId, live: LiveModel, lasting: boolean): Promise<void> {
	await services.redis.soft((redis) => redis.set(liveKey(rankerId), live, { ex: REDIS_TTL_S }));
	if (lasting) await services.models.put(LIVE_KEY, JSON.stringify(live));
}

/** Null when Redis has none or can't be asked, or when what it has is unusable. */
export async function readLive(services: Services, rankerId: DurableObjectId): Promise<LiveModel | null> {
	const value = await services.redis.soft((redis) => redis.get<unknown>(liveKey(rankerId)));
	return readable(services, value, "redis");
}

/** The same from KV, up to a minute or two old. */
export async function readLasting(services: Services): Promise<LiveModel | null> {
	return readable(services, await services.models.get<unknown>(LIVE_KEY, "json"), "kv");
}

function readable(services: Services, value: unknown, from: string): LiveModel | null {
	if (value === null) return null;
	const live = parseLive(value);
	if (live === null) services.log.warn("live_model_unusable", { from });
	return live;
}
