import { QUEUE_LENGTH } from "../../../../contracts/limits.ts";
import { viewerKey } from "../../../rules/viewer.ts";
import { type Tuning, tuningOf } from "../exposures.ts";
import { LOW_WATER, layOut, MOVED_ENOUGH, SETTLE_MS } from "../queue.ts";
import type { FeedRelations } from "../relations.ts";
import { type Answer, type Command, type Context, done, type Effect, type Outcome } from "./commands.ts";
import { type Filling, isPersonal, rankContext, type SessionState, userIn, viewerIn } from "./state.ts";

/** Where answers wait for their turn, a queue that holds so many slots waits for at most so many more rests: it is in order all the same. */
const A_PAGE = 20;
const RESTS_MORE = 4;

const filling = (state: SessionState, change: Partial<Filling>): SessionState => ({ ...state, filling: { ...state.filling, ...change } });

/** Whether making the queue anew is likely to better it. */
export function isWorthIt({ queue, filling: { isUnderWay } }: SessionState, now: number): boolean {
	if (isUnderWay || queue.slots.length === 0) return true;
	if (queue.hasMore && queue.slots.length < LOW_WATER) return true;
	return now - queue.madeAt >= SETTLE_MS;
}

/** Has the queue made anew now; one at a time. */
export function fillNow(state: SessionState, effects: Effect[]): SessionState {
	if (state.filling.isUnderWay) return state;
	effects.push({ kind: "fill" });
	return filling(state, { isUnderWay: true });
}

/** Has the queue made anew in the background, if it is worth it and the isolate has a moment then: else the next call tries again. */
export function fillSoon(state: SessionState, now: number, effects: Effect[], fromLearning = false): SessionState {
	const { isResting, isUnderWay } = state.filling;
	if (isResting || isUnderWay || !isWorthIt(state, now)) return state;
	effects.push({ kind: "rest", rests: 0, fromLearning });
	return filling(state, { isResting: true });
}

/** The taste moved by so much. */
export const moved = (state: SessionState, by: number): SessionState => filling(state, { moved: state.filling.moved + by });

/** Something was set by hand: what is being gathered is no good any more. */
export const changedByHand = (state: SessionState): SessionState => filling(state, { changes: state.filling.changes + 1 });

/** A page was taken from the queue. */
export const looked = (state: SessionState): SessionState => (state.filling.unseen === 0 ? state : filling(state, { unseen: 0 }));

/**
 * Has the queue made anew when enough was learned. One that nobody has looked at, only when twice as much was: it stands in
 * the right order all the same.
 */
export function fillAfterLearning(state: SessionState, now: number, effects: Effect[]): SessionState {
	const isEnough = state.filling.moved >= MOVED_ENOUGH * 2 ** state.filling.unseen;
	return isEnough ? fillSoon(state, now, effects, true) : state;
}

export function rested(state: SessionState, { rests, fromLearning, isBehind }: Command<"rested">): Outcome<null> {
	const { isUnderWay } = state.filling;
	const waitsOn = isBehind && rests < RESTS_MORE && !isUnderWay && state.queue.slots.length >= A_PAGE;
	if (waitsOn) return done(state, [{ kind: "rest", rests: rests + 1, fromLearning }], null);
	if (isUnderWay) return done(filling(state, { isResting: false }), [], null);
	return done(filling(state, { isResting: false, isUnderWay: true }), [{ kind: "fillInTurn", fromLearning }], null);
}

/** Who is shown the same as everybody takes part in no experiment with it, and no teen in any. */
function tuningIn(
	state: SessionState,
	{ isTeen }: Pick<FeedRelations, "isTeen">,
	experiments: Context["experiments"],
	at: number,
	repeats = false,
): Tuning {
	return tuningOf(state.exposures, isPersonal(state) && !isTeen ? experiments : [], viewerKey(viewerIn(state)), at, repeats);
}

export function gather(state: SessionState, { relations }: Command<"gather">, { now, experiments }: Context): Outcome<Answer<"gather">> {
	const known = { ...state, relations: state.relations ?? relations };
	const gathering = {
		startedAt: now,
		taste: state.taste,
		context: rankContext(known, now),
		filtered: state.filtered,
		recent: state.recent,
		changes: state.filling.changes,
		tuning: tuningIn(state, known.relations, experiments, now),
		relations: known.relations,
	};
	return done(filling(known, { moved: 0 }), [], gathering);
}

/** Lays out a queue of what was gathered; nothing of the session changes by it. */
export function lay(state: SessionState, command: Command<"layOut">, { random, experiments }: Context): Outcome<Answer<"layOut">> {
	const { gathering, candidates, models, recent, repeats } = command;
	const { taste, context, relations, startedAt } = gathering;
	const mine = userIn(state);
	const tuning = repeats ? tuningIn(state, relations, experiments, startedAt, true) : gathering.tuning;
	const allowed = candidates.filter(({ video }) => !relations.blocked.has(video.creatorId) && video.creatorId !== mine);
	return done(state, [], { slots: layOut(taste, allowed, context, models.rank, recent, random, tuning.parameters), repeats, tuning });
}

/** Pages were given, impressions reported and preferences set while candidates were gathered. */
export function takeUp(state: SessionState, command: Command<"takeUp">, { now, memory }: Context): Outcome<Answer<"takeUp">> {
	const { gathering, laidOut, liked, saved, isFallback, isPartial } = command;
	if (state.filling.changes !== gathering.changes) return done(state, [], null);
	const { slots, repeats, tuning } = laidOut;
	const shown = repeats ? new Set<string>() : memory.among(slots.map(({ videoId }) => videoId));
	const left = slots.filter(({ videoId }) => !shown.has(videoId));
	if (left.length === 0 && isPartial && state.queue.slots.length > 0) return done(state, [], { slots: state.queue.slots.length });
	const next: SessionState = {
		...state,
		relations: state.relations ?? gathering.relations,
		isStale: state.taste !== gathering.taste,
		queue: {
			slots: left,
			repeats,
			isFallback,
			madeAt: now,
			hasMore: !repeats && slots.length === QUEUE_LENGTH,
			liked: [...liked],
			saved: [...saved],
			tuning,
		},
	};
	return done(next, [{ kind: "keep", part: "queue" }], { slots: left.length });
}

export function filled(state: SessionState, { fromLearning, isMade }: Command<"filled">): Outcome<null> {
	const unseen = state.filling.unseen + (fromLearning && isMade ? 1 : 0);
	return done(filling(state, { isUnderWay: false, unseen }), [], null);
}
