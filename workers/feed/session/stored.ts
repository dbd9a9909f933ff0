import type { Exposure } from "../../../contracts/queues.ts";
import { wordFilter } from "../../../contracts/word-filters.ts";
import { emptyTaste, type Taste } from "../../../recommender/taste.ts";
import { decodeTaste, encodeTaste } from "../../../recommender/taste-codec.ts";
import type { DeclaredExperiment } from "../../experiments/index.ts";
import type { Services } from "../../platform/services.ts";
import type { Part } from "./core/commands.ts";
import { NO_LESSONS } from "./core/lessons.ts";
import { AT_REST, isPersonal, RECENT, type SessionState } from "./core/state.ts";
import { NEWCOMER, type Standing } from "./influence.ts";
import { decodePreferences, encodePreferences, NO_PREFERENCES, type Preferences, steered } from "./preferences.ts";
import { EMPTY_QUEUE, type Queue } from "./queue.ts";
import type { SessionStore } from "./store.ts";

/** What was learned, with what was set by hand laid over it: that is kept apart, and is none of the taste's text. */
function readTaste(services: Services, store: SessionStore, preferences: Preferences): Taste {
	const text = store.read("taste");
	const taste = text === null ? null : decodeTaste(text);
	if (text !== null && taste === null) services.log.error("taste_unreadable", { bytes: text.length });
	return steered(taste ?? emptyTaste(services.clock()), preferences);
}

function readPreferences(services: Services, store: SessionStore): Preferences {
	const text = store.read("preferences");
	if (text === null) return NO_PREFERENCES;
	const preferences = decodePreferences(text);
	if (preferences === null) services.log.error("preferences_unreadable", { bytes: text.length });
	return preferences ?? NO_PREFERENCES;
}

function readStanding(store: SessionStore): Standing {
	const text = store.read("standing");
	return text === null ? NEWCOMER : (JSON.parse(text) as Standing);
}

/** A session as it was put away. */
export function readState(services: Services, store: SessionStore): SessionState {
	const preferences = readPreferences(services, store);
	const queue = readQueue(store);
	const exposures = store.read("exposures");
	return {
		viewer: null,
		circumstances: { country: null, device: null },
		taste: readTaste(services, store, preferences),
		preferences,
		filtered: wordFilter(preferences.filters),
		queue,
		isStale: queue.slots.length > 0,
		given: null,
		recent: store.impressions.last(RECENT).map(({ videoId }) => videoId),
		relations: null,
		standing: readStanding(store),
		exposures: exposures === null ? [] : (JSON.parse(exposures) as Exposure[]),
		pseudonym: store.pseudonym(),
		space: store.read("space"),
		lessons: NO_LESSONS,
		filling: AT_REST,
	};
}

/** Of a feed that is not personal these are not written, whatever asks for it. */
const PERSONAL: ReadonlySet<Part> = new Set<Part>(["taste", "exposures", "space"]);

/** Writes a part of the state as it is now. Experiments that are declared no more are forgotten here. */
export function keep(store: SessionStore, state: SessionState, part: Part, experiments: readonly DeclaredExperiment[]): void {
	if (!isPersonal(state) && PERSONAL.has(part)) return;
	store.write(part, encoded(state, part, experiments));
}

function encoded(state: SessionState, part: Part, experiments: readonly DeclaredExperiment[]): string {
	switch (part) {
		case "taste":
			return encodeTaste({ ...state.taste, mutes: [], topicWeights: new Map() });
		case "preferences":
			return encodePreferences(state.preferences);
		case "queue":
			return JSON.stringify(state.queue);
		case "standing":
			return JSON.stringify(state.standing);
		case "space":
			return state.space ?? "";
		case "exposures":
			return JSON.stringify(state.exposures.filter(({ experiment }) => experiments.some(({ id }) => id === experiment)));
	}
}

/** The queue without what was shown since it was written, unless it is one of repeats. */
function readQueue(store: SessionStore): Queue {
	const stored = store.read("queue");
	if (stored === null) return EMPTY_QUEUE;
	const queue = JSON.parse(stored) as Queue;
	const shown = queue.repeats ? new Set<string>() : store.impressions.among(queue.slots.map(({ videoId }) => videoId));
	return { ...queue, slots: queue.slots.filter(({ videoId }) => !shown.has(videoId)) };
}
