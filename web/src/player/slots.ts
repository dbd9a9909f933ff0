/** Elements that are recycled: the one before, the one on stage, the one after. */
export const DECK_SIZE = 3;

/** Element of the deck that shows the clip at `index`. */
export const slotOf = (index: number): number => ((index % DECK_SIZE) + DECK_SIZE) % DECK_SIZE;

/** Clip index a slot shows while `index` is on stage. */
export const clipIndexOf = (slot: number, index: number): number => {
	for (const near of [0, 1, -1]) if (slotOf(index + near) === slot) return index + near;
	return index;
};
