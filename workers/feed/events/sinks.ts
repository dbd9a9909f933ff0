import type { EventsMessage } from "../../../contracts/queues.ts";
import { recordOutcomes } from "../../experiments/ledger/index.ts";
import type { Services } from "../../platform/services.ts";
import { countMany } from "../../videos/engagement/index.ts";
import { archiveEvents } from "../archive/events.ts";
import { teach } from "../online-learning/tell.ts";
import { markMoments } from "../retrieval/moments.ts";
import { TRENDING_KEPT, trendingKey, trendingWeight } from "../retrieval/trending.ts";
import { outcomesOf } from "./outcomes.ts";
import type { LongView, Tallied } from "./tally.ts";

/** What a queue batch tells, weighed and added up. */
export interface Watched {
	readonly messages: readonly EventsMessage[];
	readonly perVideo: ReadonlyMap<string, readonly Tallied[]>;
	/** Batch ids that were new to a video's counter, by video; filled by the sink that counts. A video whose counter failed is missing. */
	readonly counted: Map<string, ReadonlySet<string>>;
}

/** Something that is made of what people watched. */
export interface Sink {
	readonly name: string;
	/**
	 * Idempotent by batch id. @returns ids of the batches to be delivered again
	 * @throws when it can take nothing: all of them are
	 */
	readonly run: (services: Services, watched: Watched) => Promise<ReadonlySet<string>>;
}

const NONE: ReadonlySet<string> = new Set();

/** Views, impressions and long views, each batch once a video. */
export async function countWatched(services: Services, { perVideo, counted }: Watched): Promise<ReadonlySet<string>> {
	const entries = new Map([...perVideo].map(([videoId, tallied]) => [videoId, tallied.map(({ entry }) => entry)]));
	const failed = new Set<string>();
	for (const [videoId, batchIds] of await countMany(services, entries)) counted.set(videoId, batchIds);
	for (const [videoId, some] of entries) if (!counted.has(videoId)) for (const { batchId } of some) failed.add(batchId);
	return failed;
}

export const recordExperiments = (services: Services, { messages }: Watched): Promise<ReadonlySet<string>> =>
	recordOutcomes(
		services,
		messages.flatMap((message) => outcomesOf(message) ?? []),
	);

export async function archiveWatched(services: Services, { messages }: Watched): Promise<ReadonlySet<string>> {
	await archiveEvents(services, messages);
	return NONE;
}

/** Lessons it can't take now are learned from the archive by the trainer. */
export async function teachRanker(services: Services, { messages }: Watched): Promise<ReadonlySet<string>> {
	await teach(services, messages);
	return NONE;
}

/** What is being watched now rises. Only a hint: without Redis it is left out. */
export async function markTrending(services: Services, { perVideo, counted }: Watched): Promise<ReadonlySet<string>> {
	const longViews = new Map<string, readonly LongView[]>();
	for (const [videoId, tallied] of perVideo) {
		const long = tallied.flatMap(({ entry, longAt }) => (counted.get(videoId)?.has(entry.batchId) === true ? longAt : []));
		if (long.length > 0) longViews.set(videoId, long);
	}
	if (longViews.size === 0) return NONE;
	const now = services.clock();
	const key = trendingKey(now);
	await services.redis.soft((redis) => {
		const pipeline = redis.pipeline();
		for (const [videoId, times] of longViews) {
			const weight = times.reduce((sum, [at, weight]) => sum + weight * trendingWeight(Math.min(at, now), now), 0);
			pipeline.zincrby(key, weight, videoId);
		}
		pipeline.zremrangebyrank(key, 0, -TRENDING_KEPT - 1);
		return pipeline.exec();
	});
	return NONE;
}

export async function markWatchedMoments(services: Services, { messages, counted }: Watched): Promise<ReadonlySet<string>> {
	await markMoments(services, messages, (videoId, batchId) => counted.get(videoId)?.has(batchId) === true);
	return NONE;
}
