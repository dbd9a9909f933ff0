/**
 * What is watched right now: long views that fade by half in six hours. Each is entered with a weight that grows by the
 * same law from a fixed day on (forward decay, Cormode et al. 2009), so that nothing stored ever has to be aged.
 */

/** Half-life of a long view's weight, milliseconds. */
const HALF_LIFE_MS = 6 * 3_600_000;
/** Weights double each half-life from the start of such a period: 64 days keep them far below the largest double. */
const PERIOD_MS = 64 * 86_400_000;
/** So many of the strongest are kept. */
export const TRENDING_KEPT = 1_000;

const periodOf = (at: number): number => Math.floor(at / PERIOD_MS);

/** Redis sorted set of the period that holds `at`. A new period starts empty and fills within a half-life. */
export const trendingKey = (at: number): string => `feed:rising:${periodOf(at)}`;

/** What a long view at `at` adds to its video's score in the period of `now`; one of long ago, next to nothing. */
export const trendingWeight = (at: number, now = at): number => 2 ** ((at - periodOf(now) * PERIOD_MS) / HALF_LIFE_MS);

/** A stored score as it counts at `now`: long views of the last hours. */
export const fadedScore = (score: number, now: number): number => score / trendingWeight(now);
