import { NAMED_MAX, newCursor, shownBefore } from "../cursor.ts";
import { exposed } from "../exposures.ts";
import type { GivenPage } from "../impressions.ts";
import { NothingGatheredError } from "../nothing-gathered.ts";
import type { Page } from "../protocol.ts";
import { LOW_WATER, take } from "../queue.ts";
import { type Command, type Context, done, type Effect, type Memory, needing, type Outcome } from "./commands.ts";
import { fillNow, fillSoon, isWorthIt, looked } from "./filling.ts";
import { covers, needed, ordered } from "./order.ts";
import { met, remembering, type SessionState } from "./state.ts";

/** As many as are told to be warmed. */
const UPCOMING = 20;

/**
 * The next page, or the one that was given for this cursor before.
 * @throws NothingGatheredError
 */
export function page(before: SessionState, request: Command<"page">, context: Context): Outcome<Page> {
	const { now, known, memory, hasWaited } = context;
	const { cursor, count } = request;
	const effects: Effect[] = [];
	let state = met(before, request.viewer, request);
	const given = givenFor(state, cursor, memory);
	if (given === null && !hasWaited && state.queue.slots.length < count && isWorthIt(state, now)) {
		state = fillNow(state, effects);
		return needing(state, { kind: "queue" }, effects);
	}
	if (state.relations === null) return needing(state, { kind: "relations" });
	state = believing(state, cursor, context, effects);
	if (given !== null) return done(state, effects, { ...given, upcoming: upcoming(state), repeated: true });
	if (state.isStale) {
		if (!covers(known, [], state)) return needing(state, needed([], state), effects);
		state = ordered(state, known, now);
	}
	return nextPage(state, request, context, effects);
}

/** The page that was given for this cursor; null for the first time. */
function givenFor({ given }: SessionState, cursor: string | null, memory: Memory): GivenPage | null {
	if (cursor === null || cursor === given?.page.nextCursor) return null;
	return cursor === given?.cursor ? given.page : memory.page(cursor);
}

/** What the pages before showed is not shown again, even if the object was lost before it had written them down. */
function believing(state: SessionState, cursor: string | null, { now, memory }: Context, effects: Effect[]): SessionState {
	if (cursor === null || state.given !== null) return state;
	const before = shownBefore(cursor);
	const known = memory.among(before);
	const lost = before.filter((videoId) => !known.has(videoId));
	if (lost.length === 0) return state;
	effects.push({ kind: "markSeen", videoIds: lost, at: now });
	const slots = state.queue.slots.filter(({ videoId }) => !lost.includes(videoId));
	return remembering({ ...state, queue: { ...state.queue, slots } }, lost);
}

function nextPage(state: SessionState, { cursor, count }: Command<"page">, context: Context, effects: Effect[]): Outcome<Page> {
	const { now, random, memory } = context;
	const { queue, relations } = state;
	const { taken, left } = take(queue.slots, count, (slot) => relations?.blocked.has(slot.creatorId) === true);
	if (taken.length === 0) throw new NothingGatheredError();
	const shown = taken.map(({ videoId }) => videoId);
	const [liked, saved] = [new Set(queue.liked), new Set(queue.saved)];
	const given: GivenPage = {
		items: taken.map(({ videoId, creatorId }) => ({
			videoId,
			liked: liked.has(videoId),
			saved: saved.has(videoId),
			following: relations?.following.has(creatorId) === true,
		})),
		nextCursor: newCursor(now, random, [...unwritten(memory, shown.length, effects), ...shown]),
		isFallback: queue.isFallback,
	};
	effects.push({ kind: "give", giving: { cursor, page: given, slots: taken, at: now } });
	let next = looked(remembering({ ...state, queue: { ...queue, slots: left }, given: { cursor, page: given } }, shown));
	next = exposing(next, context, effects);
	// A queue of new videos is told from what was shown; one of repeats must be kept as it stands.
	if (queue.repeats) effects.push({ kind: "keep", part: "queue" });
	// While videos come again, or as a fallback, something better may have turned up.
	if (queue.isFallback || queue.repeats || left.length < LOW_WATER) next = fillSoon(next, now, effects);
	return done(next, effects, { ...given, upcoming: upcoming(next), repeated: false });
}

/** Slots laid out under arms of experiments are being shown: told on once per experiment. */
function exposing(state: SessionState, { now, experiments }: Context, effects: Effect[]): SessionState {
	const arms = state.queue.tuning?.arms ?? [];
	const fresh = arms.length === 0 ? [] : exposed(state.exposures, experiments, arms, state.pseudonym, now);
	if (fresh.length === 0) return state;
	effects.push({ kind: "keep", part: "exposures" });
	effects.push({ kind: "tell", told: { exposures: fresh }, at: now });
	effects.push({ kind: "handOn", isUrgent: false });
	return { ...state, exposures: [...state.exposures, ...fresh] };
}

/** Impressions that are not written yet, as many as a cursor can tell beside so many others: they are written if there are more. */
function unwritten(memory: Memory, others: number, effects: Effect[]): readonly string[] {
	const all = memory.unwritten();
	if (all.length + others <= NAMED_MAX) return all;
	effects.push({ kind: "putAway" });
	return [];
}

const upcoming = ({ queue }: SessionState): string[] => queue.slots.slice(0, UPCOMING).map(({ videoId }) => videoId);
