import { Fading } from "../../../recommender/fading.ts";

/**
 * What is counted of hashtags in Redis, everywhere and by country: an hour's scores, in `trending:{hour}` (hours since 1970, UTC), how
 * many people they come from, and what is usual. Copies of nothing: lost with Redis, trending begins anew.
 */

export const HOUR_MS = 3_600_000;
/** Hours that are read: older ones have faded. */
export const HOURS = 4;
const KEPT_S = (HOURS + 1) * 3_600;
/** Hashtags kept of one hour, and of what is usual. */
const TAGS_KEPT = 20_000;

export const hourOf = (at: number): number => Math.floor(at / HOUR_MS);

/** What is counted of an hour: the score, those who posted, those who watched. */
export type Counted = "score" | "posts" | "people";
export const bucketKey = (hour: number, country: string | null, counted: Counted = "score"): string =>
	`trending:${hour}${country === null ? "" : `:${country}`}${counted === "score" ? "" : `:${counted}`}`;
export const BUCKET = { ttlS: KEPT_S, kept: TAGS_KEPT } as const;

/** Half-life of what is usual of a hashtag: a day, so that every day's evening is no news. */
const USUAL_HALF_LIFE_MS = 24 * HOUR_MS;
const usual = new Map<string, Fading>();
/** Scores of the last day or two, to hold the last hour against. */
export function usualOf(country: string | null): Fading {
	const name = country === null ? "trending:usual" : `trending:usual:${country}`;
	const known = usual.get(name) ?? new Fading(name, USUAL_HALF_LIFE_MS);
	usual.set(name, known);
	return known;
}
/** A faded sum of the last days as the score of an hour: a steady rate of one an hour adds up to this many. */
export const USUAL_HOURS = USUAL_HALF_LIFE_MS / HOUR_MS / Math.LN2;

/** With its #: the client would take a bare 1e5 for a number and null for nothing. */
export const memberOf = (tag: string): string => `#${tag}`;
export const tagOf = (member: string): string => member.slice(1);
