import { decay, LONG_HALF_LIFE_MS, longAffinity, shortAffinity } from "./affinity.ts";
import type { Taste } from "./taste.ts";
import type { Candidate, Moment, RankContext, RetrievalQuery, Retrieved, Seed, SourceKind, VideoFeatures } from "./types.ts";
import { norm, normalise } from "./vectors.ts";

export interface RetrievalLimits {
	/** Ids one vector query may ask for. */
	readonly vectorTopK: number;
	/** Distinct candidates wanted in all. */
	readonly candidates: number;
}

/** Of the history, at most this many videos are looked up for their neighbours. */
export const SEEDS_MAX = 60;
/** A video shown and left early still says what this viewer gets to see: the weight found best on the logs. */
const SHOWN_SEED_WEIGHT = 0.5;
/** A seed counts half when this many videos were met since. */
const SEED_HALF_LIFE = 40;
const TOPIC_QUERIES = 4;
/** Topics followed that are asked for at once, and how long it is their turn, milliseconds. */
const FOLLOWED_TOPIC_QUERIES = 3;
const TURN_MS = 5 * 60_000;
const SOUND_QUERIES = 3;
const CREATOR_QUERY_MAX = 50;
const LIKED_CREATORS = 10;
/** After this many signals a viewer's own taste says more than the time of day. */
const KNOWN_BY = 60;
/** First hour of each part of the day but the night, which is what is left. */
const PARTS = [
	[5, "morning"],
	[11, "afternoon"],
	[17, "evening"],
	[23, "night"],
] as const;

/** The moment a request falls into; null where device or hour are not known. */
export function momentOf({ device, hour }: Pick<RankContext, "device" | "hour">): Moment | null {
	if (device === null || hour === null || hour === undefined) return null;
	return { device, part: PARTS.findLast(([from]) => hour >= from)?.[1] ?? "night" };
}

/** What to ask for, most telling first. Popular and fresh are always asked: a viewer without a past gets a feed too. */
export function planRetrieval(taste: Taste, context: RankContext, limits: RetrievalLimits): RetrievalQuery[] {
	const { candidates, vectorTopK } = limits;
	const queries: RetrievalQuery[] = [];
	const seeds = seedsOf(taste);
	if (seeds.length > 0) queries.push({ kind: "neighbours", seeds, limit: candidates });
	if (taste.session !== null && norm(taste.session) > 0) {
		queries.push({ kind: "vector", vector: normalise(taste.session), topK: vectorTopK, interest: -1 });
	}
	taste.interests.forEach((interest, index) => {
		queries.push({ kind: "vector", vector: interest.vector, topK: vectorTopK, interest: index });
	});
	for (const topic of likedTopics(taste, context)) queries.push({ kind: "topic", topic, limit: Math.ceil(candidates / 8) });
	for (const topic of followedTopics(taste, context)) queries.push({ kind: "topic", topic, limit: Math.ceil(candidates / 16) });
	for (const soundId of likedSounds(taste)) queries.push({ kind: "sound", soundId, limit: Math.ceil(candidates / 16) });
	const creatorIds = likedCreators(taste, context);
	if (creatorIds.length > 0) queries.push({ kind: "creators", creatorIds, limit: Math.ceil(candidates / 8) });
	if (context.country !== null) queries.push({ kind: "country", country: context.country, limit: Math.ceil(candidates / 5) });
	const moment = taste.signals < KNOWN_BY ? momentOf(context) : null;
	if (moment !== null) queries.push({ kind: "moment", moment, limit: Math.ceil(candidates / 10) });
	queries.push({ kind: "rising", limit: Math.ceil(candidates / 5) });
	queries.push({ kind: "fresh", limit: Math.ceil(candidates / 5) });
	queries.push({ kind: "popular", limit: Math.ceil(candidates / 2) });
	return queries;
}

/** The videos met, as evidence for the neighbour tables: the latest first. */
export function seedsOf(taste: Taste): Seed[] {
	return taste.history
		.slice(-SEEDS_MAX)
		.reverse()
		.map((met, back) => ({
			videoId: met.videoId,
			weight: (met.strength >= 0.9 ? Math.min(1.5, 0.7 + 0.3 * met.strength) : SHOWN_SEED_WEIGHT) * 2 ** (-back / SEED_HALF_LIFE),
		}));
}

function likedTopics(taste: Taste, context: RankContext): string[] {
	return [...taste.topics]
		.map(([topic, held]) => ({ topic, likes: longAffinity(held) + shortAffinity(held, context.now) }))
		.concat([...taste.topicWeights].flatMap(([topic, weight]) => (weight > 1 ? [{ topic, likes: weight }] : [])))
		.filter(({ topic, likes }) => likes > 0.2 && taste.topicWeights.get(topic) !== 0)
		.sort((a, b) => b.likes - a.likes)
		.map(({ topic }) => topic)
		.filter((topic, index, all) => all.indexOf(topic) === index)
		.slice(0, TOPIC_QUERIES);
}

/** Of the topics followed, those whose turn it is: whoever follows many meets each of them within some queues. */
function followedTopics(taste: Taste, context: RankContext): string[] {
	const wanted = [...(context.followedTopics ?? [])].filter((topic) => taste.topicWeights.get(topic) !== 0).sort();
	if (wanted.length <= FOLLOWED_TOPIC_QUERIES) return wanted;
	const turn = Math.floor(context.now / TURN_MS) * FOLLOWED_TOPIC_QUERIES;
	return Array.from({ length: FOLLOWED_TOPIC_QUERIES }, (_, place) => wanted[(turn + place) % wanted.length] ?? "");
}

function likedSounds(taste: Taste): string[] {
	return [...taste.sounds]
		.map(([soundId, held]) => ({ soundId, likes: longAffinity(held) }))
		.filter(({ likes }) => likes > 0.2)
		.sort((a, b) => b.likes - a.likes)
		.slice(0, SOUND_QUERIES)
		.map(({ soundId }) => soundId);
}

function likedCreators(taste: Taste, context: RankContext): string[] {
	const liked = [...taste.creators]
		.map(([id, held]) => ({ id, likes: held.long * decay(context.now - held.at, LONG_HALF_LIFE_MS) }))
		.filter(({ likes }) => likes > 1)
		.sort((a, b) => b.likes - a.likes)
		.slice(0, LIKED_CREATORS)
		.map(({ id }) => id);
	return [...new Set([...liked, ...context.followed])].slice(0, CREATOR_QUERY_MAX);
}

/** One source's answer to one query of the plan. */
export interface SourceAnswer {
	readonly query: RetrievalQuery;
	readonly found: readonly Retrieved[];
}

/** Which video came from where; features are looked up after, for those that are kept. */
export interface Found {
	readonly videoId: string;
	readonly sources: Partial<Record<SourceKind, number>>;
}

/** Places a source takes each turn: as telling as it proved on the logs, and never none. */
const TURN: Readonly<Record<SourceKind, number>> = {
	neighbours: 40,
	vector: 1,
	creators: 2,
	topic: 1,
	country: 1,
	sound: 1,
	rising: 2,
	popular: 1,
	fresh: 1,
	moment: 1,
};

/**
 * Joins the answers: each video once, with its best score per source. When there are more than `limit`, the sources take
 * turns by their own order, so that none drowns the others; scores of what is kept are completed from all answers.
 */
export function mergeCandidates(
	answers: readonly SourceAnswer[],
	limit: number,
	leaveOut: (videoId: string) => boolean = () => false,
): Found[] {
	const found = new Map<string, { videoId: string; sources: Partial<Record<SourceKind, number>> }>();
	const next = answers.map(() => 0);
	for (let any = true; any && found.size < limit; ) {
		any = false;
		answers.forEach(({ query, found: list }, index) => {
			let place = next[index] ?? 0;
			for (let taken = 0; taken < TURN[query.kind] && place < list.length && found.size < limit; place++) {
				const one = list[place];
				if (one === undefined || leaveOut(one.videoId) || found.has(one.videoId)) continue;
				found.set(one.videoId, { videoId: one.videoId, sources: {} });
				taken++;
			}
			next[index] = place;
			any ||= place < list.length;
		});
	}
	for (const { query, found: list } of answers) {
		for (const one of list) {
			const held = found.get(one.videoId);
			if (held !== undefined) held.sources[query.kind] = Math.max(held.sources[query.kind] ?? 0, one.score);
		}
	}
	return [...found.values()];
}

/** Candidates from what was found and what is known of it; what is not known any more (deleted) falls out. */
export function toCandidates(found: readonly Found[], features: (videoId: string) => VideoFeatures | null | undefined): Candidate[] {
	return found.flatMap(({ videoId, sources }) => {
		const video = features(videoId);
		return video ? [{ video, sources }] : [];
	});
}
