import type { Candidate, Ranked, Slot, SourceKind } from "../../../recommender/types.ts";

/** A place in a stored queue: all of a slot but the video's features, which are looked up when it is ranked again. */
export interface StoredSlot {
	readonly videoId: string;
	readonly creatorId: string;
	readonly kind: Slot["kind"];
	readonly propensity: number | null;
	readonly score: number;
	/** What spoke for it, for the reasons a viewer may ask for: parts of the score above zero. */
	readonly parts: Readonly<Record<string, number>>;
	readonly sources: Partial<Record<SourceKind, number>>;
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

function rounded<K extends string>(values: Readonly<Partial<Record<K, number>>>): Partial<Record<K, number>> {
	const all: Partial<Record<K, number>> = {};
	for (const key in values) all[key] = round(values[key] ?? 0);
	return all;
}

/** A queue is kept as text: parts that no reason is made of would be half of it. */
function spokeFor(parts: Readonly<Record<string, number>>): Record<string, number> {
	const kept: Record<string, number> = {};
	for (const feature in parts) {
		const part = round(parts[feature] ?? 0);
		if (part > 0) kept[feature] = part;
	}
	return kept;
}

export function storeSlot(slot: Slot): StoredSlot {
	const { candidate, score, parts } = slot.ranked;
	return {
		videoId: candidate.video.id,
		creatorId: candidate.video.creatorId,
		kind: slot.kind,
		propensity: slot.propensity,
		score: round(score),
		parts: spokeFor(parts),
		sources: rounded(candidate.sources),
	};
}

/** The slot again, to be re-ranked: `candidate` as it is known now. */
export function restoreSlot(stored: StoredSlot, candidate: Candidate): Slot {
	const ranked: Ranked = { candidate, score: stored.score, pLongView: 0, expectedWatchMs: 0, parts: stored.parts };
	return { ranked, kind: stored.kind, propensity: stored.propensity };
}
