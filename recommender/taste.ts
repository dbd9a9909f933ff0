import { type Affinities, strengthenKey } from "./affinity.ts";
import { EMPTY_HABITS, type Habits, observe } from "./habits.ts";
import { absorb, type Interest, weaken } from "./interests.ts";
import { type Mute, mute } from "./mutes.ts";
import { usualRate } from "./quality.ts";
import { isLongView, isSkip, strength } from "./strength.ts";
import type { Millis, Signal, VideoFeatures } from "./types.ts";
import { add, dequantise, normalise, scale } from "./vectors.ts";

/** All that is known of one viewer. Immutable; bounded whatever the viewer does (< 20 KB encoded). */
export interface Taste {
	readonly updatedAt: Millis;
	/** Signals learned from in all. */
	readonly signals: number;
	readonly interests: readonly Interest[];
	/** Direction of the last handful of likes; not unit length: its length is how sure it is. Null before the first. */
	readonly session: Float32Array | null;
	/** Direction of the last skips and refusals, likewise. */
	readonly dislike: Float32Array | null;
	/** Videos met, oldest first, each once. */
	readonly history: readonly Met[];
	readonly topics: Affinities;
	readonly creators: Affinities;
	readonly sounds: Affinities;
	readonly habits: Habits;
	readonly mutes: readonly Mute[];
	/** What the viewer set by hand: 0 none of it, 1 as learned, 2 much more. */
	readonly topicWeights: ReadonlyMap<string, number>;
}

/** One video the viewer met. */
export interface Met {
	readonly videoId: string;
	/** As `strength()` gives, −1 to 4; the sum when several signals came. */
	readonly strength: number;
	readonly at: Millis;
}

export const HISTORY_MAX = 100;
export const TOPICS_MAX = 48;
export const CREATORS_MAX = 64;
const SOUNDS_MAX = 20;
/** Of the session's direction, kept per liked video: about five videos back it has halved. */
const SESSION_KEPT = 0.85;
/** Weaker than this, a signal moves no direction. */
const POSITIVE = 0.15;

export function emptyTaste(now: Millis): Taste {
	return {
		updatedAt: now,
		signals: 0,
		interests: [],
		session: null,
		dislike: null,
		history: [],
		topics: new Map(),
		creators: new Map(),
		sounds: new Map(),
		habits: EMPTY_HABITS,
		mutes: [],
		topicWeights: new Map(),
	};
}

/** Strength of a topic chosen at onboarding: as much as a few long views, so that three skips outweigh it. */
const CHOSEN_STRENGTH = 1.2;
const CHOSEN_TIMES = 3;

/**
 * A taste that starts from chosen interests. `vectors` are where those interests lie in the vector space (the mean of
 * their popular videos, say); unit length. Learned taste is kept: choosing again only adds.
 */
export function seedTaste(taste: Taste, interests: readonly string[], vectors: readonly Float32Array[], now: Millis): Taste {
	let topics = taste.topics;
	for (const interest of interests) {
		for (let time = 0; time < CHOSEN_TIMES; time++) topics = strengthenKey(topics, interest, CHOSEN_STRENGTH, now, TOPICS_MAX);
	}
	let held = taste.interests;
	for (const vector of vectors) held = absorb(held, normalise(vector), CHOSEN_STRENGTH, now);
	return { ...taste, topics, interests: held, updatedAt: Math.max(taste.updatedAt, now) };
}

/**
 * Learns from one signal. `video` is what is known of the video it is about. A signal already learned (same video, same
 * time) changes nothing; late and out-of-order ones count as much less as they have faded; times ahead of `now` are `now`.
 */
export function learn(taste: Taste, signal: Signal, video: VideoFeatures, now: Millis): Taste {
	const at = Math.min(Number.isFinite(signal.at) ? signal.at : now, now);
	const met = taste.history.find((entry) => entry.videoId === signal.videoId);
	if (signal.notInterested !== null) return refuse(taste, signal, video, at);
	if (met !== undefined && met.at === at) return taste;
	const says = strength(signal);
	const first = met === undefined;
	let topics = taste.topics;
	video.topics.forEach((topic, index) => {
		topics = strengthenKey(topics, topic, says / (1 + 0.5 * index), at, TOPICS_MAX);
	});
	return {
		...taste,
		...learnDirection(taste, video, says, at),
		updatedAt: Math.max(taste.updatedAt, at),
		signals: taste.signals + 1,
		history: remember(taste.history, { videoId: signal.videoId, strength: says, at }),
		topics,
		creators: strengthenKey(taste.creators, video.creatorId, says, at, CREATORS_MAX),
		sounds: video.soundId === null ? taste.sounds : strengthenKey(taste.sounds, video.soundId, says, at, SOUNDS_MAX),
		habits:
			first && signal.watchMs > 0
				? observe(taste.habits, signal.durationMs, isLongView(signal), isSkip(signal), at, usualRate(video.stats))
				: taste.habits,
	};
}

function refuse(taste: Taste, signal: Signal, video: VideoFeatures, at: Millis): Taste {
	const mutes = mute(taste.mutes, signal.notInterested ?? "video", video, at);
	if (mutes === taste.mutes) return taste;
	return { ...taste, mutes, signals: taste.signals + 1, updatedAt: Math.max(taste.updatedAt, at) };
}

export function learnDirection(
	taste: Pick<Taste, "interests" | "session" | "dislike">,
	video: VideoFeatures,
	says: number,
	at: Millis,
): Pick<Taste, "interests" | "session" | "dislike"> {
	const { interests, session, dislike } = taste;
	if (video.vector === null) return { interests, session, dislike };
	const vector = dequantise(video.vector);
	if (says >= POSITIVE) {
		return { interests: absorb(interests, vector, says, at), session: drift(session, vector, Math.min(1.5, says)), dislike };
	}
	if (says <= -POSITIVE)
		return { interests: weaken(interests, vector, -says), session, dislike: drift(dislike, vector, Math.min(1, -says)) };
	return { interests, session, dislike };
}

function drift(held: Float32Array | null, vector: Float32Array, weight: number): Float32Array {
	const share = (1 - SESSION_KEPT) * weight;
	return held === null ? scale(vector, share) : add(scale(held, 1 - share), vector, share);
}

function remember(history: readonly Met[], met: Met): readonly Met[] {
	const before = history.find((entry) => entry.videoId === met.videoId);
	const merged =
		before === undefined
			? met
			: { videoId: met.videoId, strength: Math.min(4, Math.max(before.strength, 0) + met.strength), at: Math.max(before.at, met.at) };
	const others = before === undefined ? history : history.filter((entry) => entry !== before);
	let place = others.length;
	while (place > 0 && (others[place - 1] as Met).at > merged.at) place--;
	const next = [...others.slice(0, place), merged, ...others.slice(place)];
	return next.length > HISTORY_MAX ? next.slice(next.length - HISTORY_MAX) : next;
}
