import { decay, LONG_HALF_LIFE_MS, longAffinity, shortAffinity } from "./affinity.ts";
import { lengthFit, longViewRate } from "./habits.ts";
import { refusedLikeness } from "./steering.ts";
import type { Taste } from "./taste.ts";
import type { Candidate, RankContext, VideoFeatures } from "./types.ts";
import { dotStored, norm } from "./vectors.ts";

/**
 * What a candidate is scored by. Every feature is a plain number whose 0 means "nothing known", so that a model of
 * additive shapes stays readable, and every part of a score can be told in words.
 */
export const FEATURES = [
	/** Summed weight of co-watch links from what the viewer met, log1p. */
	"neighbours",
	/** Cosine to the best of the viewer's interests, × how settled it is. */
	"interest",
	/** Dot with the session's direction, 0–1. */
	"session",
	/** Likeness to what was skipped or refused, 0–1. */
	"dislike",
	/** Shrunken mean strength over the video's topics, long memory; then short memory. */
	"topic",
	"topicNow",
	"creator",
	"sound",
	/** 1 when the viewer follows the creator. */
	"followed",
	/** Set by hand: −1 to 1. */
	"chosen",
	/** log2(1 + long views). */
	"popularity",
	/** log2(1 + recent long views). */
	"rising",
	/** The same for someone of whom nothing is known, a quarter with each signal: the first page is what others watch now. */
	"newcomer",
	/** Logit of the video's shrunken long-view rate, less the prior's. */
	"quality",
	/** Likes per long view, shrunken; 0–1. */
	"liked",
	/** log2(1 + age in hours). */
	"age",
	/** ln of length in seconds. */
	"length",
	/** How much likelier than usual this viewer watches this length. */
	"lengthFit",
	/** Logit of this viewer's own long-view rate, less the prior's. */
	"viewer",
	/** 1 from the viewer's own country, 0 unknown, −1 from another. */
	"country",
] as const;
export type Feature = (typeof FEATURES)[number];

/** Long-view rate assumed of an unknown video, and of how many impressions that counts as much as. */
export const PRIOR_RATE = 0.45;
export const PRIOR_IMPRESSIONS = 20;

export const logit = (p: number): number => Math.log(p / (1 - p));

/** Long-view rate shrunk to the prior by how little is known. */
export function shrunkenRate(video: VideoFeatures): number {
	const { impressions, longViews } = video.stats;
	const shown = Math.max(impressions, longViews, 0);
	return (Math.max(longViews, 0) + PRIOR_RATE * PRIOR_IMPRESSIONS) / (shown + PRIOR_IMPRESSIONS);
}

/** One candidate's features, in the order of FEATURES: what the online ranker learns from. */
export function featureRow(taste: Taste, candidate: Candidate, context: RankContext): Float64Array {
	const row = new Float64Array(FEATURES.length);
	featureWriter(taste, context)(candidate, row);
	return row;
}

/** Writes a candidate's features into `row`, in the order of FEATURES. */
export type FeatureWriter = (candidate: Candidate, row: Float64Array) => void;

/** Reads of the taste that are the same for all candidates are done here, once. */
export function featureWriter(taste: Taste, context: RankContext): FeatureWriter {
	const { now } = context;
	const interests = taste.interests.map((interest) => {
		const weight = interest.weight * decay(now - interest.at, LONG_HALF_LIFE_MS);
		return { vector: interest.vector, settled: weight / (weight + 1) };
	});
	const sessionLength = taste.session === null ? 0 : norm(taste.session);
	const refused = refusedLikeness(taste);
	const unknown = 4 ** -taste.signals;
	const usual = logit(longViewRate(taste.habits)) - logit(PRIOR_RATE);
	return (candidate, row) => {
		const { video, sources } = candidate;
		const { vector, stats } = video;
		let interest = 0;
		let session = 0;
		let dislike = 0;
		if (vector !== null) {
			for (const held of interests) interest = Math.max(interest, dotStored(held.vector, vector) * held.settled);
			if (taste.session !== null && sessionLength > 0) session = Math.max(0, dotStored(taste.session, vector));
			if (taste.dislike !== null) dislike = Math.max(0, dotStored(taste.dislike, vector));
			dislike = Math.max(dislike, refused(vector));
		}
		let topic = 0;
		let topicNow = 0;
		let chosen = 0;
		for (const name of video.topics) {
			const held = taste.topics.get(name);
			if (held !== undefined) {
				const long = longAffinity(held);
				const short = shortAffinity(held, now);
				if (Math.abs(long) > Math.abs(topic)) topic = long;
				if (Math.abs(short) > Math.abs(topicNow)) topicNow = short;
			}
			const set = taste.topicWeights.get(name);
			if (set !== undefined) chosen = set - 1;
		}
		let i = 0;
		row[i++] = Math.log1p(Math.max(0, sources.neighbours ?? 0));
		row[i++] = interest;
		row[i++] = session;
		row[i++] = dislike;
		row[i++] = topic;
		row[i++] = topicNow;
		row[i++] = longAffinity(taste.creators.get(video.creatorId));
		row[i++] = video.soundId === null ? 0 : longAffinity(taste.sounds.get(video.soundId));
		row[i++] = context.followed.has(video.creatorId) ? 1 : 0;
		row[i++] = chosen;
		row[i++] = Math.log2(1 + Math.max(0, stats.longViews));
		row[i++] = Math.log2(1 + Math.max(0, stats.recentLongViews));
		row[i++] = Math.log2(1 + Math.max(0, stats.recentLongViews)) * unknown;
		row[i++] = logit(shrunkenRate(video)) - logit(PRIOR_RATE);
		row[i++] = (Math.max(0, stats.likes) + 0.5) / (Math.max(0, stats.longViews) + 20);
		row[i++] = Math.log2(1 + Math.max(0, now - video.createdAt) / 3_600_000);
		row[i++] = Math.log(Math.max(1, video.durationMs / 1000));
		row[i++] = lengthFit(taste.habits, video.durationMs);
		row[i++] = usual;
		row[i++] = context.country === null || video.country === null ? 0 : video.country === context.country ? 1 : -1;
	};
}
