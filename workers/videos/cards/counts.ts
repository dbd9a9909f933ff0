import { LRUCache } from "lru-cache";
import { inBackground } from "../../platform/background.ts";
import { perIsolate } from "../../platform/isolate.ts";
import type { Services } from "../../platform/services.ts";
import type { VideoRecord } from "./record.ts";

/** The numbers on a card that its counter owns. */
export interface Counts {
	readonly views: number;
	readonly likes: number;
	readonly shares: number;
	/** Not on the card, but what ranking goes by. */
	readonly impressions?: number;
	readonly longViews?: number;
	readonly expected?: number;
}

/** A card's numbers are asked for again when they are older than this, milliseconds. */
const FRESH_MS = 1_500;
/** What is to be asked for is gathered for so long, milliseconds … */
const GATHER_MS = 100;
/** … and asked for by another request if the one that gathered is gone by then. */
const GATHERED_AT_MOST_MS = 1_000;
const ASKED_AT_ONCE = 500;

interface Held {
	/** Null while nobody knows better than the record. */
	readonly counts: Counts | null;
	readonly at: number;
}

/** Where a video's counter leaves its numbers for all isolates: no time to live (docs/product.md#caches). */
export const countsKey = (videoId: string): string => `counts:${videoId}`;

/**
 * The latest numbers of videos, beside their records because they change a thousand times as often. Reading never waits:
 * what is old is asked for in the background. Its counter pushes what is new, so there is nothing to outdate (docs/decisions/caching.md).
 */
class CountsCache {
	readonly #services: Services;
	readonly #held: LRUCache<string, Held>;
	readonly #asked = new Set<string>();
	#askedAt = 0;

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
	async refresh(videoIds: readonly string[]): Promise<void> {
		if (videoIds.length > 0) await this.#read(videoIds);
	}

	/** All that is asked for within a moment, by whichever requests, is one question. */
	#askFor(videoId: string): void {
		const first = this.#asked.size === 0;
		this.#asked.add(videoId);
		if (!first && this.#services.clock() - this.#askedAt < GATHERED_AT_MOST_MS) return;
		this.#askedAt = this.#services.clock();
		const question = new Promise((resolve) => setTimeout(resolve, GATHER_MS)).then(() => {
			const ids = [...this.#asked].slice(0, ASKED_AT_ONCE);
			this.#asked.clear();
			return ids.length === 0 ? undefined : this.#read(ids);
		});
		inBackground(this.#services.log, "counts_unavailable", question);
	}

	async #read(ids: readonly string[]): Promise<void> {
		const found = await this.#services.redis.soft((redis) => redis.mget<(Counts | null)[]>(...ids.map(countsKey)));
		// Found or not, it is not asked for again at once: what has no numbers yet, or no Redis, shows the record's.
		const at = this.#services.clock();
		ids.forEach((id, place) => {
			const counts = found?.[place] ?? null;
			const known = counts ?? this.#held.get(id)?.counts ?? null;
			this.#held.set(id, { counts: known, at });
		});
	}
}

export const countsOf = perIsolate((services) => new CountsCache(services));
