import { Fading } from "../../../recommender/fading.ts";

/** So many of the strongest are kept. */
export const TRENDING_KEPT = 1_000;

/** What is watched right now: long views fade by half in six hours. */
const rising = new Fading("feed:rising", 6 * 3_600_000);
export const trendingKey = (at: number): string => rising.key(at);
export const trendingWeight = (at: number, now = at): number => rising.weight(at, now);
/** Long views of the last hours. */
export const fadedScore = (score: number, now: number): number => rising.faded(score, now);
