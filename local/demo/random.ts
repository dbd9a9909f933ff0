/** Uniform random numbers in [0, 1). */
export type Random = () => number;

/** A number between the bounds. */
export const between = (random: Random, low: number, high: number): number => low + (high - low) * random();
