import { LRUCache } from "lru-cache";
import { perServices } from "../../platform/cache.ts";
import type { Services } from "../../platform/services.ts";
import type { VideoRecord } from "./record.ts";

/** The numbers on a card that its counter owns. */
export interface Counts {
	readonly views: number;
	readonly likes: number;
	readonly shares: number;
}

/** A card's numbers are asked for again when they are older than this, milliseconds. */
const FRESH_MS = 1_500;

interface Held {
	readonly counts: Counts;
	readonly at: number;
}

/** Where a video's counter leaves its numbers for all isolates: no time to live (brief §9). */
export const countsKey = (videoId: string): string => `counts:${videoId}`;

/**
 * The latest numbers of videos, beside their records because they change a thousand times as often. Reading never waits:
 * what is old is asked for in the background.
 */
export class CountsCache {
	readonly #services: Services;
	readonly #held: LRUCache<string, Held>;
	readonly #asked = new Set<string>();
	#asking = false;

	constructor(services: Services) {
		this.#services = services;
		this.#held = new LRUCache({ max: 50_000 });
	}

	/** The numbers to show now. */
	of(record: VideoRecord): Counts {
		const held = this.#held.get(record.id);
		if (held === undefined || this.#services.clock() - held.at > FRESH_MS) this.#askFor(record.id);
		return held?.counts ?? { views: record.viewCount, likes: record.likeCount, shares: record.shareCount };
	}

	put(videoId: string, counts: Counts): void {
		this.#held.set(videoId, { counts, at: this.#services.clock() });
	}

	drop(videoId: string): void {
		this.#held.delete(videoId);
	}

	/** Asks Redis now and waits: for a read that must show what was just done. */
	async refresh(records: readonly VideoRecord[]): Promise<void> {
		if (records.length > 0) await this.#read(records.map(({ id }) => id));
	}

	#askFor(videoId: string): void {
		this.#asked.add(videoId);
		if (this.#asking) return;
		this.#asking = true;
		queueMicrotask(() => {
			const ids = [...this.#asked];
			this.#asked.clear();
			void this.#read(ids).finally(() => {
				this.#asking = false;
			});
		});
	}

	async #read(ids: readonly string[]): Promise<void> {
		const found = await this.#services.redis.soft((redis) => redis.mget<(Counts | null)[]>(...ids.map(countsKey)));
		const at = this.#services.clock();
		ids.forEach((id, place) => {
			const counts = found?.[place] ?? null;
			if (counts !== null) this.#held.set(id, { counts, at });
		});
	}
}

export const countsOf = perServices((services) => new CountsCache(services));
