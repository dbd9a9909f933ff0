import type { TrendingReason } from "../../../contracts/trending.ts";
import { HOUR_MS, HOURS, USUAL_HOURS } from "./buckets.ts";

/** What was counted of a hashtag. */
export interface Counts {
	readonly tag: string;
	/** By the hour, this one first. */
	readonly scores: readonly number[];
	/** Of this hour and of the one before. */
	readonly posts: readonly [number, number];
	readonly people: readonly [number, number];
	/** The faded sum of the last days, as it stands now. */
	readonly usual: number;
}

/** A hashtag that rises. */
export interface Rising {
	readonly tag: string;
	/** How far above what is usual, in standard deviations. */
	readonly rise: number;
	readonly because: Pick<TrendingReason, "code" | "count">;
}

/** Hours until what was counted says half. */
const HALF_LIFE_HOURS = 1;
/** Of fewer people nothing rises: one person alone lifts nothing, whatever they do. */
const PEOPLE_LEAST = 2;
/** A reason of new videos goes before one of people who watch when at least this many posted. */
const POSTS_TELL = 2;

/**
 * Hashtags that are on more than usual, those furthest above it first: what was counted in the last hours, the older the less, against
 * what the last days would have expected, in units of how far counts stray by chance (their root).
 */
export function ranked(counts: readonly Counts[], now: number): Rising[] {
	const passed = (now % HOUR_MS) / HOUR_MS;
	// Its middle is how old an hour's counts are.
	const weights = Array.from({ length: HOURS }, (_, back) => (back === 0 ? 1 : 2 ** (-(back - 0.5 + passed / 2) / HALF_LIFE_HOURS)));
	const hours = weights.reduce((sum, weight, back) => sum + weight * (back === 0 ? passed : 1), 0);
	return counts
		.flatMap(({ tag, scores, posts, people, usual }): Rising[] => {
			const [posted, watching] = [lastHour(posts, passed), lastHour(people, passed)];
			if (posted + watching < PEOPLE_LEAST) return [];
			const score = weights.reduce((sum, weight, back) => sum + weight * (scores[back] ?? 0), 0);
			const expected = (usual / USUAL_HOURS) * hours;
			const rise = (score - expected) / Math.sqrt(expected + 1);
			if (rise <= 0) return [];
			const because =
				posted >= POSTS_TELL ? { code: "new_videos" as const, count: posted } : { code: "watching" as const, count: watching };
			return [{ tag, rise, because }];
		})
		.sort((a, b) => b.rise - a.rise || (a.tag < b.tag ? -1 : 1));
}

/** Of the last sixty minutes: this hour's, and of the one before as much as is not an hour ago, were they spread evenly. */
const lastHour = ([current, before]: readonly [number, number], passed: number): number => Math.round(current + before * (1 - passed));
