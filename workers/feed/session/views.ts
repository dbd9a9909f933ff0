import { longAffinity, shortAffinity } from "../../../recommender/affinity.ts";
import { pickedAmong, topicsBehind } from "../../../recommender/explain.ts";
import type { Leanings } from "../../discovery/search/index.ts";
import type { SessionState } from "./core/state.ts";
import type { Telling } from "./impressions.ts";
import { avoided, encodePreferences, isEmpty, tell } from "./preferences.ts";
import type { Avoided, Inheritance, StatedPreferences, Story } from "./protocol.ts";
import type { SessionStore } from "./store.ts";

/** What a session can be asked without anything changing. */

/** A guest leaves to a user at most this many videos that were shown, the latest. */
const SHOWN_LEFT = 2_000;

/**
 * How a video came to be shown, or stands in the queue, and which of its topics had a part; null when neither is so.
 * @param shown what is known of its impression
 */
export function story(state: SessionState, shown: Telling | null, videoId: string, topics: readonly string[], now: number): Story | null {
	const { queue, taste, preferences, relations } = state;
	const slot = shown ?? queue.slots.find((queued) => queued.videoId === videoId) ?? null;
	if (slot === null) return null;
	return {
		isPersonal: preferences.isPersonal,
		kind: slot.kind,
		parts: slot.parts,
		topics: topicsBehind(taste, topics, now, relations?.topics) ?? {},
		followed: topics.filter((topic) => relations?.topics.has(topic) === true && !taste.topicWeights.has(topic)),
		picked: pickedAmong(taste, preferences.interests),
		onlyPicked: preferences.interests.length > 0 && !taste.history.some(({ strength }) => strength > 0),
	};
}

/** What the viewer told the feed, for them to see. */
export const told = ({ preferences, taste }: SessionState, now: number): StatedPreferences => tell(preferences, taste, now);

/** Hashtags the viewer leans to most, at most. */
const LEANINGS_MAX = 24;

/** What they watched and loved, by hashtag: 0 for what they are indifferent to, 1 for what they never get enough of. */
export function leaningsOf({ taste }: SessionState, now: number): Leanings {
	const strengths = [...taste.topics].map(([topic, held]): [string, number] => {
		const strength = (longAffinity(held) + shortAffinity(held, now)) * (taste.topicWeights.get(topic) ?? 1);
		return [topic, Math.min(1, Math.max(0, strength / 2))];
	});
	const liked = strengths.filter(([, strength]) => strength > 0).sort(([, a], [, b]) => b - a);
	return { topics: Object.fromEntries(liked.slice(0, LEANINGS_MAX)) };
}

export const avoidedBy = ({ preferences }: SessionState): Avoided => avoided(preferences);

/** What a guest's session leaves to the user they become. */
export function bequest({ preferences, exposures }: SessionState, store: SessionStore): Inheritance {
	return {
		taste: store.read("taste"),
		preferences: isEmpty(preferences) ? null : encodePreferences(preferences),
		shown: store.impressions.last(SHOWN_LEFT),
		exposures,
	};
}
