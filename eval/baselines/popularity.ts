import { countStats } from "../../trainer/replay.ts";
import type { TrainingEvent } from "../../trainer/training-event.ts";
import type { Baseline } from "./model.ts";

/** Everyone gets what had the most long views, in all (`popularity`) or lately, halving each day (`recency`). */
export function popularityBaselines(events: readonly TrainingEvent[], items: number): readonly [Baseline, Baseline] {
	const stats = countStats(events, items, events[events.length - 1]?.signal.at ?? 0);
	const popular = Float32Array.from(stats, (one) => one.longViews);
	const recent = Float32Array.from(stats, (one) => one.recentLongViews);
	return [
		{ name: "popularity", score: () => popular },
		{ name: "recency", score: () => recent },
	];
}
