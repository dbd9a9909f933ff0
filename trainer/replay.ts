import { fadeRecent } from "../recommender/popularity.ts";
import { isLongView } from "../recommender/strength.ts";
import type { Signal, VideoFeatures, VideoStats } from "../recommender/types.ts";

/** One line of the event archive, as the trainer needs it. */
export interface TrainingEvent {
	readonly viewer: string;
	/** Row of the video in the catalogue. */
	readonly item: number;
	readonly signal: Signal;
	/** Where it was shown: For You, a profile, a search …; null when unknown. */
	readonly surface: string | null;
	/** False where the watch time is a guess from a flag. */
	readonly watchKnown: boolean;
}

/** A video without its counts, which follow from the events. */
export type VideoFacts = Omit<VideoFeatures, "stats">;

/** Running counts of one video. */
export class StatsCounter {
	#impressions = 0;
	#longViews = 0;
	#likes = 0;
	#recent = 0;
	#at = 0;

	count(signal: Signal): void {
		const at = Math.max(this.#at, signal.at);
		this.#recent = fadeRecent(this.#recent, at - this.#at);
		this.#at = at;
		this.#impressions++;
		if (isLongView(signal)) {
			this.#longViews++;
			this.#recent += 1;
		}
		if (signal.liked) this.#likes++;
	}

	stats(now: number): VideoStats {
		return {
			impressions: this.#impressions,
			views: this.#impressions,
			longViews: this.#longViews,
			likes: this.#likes,
			recentLongViews: fadeRecent(this.#recent, now - this.#at),
		};
	}
}

/** Counts of every video after all `events` (in time order), as they stand at `now`. */
export function countStats(events: readonly TrainingEvent[], items: number, now: number): VideoStats[] {
	const counters = Array.from({ length: items }, () => new StatsCounter());
	for (const event of events) counters[event.item]?.count(event.signal);
	return counters.map((counter) => counter.stats(now));
}

/** Events by viewer, order kept. */
export function byViewer(events: readonly TrainingEvent[]): Map<string, TrainingEvent[]> {
	const viewers = new Map<string, TrainingEvent[]>();
	for (const event of events) {
		const held = viewers.get(event.viewer);
		if (held === undefined) viewers.set(event.viewer, [event]);
		else held.push(event);
	}
	return viewers;
}
