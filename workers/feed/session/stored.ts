import { wordFilter } from "../../../contracts/word-filters.ts";
import { emptyTaste, type Taste } from "../../../recommender/taste.ts";
import { decodeTaste, encodeTaste } from "../../../recommender/taste-codec.ts";
import type { Services } from "../../platform/services.ts";
import type { Hot } from "./hot.ts";
import { NEWCOMER, type Standing } from "./influence.ts";
import { decodePreferences, encodePreferences, isEmpty, NO_PREFERENCES, type Preferences } from "./preferences.ts";
import { EMPTY_QUEUE, type Queue } from "./queue.ts";
import type { SessionStore } from "./store.ts";

/** What was learned, with what was set by hand laid over it: that is kept apart, and is none of the taste's text. */
function readTaste(services: Services, store: SessionStore, preferences: Preferences): Taste {
	const text = store.read("taste");
	const taste = text === null ? null : decodeTaste(text);
	if (text !== null && taste === null) services.log.error("taste_unreadable", { bytes: text.length });
	return steered(taste ?? emptyTaste(services.clock()), preferences);
}

export function writeTaste(store: SessionStore, taste: Taste): void {
	store.write("taste", encodeTaste({ ...taste, mutes: [], topicWeights: new Map() }));
}

/** A taste that heeds these preferences. */
export function steered(taste: Taste, { mutes, topicWeights }: Preferences): Taste {
	return { ...taste, mutes, topicWeights };
}

function readPreferences(services: Services, store: SessionStore): Preferences {
	const text = store.read("preferences");
	if (text === null) return mutesOfOldTaste(store);
	const preferences = decodePreferences(text);
	if (preferences === null) services.log.error("preferences_unreadable", { bytes: text.length });
	return preferences ?? NO_PREFERENCES;
}

/** Sessions of before kept mutes within the taste. */
function mutesOfOldTaste(store: SessionStore): Preferences {
	const text = store.read("taste");
	const taste = text === null ? null : decodeTaste(text);
	return taste === null ? NO_PREFERENCES : { ...NO_PREFERENCES, mutes: taste.mutes, topicWeights: taste.topicWeights };
}

export function writePreferences(store: SessionStore, preferences: Preferences): void {
	store.write("preferences", encodePreferences(preferences));
}

/** For a session that takes over: null where nothing was set. */
export function bequeathedPreferences(services: Services, store: SessionStore): string | null {
	const preferences = readPreferences(services, store);
	return isEmpty(preferences) ? null : encodePreferences(preferences);
}

export function readStanding(store: SessionStore): Standing {
	const text = store.read("standing");
	return text === null ? NEWCOMER : { ...NEWCOMER, ...(JSON.parse(text) as Partial<Standing>) };
}

export function writeStanding(store: SessionStore, standing: Standing): void {
	store.write("standing", JSON.stringify(standing));
}

/** So many of those shown last keep the next ones varied. */
export const RECENT = 20;

/** All a session works on, as it was put away. */
export function readHot(services: Services, store: SessionStore): Hot {
	const preferences = readPreferences(services, store);
	const taste = readTaste(services, store, preferences);
	const queue = readQueue(store);
	const isStale = queue.slots.length > 0;
	const recent = store.showings.last(RECENT).map(({ videoId }) => videoId);
	return { taste, preferences, filtered: wordFilter(preferences.filters), queue, isStale, recent, given: null, relations: null };
}

export function keepQueue(store: SessionStore, queue: Queue): void {
	store.write("queue", JSON.stringify(queue));
}

/** The queue without what was shown since it was written, unless it is one of repeats. */
function readQueue(store: SessionStore): Queue {
	const stored = store.read("queue");
	if (stored === null) return EMPTY_QUEUE;
	const queue: Queue = { ...EMPTY_QUEUE, ...(JSON.parse(stored) as Partial<Queue>) };
	const shown = queue.repeats ? new Set<string>() : store.showings.among(queue.slots.map(({ videoId }) => videoId));
	return { ...queue, slots: queue.slots.filter(({ videoId }) => !shown.has(videoId)) };
}
