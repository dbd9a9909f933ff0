import type { Shown } from "./diversity.ts";
import type { RankModel } from "./model.ts";
import { composeQueue } from "./page.ts";
import { rank } from "./rank.ts";
import type { Taste } from "./taste.ts";
import type { RankContext, Ranked, Slot } from "./types.ts";

/**
 * What is left of a queue, put in the order the new taste asks for. Slots that were drawn keep their place and propensity
 * (their chance was taken already); what the viewer muted meanwhile falls out. `recent`: shown before, oldest first;
 * `diversity` as in {@link composeQueue}.
 */
export function rerankQueue(
	slots: readonly Slot[],
	taste: Taste,
	context: RankContext,
	model: RankModel,
	recent: readonly Shown[],
	diversity = 1,
): Slot[] {
	const ranked = rank(
		taste,
		slots.map((slot) => slot.ranked.candidate),
		context,
		model,
	);
	const byId = new Map<string, Ranked>(ranked.map((one) => [one.candidate.video.id, one]));
	const drawn = new Set(slots.filter((slot) => slot.kind !== "exploit").map((slot) => slot.ranked.candidate.video.id));
	const ordered = composeQueue(
		ranked.filter((one) => !drawn.has(one.candidate.video.id)),
		{ size: slots.length, recent, seen: () => false, random: () => 0, exploration: 0, jitter: 0, diversity },
	);
	const next: Slot[] = [];
	let taken = 0;
	for (const slot of slots) {
		const now = byId.get(slot.ranked.candidate.video.id);
		if (slot.kind !== "exploit") {
			if (now !== undefined) next.push({ ...slot, ranked: now });
		} else {
			const best = ordered[taken++];
			if (best !== undefined) next.push(best);
		}
	}
	return next;
}
