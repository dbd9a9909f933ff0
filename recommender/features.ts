import { decay, LONG_HALF_LIFE_MS, longAffinity, shortAffinity } from "./affinity.ts";
import { habitualOffset, lengthFit } from "./habits.ts";
import { quality } from "./quality.ts";
import { refusedLikeness } from "./steering.ts";
import type { Taste } from "./taste.ts";
import type { Candidate, RankContext } from "./types.ts";
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
	/** Set by hand: −1 to 1; of a topic followed, as `FOLLOWED_TOPIC` says. */
	"chosen",
	/** log2(1 + long views). */
	"popularity",
	/** log2(1 + recent long views). */
	"rising",
	/** The same for someone of whom nothing is known, a quarter with each signal: the first page is what others watch now. */
	"newcomer",
	/** Logits by which it is watched to the end more than its viewers watch other videos, shrunken. */
	"quality",
	/** Likes per long view, shrunken; 0–1. */
	"liked",
	/** log2(1 + age in hours). */
	"age",
	/** ln of length in seconds. */
	"length",
	/** How much likelier than usual this viewer watches this length. */
	"lengthFit",
	/** Logits by which this viewer watches to the end more than others watch the same videos, shrunken. */
	"viewer",
	/** 1 from the viewer's own country, 0 unknown, −1 from another. */
	"country",
	/** log2(1 + signals learned from in all). */
	"known",
	/** viewer × (length − 3): patience shows with long videos. */
	"patience",
	/** log2(1 + recent long views at this time of day on this kind of device), where the source of these gave the candidate. */
	"moment",
] as const;
export type Feature = (typeof FEATURES)[number];

/** A topic followed is wanted as much as one set to this much more: a hint, where the weight set by hand is a word. */
const FOLLOWED_TOPIC = 0.25;

/** What the viewer wants of a topic, by their own word; undefined where they gave none. 1 is as learned. */
export const wantedOf = (
	taste: Pick<Taste, "topicWeights">,
	followed: ReadonlySet<string> | undefined,
	topic: string,
): number | undefined => taste.topicWeights.get(topic) ?? (followed?.has(topic) ? 1 + FOLLOWED_TOPIC : undefined);

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
	const usual = habitualOffset(taste.habits);
	const known = Math.log2(1 + taste.signals);
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
			const set = wantedOf(taste, context.followedTopics, name);
			// Of several that were set, what is wanted less or more than all others counts; refusal before wish.
			if (set !== undefined && (Math.abs(set - 1) > Math.abs(chosen) || (set < 1 && 1 - set === chosen))) chosen = set - 1;
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
		row[i++] = quality(stats);
		row[i++] = (Math.max(0, stats.likes) + 0.5) / (Math.max(0, stats.longViews) + 20);
		row[i++] = Math.log2(1 + Math.max(0, now - video.createdAt) / 3_600_000);
		const length = Math.log(Math.max(1, video.durationMs / 1000));
		row[i++] = length;
		row[i++] = lengthFit(taste.habits, video.durationMs);
		row[i++] = usual;
		row[i++] = context.country === null || video.country === null ? 0 : video.country === context.country ? 1 : -1;
		row[i++] = known;
		row[i++] = usual * (length - 3);
		row[i++] = Math.log2(1 + Math.max(0, sources.moment ?? 0));
	};
}
