import { dequantise, dot, fromBase64 } from "../../../../recommender/vectors.ts";
import type { Candidate, Plan } from "./candidates.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Words and meaning are joined by the places they give (reciprocal rank fusion: Cormack and others, 2009), weighed: where the words were
 * found as they were typed, meaning only orders what they leave equal; where they were not, it finds what they can't.
 */

/** Places count by 1 / (this + place): the smaller, the more the first ones do. */
const RANK_CONSTANT = 12;
/** Below this cosine with the query a document is about something else. */
const NEAR_AT_LEAST = 0.3;
/** A cosine is worth nothing at the least and all at this. */
const NEAR_FULLY = 0.75;
/** What meaning counts beside words: where they were found in full, and where they were not at all. */
const MEANING_BESIDE_WORDS = 0.35;
const MEANING_ALONE = 1.1;
/** Rank of one occurrence in a title; more of them add little. */
const FULL_RANK = 0.61;
/** So many documents that have all words make words alone a good answer. */
const ENOUGH = 6;

export interface Circumstances {
	/** Milliseconds since 1970. */
	readonly now: number;
	readonly following: ReadonlySet<string>;
	/** How much the viewer leans to a hashtag, 0 to 1. */
	readonly topics: Readonly<Record<string, number>>;
}

export interface Scored {
	readonly videoId: string;
	readonly score: number;
	/** Its part of the words that were asked for, 0 to 1; and the cosine of what is meant. */
	readonly words: number;
	readonly meaning: number;
}

/** Orders candidates, the best first; those that neither words nor meaning speak for are left out. */
export function fuse(
	candidates: readonly Candidate[],
	plan: Plan | null,
	vocabulary: Vocabulary,
	meaning: Float32Array | null,
	circumstances: Circumstances,
): Scored[] {
	const weights = weightsOf(vocabulary);
	const judged = candidates.map((candidate) => ({
		candidate,
		...(plan === null ? { words: 0, coverage: 0 } : wordsOf(candidate, plan, weights)),
		meaning: meaning === null || candidate.vector === null ? 0 : dot(meaning, dequantise(fromBase64(candidate.vector))),
	}));
	const byWords = placesBy(judged, ({ words }) => words, 0);
	const byMeaning = placesBy(judged, (one) => one.meaning, NEAR_AT_LEAST);
	const coverages = judged.map(({ coverage }) => coverage).sort((a, b) => b - a);
	const sureness = coverages.slice(0, ENOUGH).reduce((sum, coverage) => sum + coverage, 0) / ENOUGH;
	const meaningWeight = MEANING_ALONE + (MEANING_BESIDE_WORDS - MEANING_ALONE) * sureness;
	return judged
		.map((one) => {
			const { candidate, words, meaning: near, coverage } = one;
			const [word, mean] = [byWords.get(one), byMeaning.get(one)];
			const nearness = Math.min(1, Math.max(0, (near - NEAR_AT_LEAST) / (NEAR_FULLY - NEAR_AT_LEAST)));
			const spoken =
				(word === undefined ? 0 : coverage / (RANK_CONSTANT + word)) +
				(mean === undefined ? 0 : (meaningWeight * nearness) / (RANK_CONSTANT + mean));
			return {
				videoId: candidate.videoId,
				score: spoken * tieBreak(candidate, circumstances),
				words,
				meaning: near,
			};
		})
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score || (BigInt(b.videoId) > BigInt(a.videoId) ? 1 : -1));
}

/** How much each word tells one document from another, all of them 1 together. */
function weightsOf({ known, documents }: Vocabulary): number[] {
	const telling = known.map(
		({ token, documents: having, variants }) =>
			token.share * Math.log(1 + (documents + 20) / (1 + (having > 0 ? having : Math.min(...variants.map((one) => one.documents), 50)))),
	);
	const sum = telling.reduce((all, one) => all + one, 0);
	return telling.map((one) => (sum > 0 ? one / sum : 0));
}

function wordsOf({ ranks }: Candidate, { forms }: Plan, weights: readonly number[]): { readonly words: number; readonly coverage: number } {
	const best = weights.map(() => 0);
	const covered = weights.map(() => 0);
	forms.forEach(({ token, quality, size }, at) => {
		const rank = (ranks[at] ?? 0) * size;
		if (!(rank > 1e-10)) return;
		best[token] = Math.max(best[token] ?? 0, quality * Math.min(1.15, (rank / FULL_RANK) ** 0.5));
		covered[token] = Math.max(covered[token] ?? 0, quality);
	});
	const sum = (values: readonly number[]) => values.reduce((all, value, token) => all + value * (weights[token] ?? 0), 0);
	const coverage = sum(covered);
	return { words: sum(best) * coverage, coverage };
}

/** Places from 0 by what is measured, the most first; equal measures share a place. */
function placesBy<T>(list: readonly T[], measure: (one: T) => number, above: number): Map<T, number> {
	const places = new Map<T, number>();
	const sorted = list.filter((one) => measure(one) > above).sort((a, b) => measure(b) - measure(a));
	let place = 0;
	sorted.forEach((one, at) => {
		const before = sorted[at - 1];
		if (before !== undefined && measure(before) - measure(one) > 1e-6) place = at;
		places.set(one, place);
	});
	return places;
}

const DAY_MS = 86_400_000;

/** Popularity, freshness and the viewer's taste decide among what is about as good: together they are worth a quarter at most. */
function tieBreak({ longViews, publishedAt, userId, hashtags }: Candidate, { now, following, topics }: Circumstances): number {
	const popular = Math.min(1, Math.log10(1 + longViews) / 6);
	const fresh = Math.exp(-Math.max(0, now - publishedAt) / (30 * DAY_MS));
	const liked = Math.max(0, ...hashtags.map((tag) => (Object.hasOwn(topics, tag) ? (topics[tag] ?? 0) : 0)));
	return 1 + 0.08 * popular + 0.04 * fresh + 0.06 * liked + (following.has(userId) ? 0.08 : 0);
}
