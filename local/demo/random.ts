/** Uniform random numbers in [0, 1). */
export type Random = () => number;

/** Seeded generator (mulberry32): the same seed gives the same clip on every machine. */
export function seeded(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** A number between the bounds. */
export const between = (random: Random, low: number, high: number): number => low + (high - low) * random();
