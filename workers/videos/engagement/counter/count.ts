import { LRUCache } from "lru-cache";
import { perIsolate } from "../../../platform/isolate.ts";
import type { Services } from "../../../platform/services.ts";
import type { Entry, Numbers } from "./deltas.ts";
import type { Due } from "./flush.ts";
import { type BatchWriter, counterOf } from "./protocol.ts";
import { type Split, shardName, shardOf } from "./split.ts";

/** Videos known to be split, so that their batches go to the right object at once. */
const splits = perIsolate(() => new LRUCache<string, Split>({ max: 1_000 }));

export interface Counted {
	/** Batches counted by this call and not before. */
	readonly applied: readonly string[];
	/** The video's numbers after it; null where they are not known at once. */
	readonly numbers: Numbers | null;
	/** For the batch writer to write. */
	readonly due: Due | null;
}

/**
 * Counts batches for a video, each once. @throws when an object can't be reached: call again with the same batches
 * @param batchWriter of who shares the numbers and writes those that are due (count-many.ts); else the counter does both by itself
 */
export async function count(
	services: Services,
	videoId: string,
	entries: readonly Entry[],
	batchWriter: BatchWriter | null = null,
): Promise<Counted> {
	const own = counterOf(services, videoId);
	const applied: string[] = [];
	let numbers: Numbers | null = null;
	let due: Due | null = null;
	let split = splits(services).get(videoId) ?? null;
	const forOwn = entries.filter(({ batchId, at }) => shardOf(split, batchId, at) === null);
	if (forOwn.length > 0) {
		const answer = await own.apply(videoId, forOwn, batchWriter);
		applied.push(...answer.applied);
		({ numbers, due } = answer);
		split = answer.split;
		if (split !== null) splits(services).set(videoId, split);
	}
	const shards = new Map<number, Entry[]>();
	for (const entry of entries) {
		const shard = shardOf(split, entry.batchId, entry.at);
		if (shard !== null) shards.set(shard, [...(shards.get(shard) ?? []), entry]);
	}
	for (const [shard, some] of shards) {
		applied.push(...(await counterOf(services, shardName(videoId, shard)).applyShard(videoId, shard, some)));
	}
	return { applied, numbers, due };
}

/** The numbers of a video that is gone are forgotten. */
export async function forgetCounter(services: Services, videoId: string): Promise<void> {
	await counterOf(services, videoId).forget();
}
