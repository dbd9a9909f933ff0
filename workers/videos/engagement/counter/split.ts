import { fnv1a } from "../../../../contracts/fnv1a.ts";

/**
 * A video that gets more batches than one object can take is split: batches closed from a moment on go to sub-objects by
 * their id, which add up and hand on. Where a batch belongs depends on the batch and on that moment alone, so a batch that
 * comes twice always comes to the same place, however hot the video has become in between.
 */
export interface Split {
	/** Batches closed from this moment on belong to sub-objects, milliseconds since 1970. */
	readonly from: number;
	readonly shards: number;
}

/** One object takes this many batches a second; Cloudflare's soft limit is 1 000 requests. */
export const HOT_BATCHES_PER_SECOND = 500;
export const SHARDS = 8;

/** Number of the sub-object a batch belongs to; null for the video's own. */
export function shardOf(split: Split | null, batchId: string, at: number): number | null {
	if (split === null || at < split.from) return null;
	return fnv1a(batchId) % split.shards;
}

export const shardName = (videoId: string, shard: number): string => `${videoId}#${shard}`;

/** Batches a second, over the second under way. */
export class Rate {
	#second = 0;
	#count = 0;

	/** Counts more batches. @returns how many there were in this second */
	add(count: number, now: number): number {
		const second = Math.floor(now / 1000);
		if (second !== this.#second) {
			this.#second = second;
			this.#count = 0;
		}
		this.#count += count;
		return this.#count;
	}
}
