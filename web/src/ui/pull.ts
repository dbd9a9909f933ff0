/** Pulled this far, pixels, letting go refreshes. */
export const PULL_ENOUGH = 72;
/** Pixels of the finger's way that the mark follows, however far it goes. */
const PULL_MAX = 120;

/** How far the mark has come for a finger that went so far down, pixels: one to one at first, then held back. */
export const pulled = (distance: number): number => (distance <= 0 ? 0 : PULL_MAX * (1 - Math.exp(-distance / PULL_MAX)));
