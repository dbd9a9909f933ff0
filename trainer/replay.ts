import { fadeRecent } from "../recommender/popularity.ts";
import { PRIOR_RATE } from "../recommender/quality.ts";
import { isLongView } from "../recommender/strength.ts";
import { emptyTaste, learn, type Taste } from "../recommender/taste.ts";
import type { Signal, VideoFeatures, VideoStats } from "../recommender/types.ts";
import { expectLongViews } from "./expectation.ts";
import type { TrainingEvent } from "./training-event.ts";

/** A video without its counts, which follow from the events. */
export type VideoFacts = Omit<VideoFeatures, "stats">;

/** Running counts of one video. */
export class StatsCounter {
	#impressions = 0;
	#longViews = 0;
	#likes = 0;
	#recent = 0;
	#expected = 0;
	#at = 0;

	/** `expected`: probability that its viewer would have watched any video to the end. */
	count(signal: Signal, expected: number = PRIOR_RATE): void {
		const at = Math.max(this.#at, signal.at);
		this.#recent = fadeRecent(this.#recent, at - this.#at);
		this.#at = at;
		this.#impressions++;
		this.#expected += expected;
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
			expectedLongViews: this.#expected,
		};
	}
}

/** Counters of every video after all `events` (in time order). */
export function countEvents(events: readonly TrainingEvent[], items: number): StatsCounter[] {
	const counters = Array.from({ length: items }, () => new StatsCounter());
	const expected = expectLongViews(events, items);
	events.forEach((event, index) => {
		counters[event.item]?.count(event.signal, expected[index]);
	});
	return counters;
}

/** The same counts as they stand at `now`. */
export const countStats = (events: readonly TrainingEvent[], items: number, now: number): VideoStats[] =>
	countEvents(events, items).map((counter) => counter.stats(now));

/** A viewer's taste after their events, oldest first. */
export function learnTaste(events: readonly TrainingEvent[], videos: readonly VideoFeatures[], taste?: Taste): Taste {
	let held = taste ?? emptyTaste(events[0]?.signal.at ?? 0);
	for (const event of events) {
		const video = videos[event.item];
		if (video !== undefined) held = learn(held, event.signal, video, event.signal.at);
	}
	return held;
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
