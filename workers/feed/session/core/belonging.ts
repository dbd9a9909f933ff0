import { wordFilter } from "../../../../contracts/word-filters.ts";
import { emptyTaste } from "../../../../recommender/taste.ts";
import { decodeTaste } from "../../../../recommender/taste-codec.ts";
import { inherited } from "../exposures.ts";
import { decodePreferences, impersonal, isBare, steered } from "../preferences.ts";
import { EMPTY_QUEUE } from "../queue.ts";
import { type Command, type Context, done, type Effect, type Outcome } from "./commands.ts";
import { changedByHand, fillNow } from "./filling.ts";
import { isPersonal, met, RECENT, remembering, type SessionState } from "./state.ts";
import { forgotten, preferring } from "./steer.ts";

/** Whom the viewer follows and blocks, what a guest leaves to a user, and beginning anew. */

export function relate(before: SessionState, { viewer, relations }: Command<"relate">): Outcome<null> {
	const effects: Effect[] = [{ kind: "keep", part: "queue" }];
	const state = met(before, viewer);
	const blocked = new Set(relations.blocked);
	const slots = state.queue.slots.filter(({ creatorId }) => !blocked.has(creatorId));
	const known = { following: new Set(relations.following), blocked, topics: new Set(relations.topics), isTeen: relations.isTeen };
	return done(fillNow({ ...state, relations: known, queue: { ...state.queue, slots } }, effects), effects, null);
}

export const related = (state: SessionState, { relations }: Command<"related">): Outcome<null> =>
	done({ ...state, relations: state.relations ?? relations }, [], null);

/** Other vectors are served than the taste was made of. Nothing when it learned meanwhile: it is asked for again. */
export function enterSpace(state: SessionState, { space, from, taste }: Command<"enterSpace">): Outcome<null> {
	if (state.space === space || state.taste !== from) return done(state, [], null);
	const effects: Effect[] = [
		{ kind: "keep", part: "space" },
		{ kind: "keep", part: "taste" },
	];
	return done({ ...state, space, taste: taste ?? state.taste }, effects, null);
}

/** What was given before there was a session: pages of a feed are what this one has shown. */
export function takeOver(before: SessionState, { answers }: Command<"takeOver">): Outcome<null> {
	const effects: Effect[] = [];
	let state = before;
	for (const { at, named } of answers) {
		const slots = named.flatMap(({ videoId, kind, propensity = null }) =>
			kind === undefined ? [] : [{ videoId, kind, propensity, parts: {} }],
		);
		if (slots.length === 0) continue;
		const page = { items: [], nextCursor: "", isFallback: false };
		effects.push({ kind: "give", giving: { cursor: null, page, slots, at } });
		state = remembering(
			state,
			slots.map(({ videoId }) => videoId),
		);
	}
	return done(state, effects, null);
}

/** Forgets what was learned. What was shown is not shown again all the same, and what was set by hand holds. */
export function reset(state: SessionState, _: Command<"reset">, { now }: Context): Outcome<readonly string[]> {
	const { preferences } = state;
	const anew = changedByHand({
		...state,
		taste: steered(emptyTaste(now), preferences),
		filtered: wordFilter(preferences.filters),
		queue: EMPTY_QUEUE,
		isStale: false,
		given: null,
		relations: null,
		filling: { ...state.filling, moved: 0 },
	});
	return done(anew, [{ kind: "keep", part: "preferences" }, { kind: "forgetTaste" }], preferences.interests);
}

/** Takes over a guest's session, but for what this one has learned or was told itself. */
export function inherit(before: SessionState, { viewer, from }: Command<"inherit">, { now, newId, memory }: Context): Outcome<null> {
	const effects: Effect[] = [];
	let state = met(before, viewer);
	const preferences = from.preferences == null ? null : decodePreferences(from.preferences);
	const { isPersonal: wasPersonal } = state.preferences;
	if (preferences !== null && isBare(state.preferences)) {
		// Whoever of the two wants nothing learned is heard.
		const next = { ...preferences, isPersonal: wasPersonal && preferences.isPersonal };
		if (wasPersonal && !next.isPersonal) state = forgotten(state, newId(), now, effects);
		state = preferring(state, next.isPersonal ? next : impersonal(next), null, now, effects);
	}
	if (state.taste.signals === 0 && isPersonal(state)) {
		const exposures = inherited(state.exposures, from.exposures);
		if (exposures !== state.exposures) effects.push({ kind: "keep", part: "exposures" });
		const taste = from.taste === null ? null : decodeTaste(from.taste);
		if (taste !== null) effects.push({ kind: "keep", part: "taste" });
		state = { ...state, exposures, taste: taste === null ? state.taste : steered(taste, state.preferences) };
	}
	for (const { videoId, at, watchedAt } of from.shown) {
		if (watchedAt === null) effects.push({ kind: "markSeen", videoIds: [videoId], at });
		else effects.push({ kind: "markWatched", videoIds: [videoId], at: watchedAt });
	}
	const times = new Map(memory.last(RECENT).map(({ videoId, at }) => [videoId, at]));
	for (const { videoId, at, watchedAt } of from.shown) times.set(videoId, watchedAt ?? at);
	const recent = [...times].sort((a, b) => a[1] - b[1]).map(([videoId]) => videoId);
	return done({ ...state, recent: recent.slice(-RECENT) }, effects, null);
}
