import { wordFilter } from "../../../../contracts/word-filters.ts";
import { mute } from "../../../../recommender/mutes.ts";
import { undoNotInterested } from "../../../../recommender/steering.ts";
import { emptyTaste, seedTaste } from "../../../../recommender/taste.ts";
import type { Known } from "../known.ts";
import { avoided, change, impersonal, type Preferences, steered, tell } from "../preferences.ts";
import type { Changed } from "../protocol.ts";
import { EMPTY_QUEUE } from "../queue.ts";
import { type Command, type Context, done, type Effect, needing, type Outcome } from "./commands.ts";
import { changedByHand, fillNow } from "./filling.ts";
import { NO_LESSONS } from "./lessons.ts";
import { afterLearning, covers, needed } from "./order.ts";
import { isPersonal, keyIn, met, type SessionState } from "./state.ts";

/** What the viewer says by hand of their feed: refusals, topic weights, filters, interests. */

export function refuse(before: SessionState, command: Command<"refuse">, context: Context): Outcome<null> {
	const { scope, videoId, undo } = command.refusal;
	const { now, known } = context;
	let state = met(before, command.viewer);
	if (!covers(known, [videoId], state)) return needing(state, needed([videoId], state));
	const video = known.videos.get(videoId);
	let { mutes } = state.preferences;
	if (undo) mutes = undoNotInterested(state.taste, scope, videoId, video).mutes;
	else if (video !== undefined) mutes = mute(mutes, scope, video, now);
	const effects: Effect[] = [];
	const next = { ...state.preferences, mutes };
	state = preferring(state, isPersonal(state) ? next : impersonal(next), known, now, effects);
	// What was dropped from the queue comes back only by gathering it again.
	if (undo) state = fillNow(state, effects);
	return done(state, effects, null);
}

/** Changes all that is asked, and with it what waits to be shown; nothing when one of them is full. */
export function prefer(before: SessionState, command: Command<"prefer">, context: Context): Outcome<Changed> {
	const { asked } = command;
	const { now, known, isForEveryone, newId } = context;
	let state = met(before, command.viewer);
	const refused = (asked.muted?.add ?? []).flatMap(({ scope, key }) => (scope === "video" ? [key] : []));
	if (!covers(known, refused, state)) return needing(state, needed(refused, state));
	// Anyone may name any id: of a video that is not for everyone nothing is taken but that.
	const videoOf = (id: string) => {
		const record = known.records.get(id);
		return record !== undefined && isForEveryone(record) ? known.videos.get(id) : undefined;
	};
	const next = change(state.preferences, asked, now, videoOf);
	if (typeof next === "string") return done(state, [], { told: null, full: next });
	const effects: Effect[] = [];
	const turns = next.isPersonal !== state.preferences.isPersonal;
	if (turns && !next.isPersonal) state = forgotten(state, newId(), now, effects);
	// What waits was laid out by the other rule: none of it is put into order, all of it is made anew.
	state = fillNow(preferring(state, next, turns ? null : known, now, effects), effects);
	if (turns) state = { ...state, queue: EMPTY_QUEUE };
	return done(state, effects, { told: tell(state.preferences, state.taste, now), full: null });
}

/** Nothing is left of what was learned, and others know the session by another name. What was shown, and what was set by hand, is kept. */
export function forgotten(state: SessionState, pseudonym: string, now: number, effects: Effect[]): SessionState {
	effects.push({ kind: "forgetPerson" });
	const { filling } = state;
	return {
		...state,
		taste: emptyTaste(now),
		exposures: [],
		lessons: NO_LESSONS,
		pseudonym,
		space: null,
		filling: { ...filling, moved: 0 },
	};
}

/** Interests are kept to begin from again. What was learned stays. A feed that is not personal takes none. */
export function choose(before: SessionState, command: Command<"choose">, { now, hasWaited }: Context): Outcome<boolean> {
	const state = met(before, command.viewer);
	if (hasWaited || !isPersonal(state)) return done(state, [], isPersonal(state));
	const { interests, vectors } = command;
	const effects: Effect[] = [
		{ kind: "keep", part: "preferences" },
		{ kind: "keep", part: "taste" },
	];
	const chosen = {
		...state,
		preferences: { ...state.preferences, interests },
		taste: seedTaste(state.taste, interests, vectors, now),
	};
	return needing(fillNow(chosen, effects), { kind: "queue" }, effects);
}

/**
 * From here on nothing that these keep out is shown, be it queued or on a page given before.
 * @param known all that waits; null when the order stays as it is
 */
export function preferring(
	before: SessionState,
	preferences: Preferences,
	known: Known | null,
	now: number,
	effects: Effect[],
): SessionState {
	let state = changedByHand({
		...before,
		preferences,
		filtered: wordFilter(preferences.filters),
		taste: steered(before.taste, preferences),
		// It may lose videos: read again, it is what is left of it.
		given: null,
	});
	effects.push({ kind: "keep", part: "preferences" });
	if (known !== null) {
		state = afterLearning(state, known, now, effects);
		effects.push({ kind: "keep", part: "queue" });
	}
	effects.push({ kind: "withdraw", avoided: avoided(preferences), viewer: keyIn(state) });
	return state;
}
