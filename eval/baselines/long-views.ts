import { isLongView } from "../../recommender/strength.ts";
import type { TrainingEvent } from "../../trainer/training-event.ts";

/** Long-viewed videos of each viewer, each once: the rows of the binary matrix the classic models learn from. */
export function longViewSets(events: readonly TrainingEvent[]): number[][] {
	const sets = new Map<string, Set<number>>();
	for (const event of events) {
		if (!isLongView(event.signal)) continue;
		const held = sets.get(event.viewer);
		if (held === undefined) sets.set(event.viewer, new Set([event.item]));
		else held.add(event.item);
	}
	return [...sets.values()].map((set) => [...set]);
}

/** Gram matrix of that binary matrix: how many viewers long-viewed both. Row-major, full. */
export function gram(sets: readonly (readonly number[])[], items: number): Float32Array {
	const out = new Float32Array(items * items);
	for (const set of sets) for (const a of set) for (const b of set) out[a * items + b] = (out[a * items + b] as number) + 1;
	return out;
}
