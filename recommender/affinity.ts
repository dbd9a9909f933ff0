import type { Millis } from "./types.ts";

/** Evidence for one topic, creator or sound: strength and count, each with a long and a short memory. */
export interface Affinity {
	readonly long: number;
	readonly longCount: number;
	readonly short: number;
	readonly shortCount: number;
	readonly at: Millis;
}

/** A Map, because hashtags are people's words and `constructor` is one of them. */
export type Affinities = ReadonlyMap<string, Affinity>;

/** Half-lives, milliseconds. */
export const LONG_HALF_LIFE_MS = 30 * 86_400_000;
const SHORT_HALF_LIFE_MS = 30 * 60_000;
/** The short memory also fades as other things are watched: this much is kept per event. */
const SHORT_KEPT_PER_EVENT = 0.9;
/** As many neutral impressions are assumed before the first: a single watch is no passion. */
const PRIOR_COUNT = 1.5;

const NO_AFFINITY: Affinity = { long: 0, longCount: 0, short: 0, shortCount: 0, at: 0 };

export function decay(elapsedMs: number, halfLifeMs: number): number {
	return elapsedMs <= 0 ? 1 : 2 ** (-elapsedMs / halfLifeMs);
}

/** Adds evidence told at `at`. Late evidence (older than what is held) counts as much less as it has faded since. */
function strengthen(held: Affinity, strength: number, at: Millis): Affinity {
	const newest = Math.max(held.at, at);
	const keptLong = decay(newest - held.at, LONG_HALF_LIFE_MS);
	const keptShort = decay(newest - held.at, SHORT_HALF_LIFE_MS) * SHORT_KEPT_PER_EVENT;
	const long = decay(newest - at, LONG_HALF_LIFE_MS);
	const short = decay(newest - at, SHORT_HALF_LIFE_MS);
	return {
		long: held.long * keptLong + strength * long,
		longCount: held.longCount * keptLong + long,
		short: held.short * keptShort + strength * short,
		shortCount: held.shortCount * keptShort + short,
		at: newest,
	};
}

/**
 * Takes evidence told at `at` out again, as if it had not been told; `count` is 0 where the impression it came with still stands.
 * How far the short memory has faded since is not known to the event, so it goes back to nothing and no further.
 */
export function withdraw(held: Affinity, strength: number, at: Millis, count: 0 | 1): Affinity {
	const long = decay(held.at - at, LONG_HALF_LIFE_MS);
	const short = decay(held.at - at, SHORT_HALF_LIFE_MS) * SHORT_KEPT_PER_EVENT ** Math.max(0, held.shortCount - 1);
	return {
		long: held.long - strength * long,
		longCount: Math.max(0, held.longCount - count * long),
		short: Math.max(Math.min(0, held.short), held.short - strength * short),
		shortCount: Math.max(0, held.shortCount - count * short),
		at: held.at,
	};
}

/** Shrunken mean strength of the long memory, about −1 to 4. */
export function longAffinity(held: Affinity | undefined): number {
	return held === undefined ? 0 : held.long / (held.longCount + PRIOR_COUNT);
}

/** The same of the short memory, faded to `now`. */
export function shortAffinity(held: Affinity | undefined, now: Millis): number {
	if (held === undefined) return 0;
	const kept = decay(now - held.at, SHORT_HALF_LIFE_MS);
	return (held.short * kept) / (held.shortCount * kept + PRIOR_COUNT);
}

/** Strengthens one key; beyond `capacity` the one with the least to say is forgotten. */
export function strengthenKey(all: Affinities, key: string, strength: number, at: Millis, capacity: number): Affinities {
	const next = new Map(all);
	next.set(key, strengthen(all.get(key) ?? NO_AFFINITY, strength, at));
	if (next.size <= capacity) return next;
	let weakest: string | null = null;
	let least = Number.POSITIVE_INFINITY;
	for (const [candidate, held] of next) {
		const says = Math.abs(held.long) * decay(at - held.at, LONG_HALF_LIFE_MS);
		if (candidate !== key && says < least) {
			least = says;
			weakest = candidate;
		}
	}
	if (weakest !== null) next.delete(weakest);
	return next;
}
