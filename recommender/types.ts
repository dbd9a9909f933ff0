/**
 * The vocabulary of the recommender: pure data and functions, no clock, no storage, no randomness of its own.
 * `UserSession`, `Ranker`, `trainer/` and `eval/` all call these same functions; they bring time, chance and storage.
 */

/** Milliseconds since 1970. */
export type Millis = number;

/** What is known of a video when it is retrieved, ranked and learned from. */
export interface VideoFeatures {
	readonly id: string;
	readonly creatorId: string;
	/** Topics, most specific first: hashtags, or the log's topic ids. */
	readonly topics: readonly string[];
	readonly soundId: string | null;
	readonly durationMs: number;
	readonly createdAt: Millis;
	readonly country: string | null;
	/** Content or content-aligned collaborative vector, unit length, int8 with scale 1/127; null while unknown. */
	readonly vector: Int8Array | null;
	readonly stats: VideoStats;
}

/** Counts up to the last flush; all may be zero for a new video. */
export interface VideoStats {
	readonly impressions: number;
	readonly views: number;
	readonly longViews: number;
	readonly likes: number;
	/** Exponentially decayed long views of the last hours: what is popular now. */
	readonly recentLongViews: number;
	/** Long views its viewers would have given any video in its place; left out where nobody has counted them. */
	readonly expectedLongViews?: number | undefined;
}

/** One thing a viewer did with one video, all signals together. */
export interface Signal {
	readonly videoId: string;
	readonly at: Millis;
	/** Milliseconds watched, re-watching included; 0 with a flag set means the flag came alone (a like from a profile, say). */
	readonly watchMs: number;
	readonly durationMs: number;
	readonly liked: boolean;
	readonly commented: boolean;
	readonly shared: boolean;
	readonly followed: boolean;
	readonly saved: boolean;
	readonly profileVisited: boolean;
	/** Explicit "not interested", and of what. */
	readonly notInterested: MuteScope | null;
}

/** What a viewer can say "not interested" to. */
export type MuteScope = "video" | "creator" | "topic" | "sound";

/** A video the viewer met, with the weight it has as evidence of what to look for. */
export interface Seed {
	readonly videoId: string;
	readonly weight: number;
}

/** Where candidates may come from. A source that is slow or fails is left out. */
export type RetrievalQuery =
	| { readonly kind: "vector"; readonly vector: Float32Array; readonly topK: number; readonly interest: number }
	| { readonly kind: "neighbours"; readonly seeds: readonly Seed[]; readonly limit: number }
	| { readonly kind: "popular"; readonly limit: number }
	| { readonly kind: "rising"; readonly limit: number }
	| { readonly kind: "topic"; readonly topic: string; readonly limit: number }
	| { readonly kind: "country"; readonly country: string; readonly limit: number }
	| { readonly kind: "sound"; readonly soundId: string; readonly limit: number }
	| { readonly kind: "creators"; readonly creatorIds: readonly string[]; readonly limit: number }
	| { readonly kind: "fresh"; readonly limit: number }
	| { readonly kind: "moment"; readonly moment: Moment; readonly limit: number };

export type SourceKind = RetrievalQuery["kind"];

/** What a source answered to one query: best first. */
export interface Retrieved {
	readonly videoId: string;
	/** The source's own measure: cosine, summed neighbour weight, long views; 0 where it has none. */
	readonly score: number;
}

/** A retrieved video, which sources gave it, and each source's own score. */
export interface Candidate {
	readonly video: VideoFeatures;
	readonly sources: Partial<Record<SourceKind, number>>;
}

export type Device = "phone" | "desktop";

/** When and on what people watch alike: a kind of device in a quarter of the local day. */
export interface Moment {
	readonly device: Device;
	readonly part: "night" | "morning" | "afternoon" | "evening";
}

/** Circumstances of a request. */
export interface RankContext {
	readonly now: Millis;
	readonly followed: ReadonlySet<string>;
	/** Topics the viewer follows; none when left out. */
	readonly followedTopics?: ReadonlySet<string>;
	readonly country: string | null;
	readonly device: Device | null;
	/** Hour of the viewer's day, 0–23; null or left out where it is not known. */
	readonly hour?: number | null;
	/** Where the page is shown (For You, a profile …): people watch differently there. For You when left out. */
	readonly surface?: string | null;
}

/** A scored candidate; `parts` add up to `score` and are what "why this video" is told from. */
export interface Ranked {
	readonly candidate: Candidate;
	readonly score: number;
	/** Probability of a long view, calibrated. */
	readonly pLongView: number;
	readonly expectedWatchMs: number;
	readonly parts: Readonly<Record<string, number>>;
}

/** A video put on the page, in which kind of slot, and with what probability where chance had a say. */
export interface Slot {
	readonly ranked: Ranked;
	readonly kind: "exploit" | "explore" | "fresh";
	/** Probability that this draw picked this video; null where nothing was drawn. */
	readonly propensity: number | null;
}

/** Uniform random numbers in [0, 1). */
export type Random = () => number;
