import * as z from "zod";
import { FILTERS_MAX, TOPIC_WEIGHTS_MAX } from "../../../contracts/limits.ts";
import { MuteKey, MuteScope, type PreferencesChange } from "../../../contracts/preferences.ts";
import { foldKeyword, type WordFilters } from "../../../contracts/word-filters.ts";
import { fold } from "../../../contracts/words.ts";
import { longAffinity, shortAffinity } from "../../../recommender/affinity.ts";
import { pickedAmong } from "../../../recommender/explain.ts";
import { type Mute, mute, muteKey, unmute } from "../../../recommender/mutes.ts";
import type { Taste } from "../../../recommender/taste.ts";
import type { VideoFeatures } from "../../../recommender/types.ts";
import { fromBase64, toBase64 } from "../../../recommender/vectors.ts";
import type { Avoided, StatedPreferences } from "./protocol.ts";

/** What a viewer told the feed by hand. Kept apart from what was learned: forgetting that leaves this. Immutable. */
export interface Preferences {
	/** Whether the feed learns from what is watched. While it does not, nothing is kept that would steer a personal one (`impersonal`). */
	readonly isPersonal: boolean;
	readonly interests: readonly string[];
	readonly filters: WordFilters;
	readonly mutes: readonly Mute[];
	readonly topicWeights: ReadonlyMap<string, number>;
}

export const NO_PREFERENCES: Preferences = {
	isPersonal: true,
	interests: [],
	filters: { keywords: [], hashtags: [] },
	mutes: [],
	topicWeights: new Map(),
};

/** Topics shown for what was watched, beside those set by hand. */
const LEARNED_TOPICS = 16;
/** Weaker than this, what was watched says nothing of a topic. */
const LEARNED_LEAST = 0.1;
/** Affinity that counts as loved. */
const LOVED = 1.5;

/** Nothing was set but, maybe, whether the feed is personal. */
export const isBare = ({ interests, filters, mutes, topicWeights }: Preferences): boolean =>
	interests.length + filters.keywords.length + filters.hashtags.length + mutes.length + topicWeights.size === 0;
export const isEmpty = (preferences: Preferences): boolean => preferences.isPersonal && isBare(preferences);

/**
 * What of it holds for a feed that is not personal: what must never be shown. How much of a topic is wanted, where it began, and what
 * is only near a refused video say what somebody likes: none of that is kept.
 */
export function impersonal({ filters, mutes, topicWeights }: Preferences): Preferences {
	return {
		isPersonal: false,
		interests: [],
		filters,
		mutes: mutes.map((one) => ({ ...one, vector: null })),
		topicWeights: new Map([...topicWeights].filter(([, weight]) => weight === 0)),
	};
}

/** Those lists without what is removed and with what is added, each once by how it is compared; the latest stand last. */
function changed(held: readonly string[], remove: readonly string[], add: readonly string[], compared: (text: string) => string): string[] {
	const removed = new Set(remove.map(compared));
	const kept = new Map(held.map((text) => [compared(text), text]));
	for (const key of removed) kept.delete(key);
	for (const text of add) if (!kept.has(compared(text))) kept.set(compared(text), text);
	return [...kept.values()];
}

/**
 * The preferences after a change, or which of them had no room for it, or `personal` when the feed is not that: then nothing is changed. What is over a limit already
 * may still be made less.
 * @param videoOf what is known of a video that is muted, for what is near it to rank lower too
 */
export function change(
	held: Preferences,
	{ personal, topicWeights, filters, muted }: PreferencesChange,
	now: number,
	videoOf: (videoId: string) => VideoFeatures | undefined,
): Preferences | "filters" | "topics" | "personal" {
	const isPersonal = personal ?? held.isPersonal;
	if (!isPersonal && Object.values(topicWeights ?? {}).some((weight) => weight !== 0 && weight !== 1)) return "personal";
	const keywords = changed(held.filters.keywords, filters?.remove?.keywords ?? [], filters?.add?.keywords ?? [], foldKeyword);
	const hashtags = changed(held.filters.hashtags, filters?.remove?.hashtags ?? [], filters?.add?.hashtags ?? [], fold);
	const before = held.filters.keywords.length + held.filters.hashtags.length;
	if (keywords.length + hashtags.length > Math.max(FILTERS_MAX, before)) return "filters";
	const weights = new Map(held.topicWeights);
	let { mutes } = held;
	for (const [topic, weight] of Object.entries(topicWeights ?? {})) {
		if (weight === 1) weights.delete(topic);
		else weights.set(topic, weight);
		// Asking for some of it takes back that it was muted at some video.
		if (weight > 0) mutes = unmute(mutes, "topic", topic);
	}
	if (weights.size > Math.max(TOPIC_WEIGHTS_MAX, held.topicWeights.size)) return "topics";
	for (const { scope, key } of muted?.remove ?? []) {
		mutes = unmute(mutes, scope, key);
		if (scope === "topic" && weights.get(key) === 0) weights.delete(key);
	}
	for (const { scope, key } of muted?.add ?? []) {
		const video = scope === "video" ? videoOf(key) : undefined;
		mutes = video === undefined ? muteKey(mutes, scope, key, now) : mute(mutes, scope, video, now);
	}
	const next: Preferences = { ...held, isPersonal, filters: { keywords, hashtags }, mutes, topicWeights: weights };
	return isPersonal ? next : impersonal(next);
}

/** A taste steered by these preferences. */
export function steered(taste: Taste, { mutes, topicWeights }: Preferences): Taste {
	return { ...taste, mutes, topicWeights };
}

/** As the viewer is shown them, with what was learned of topics beside. */
export function tell({ isPersonal, interests, filters, mutes, topicWeights }: Preferences, taste: Taste, now: number): StatedPreferences {
	const learnedOf = (topic: string): number => {
		const held = taste.topics.get(topic);
		return held === undefined ? 0 : Math.min(1, Math.max(-1, (longAffinity(held) + shortAffinity(held, now)) / LOVED));
	};
	const picked = new Set(pickedAmong(taste, interests));
	const told = (topic: string, weight: number) => ({ topic, weight, learned: learnedOf(topic), picked: picked.has(topic) });
	const learned = [...taste.topics.keys()]
		.map((topic) => told(topic, 1))
		.filter(({ topic, learned: says }) => !topicWeights.has(topic) && says > LEARNED_LEAST)
		.sort((a, b) => b.learned - a.learned)
		.slice(0, LEARNED_TOPICS);
	const set = [...topicWeights].map(([topic, weight]) => told(topic, weight));
	return {
		isPersonal,
		interests,
		topics: [...set, ...learned],
		filters,
		muted: mutes
			.map(({ scope, key, videoId, at }) => ({ scope, key, videoId: videoId === "" ? null : videoId, at }))
			.sort((a, b) => b.at - a.at),
	};
}

/** What must not be shown in any list that is chosen for the viewer. */
export function avoided({ isPersonal, filters, mutes, topicWeights }: Preferences): Avoided {
	const none = [...topicWeights].flatMap(([key, weight]) => (weight === 0 ? [{ scope: "topic" as const, key }] : []));
	return { isPersonal, filters, muted: [...mutes.map(({ scope, key }) => ({ scope, key })), ...none] };
}

const VERSION = 1;
const Encoded = z.object({
	v: z.literal(VERSION),
	personal: z.boolean().default(true),
	interests: z.array(z.string()),
	keywords: z.array(z.string()),
	hashtags: z.array(z.string()),
	mutes: z.array(z.tuple([MuteScope, z.string(), z.string(), z.string().nullable(), z.number()])),
	weights: z.array(z.tuple([z.string(), z.number()])),
});

/** As text: below 60 KB however much was set. */
export function encodePreferences({ isPersonal, interests, filters, mutes, topicWeights }: Preferences): string {
	return JSON.stringify({
		v: VERSION,
		personal: isPersonal,
		interests,
		...filters,
		mutes: mutes.map(({ scope, key, videoId, vector, at }) => [scope, key, videoId, vector === null ? null : toBase64(vector), at]),
		weights: [...topicWeights],
	});
}

/** What `encodePreferences` wrote; null when it is not that. */
export function decodePreferences(text: string): Preferences | null {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}
	const parsed = Encoded.safeParse(value);
	if (!parsed.success) return null;
	const { personal, interests, keywords, hashtags, mutes, weights } = parsed.data;
	return {
		isPersonal: personal,
		interests,
		filters: { keywords, hashtags },
		// A key that names nothing of its scope would fail every look-up of it.
		mutes: mutes
			.filter(([scope, key]) => MuteKey.safeParse({ scope, key }).success)
			.map(([scope, key, videoId, vector, at]) => ({
				scope,
				key,
				videoId,
				at,
				vector: vector === null ? null : vectorFrom(vector),
			})),
		topicWeights: new Map(weights),
	};
}

/** A vector that can't be read is only the likeness lost, not the mute. */
function vectorFrom(text: string): Int8Array | null {
	try {
		return fromBase64(text);
	} catch {
		return null;
	}
}
