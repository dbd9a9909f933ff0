import { GIVEN_FOR_MS, SEEN_AFTER_MS } from "../../../../contracts/limits.ts";
import { strength } from "../../../../recommender/strength.ts";
import { learnShowing } from "../acts.ts";
import { tagsAt } from "../exposures.ts";
import type { Impression } from "../impressions.ts";
import { type Admitted, admit, isSettled } from "../influence.ts";
import type { Known } from "../known.ts";
import type { OutboxEvent } from "../outbox.ts";
import type { ShownEvent } from "../protocol.ts";
import { expectedOf, outboxEvent, signalOf } from "../signals.ts";
import { type Answer, type Command, type Context, done, type Effect, needing, type Outcome } from "./commands.ts";
import { fillSoon } from "./filling.ts";
import { lessonOf, usedUp } from "./lessons.ts";
import { Marks } from "./marks.ts";
import { afterLearning, covers, learned, needed } from "./order.ts";
import { isPersonal, met, rankContext, remembering, type SessionState, userIn } from "./state.ts";

/** How much an impression moves a taste that it says little of. */
const LITTLE = 0.2;
const SAYS_MUCH = 0.5;

/** Learns from impressions and puts what is left of the queue into the order that follows from them. */
export function watch(before: SessionState, command: Command<"watch">, context: Context): Outcome<Answer<"watch">> {
	const { viewer, events, circumstances } = command;
	const { now, known, memory, elsewhere } = context;
	const state = met(before, viewer, circumstances);
	const videoIds = [...new Set(events.map(({ videoId }) => videoId))];
	if (!covers(known, videoIds, state)) return needing(state, needed(videoIds, state));
	const impressions = memory.tell(videoIds);
	// Asked for only where this feed did not give it: else nothing is awaited, and all that follows is one write.
	const isGiven = ({ videoId, at }: ShownEvent) => at - (impressions.get(videoId)?.at ?? Number.NEGATIVE_INFINITY) <= GIVEN_FOR_MS;
	if (elsewhere === null && !events.every(isGiven)) return needing(state, { kind: "elsewhere" });
	const marks = new Marks((names) => memory.times(names));
	const once = firstTold(events, marks, now);
	const duplicates = events.length - once.length;
	if (once.length === 0) return done(state, [], { accepted: 0, duplicates, counted: [] });
	const admitted = admit(state.standing, once, {
		now,
		givenAt: (videoId) => latest(impressions.get(videoId)?.at, elsewhere?.get(videoId)),
		isOwn: isOwnOf(state, known),
		onceAnHour: (names) => marks.firstOf(names, now),
	});
	const taught = learnedFrom(state, once, { command, context, known, impressions, admitted, marks });
	const counted = taught.told.filter(({ qualifies }) => qualifies === true);
	return done(...concluded(taught, once, known, context, marks), { accepted: once.length, duplicates, counted });
}

/** Those whose id was not told before. */
function firstTold(events: readonly ShownEvent[], marks: Marks, now: number): ShownEvent[] {
	const fresh = marks.firstOf(
		events.flatMap(({ eventId }) => (eventId === null ? [] : [eventId])),
		now,
	);
	return events.filter(({ eventId }) => eventId === null || fresh.delete(eventId));
}

/** A video that can't be looked up now may be one's own. */
function isOwnOf(state: SessionState, known: Known): (videoId: string) => boolean {
	const userId = userIn(state);
	return (videoId) => userId !== null && (known.videos.get(videoId)?.creatorId ?? userId) === userId;
}

interface Taught {
	readonly state: SessionState;
	readonly effects: Effect[];
	readonly told: readonly OutboxEvent[];
}

interface Impressions {
	readonly command: Command<"watch">;
	readonly context: Context;
	readonly known: Known;
	readonly impressions: ReadonlyMap<string, Impression>;
	readonly admitted: Admitted;
	readonly marks: Marks;
}

/** Each impression as it goes to others, with what the ranking saw before, and the taste after it. */
function learnedFrom(before: SessionState, once: readonly ShownEvent[], all: Impressions): Taught {
	const { command, context, known, impressions, admitted, marks } = all;
	const { now, random, newId, experiments } = context;
	const settled = isSettled(before.standing, now);
	const effects: Effect[] = admitted.standing === before.standing ? [] : [{ kind: "keep", part: "standing" }];
	let state: SessionState = { ...before, standing: admitted.standing };
	const told = once.map((event): OutboxEvent => {
		const video = known.videos.get(event.videoId);
		const watchMs = admitted.counted.get(event);
		// What goes to others is told by the server's duration, and by no more time than passed.
		const shown = { ...event, watchMs: watchMs ?? event.watchMs, durationMs: video?.durationMs || event.durationMs };
		const { propensity = null } = impressions.get(event.videoId) ?? {};
		// Also of what a teen was shown as a guest.
		const tags = state.relations?.isTeen === true ? [] : tagsAt(state.exposures, experiments, event.at);
		const circumstances = isPersonal(state) ? command.circumstances : { ...command.circumstances, device: null, hour: null };
		const out: OutboxEvent = {
			...outboxEvent(shown, event.eventId ?? newId(), command.viewer, propensity, circumstances, now, tags),
			qualifies: watchMs !== undefined,
			settled,
			expected: expectedOf(state.taste),
		};
		if (!isPersonal(state)) return { ...out, personal: false };
		if (video === undefined) return out;
		const isAsked = watchMs !== undefined && random() < known.models.share;
		const seenBy = { ...rankContext(state, now), surface: event.source };
		const lesson = isAsked ? lessonOf(state.lessons, state.taste, video, seenBy, known.models) : null;
		if (isAsked) state = { ...state, lessons: usedUp(state.lessons, video.id) };
		const signal = signalOf(event, video.durationMs);
		const by = Math.abs(strength(signal)) >= SAYS_MUCH ? 1 : LITTLE;
		state = learned(state, learnShowing(state.taste, signal, video, marks, now), by);
		return lesson === null ? out : { ...out, lesson };
	});
	return { state, effects, told };
}

/** What was watched is known as shown, told on, and leaves the queue. */
function concluded(
	{ state, effects, told }: Taught,
	once: readonly ShownEvent[],
	known: Known,
	{ now }: Context,
	marks: Marks,
): [SessionState, Effect[]] {
	const seen = once.filter(({ watchMs }) => watchMs >= SEEN_AFTER_MS).map(({ videoId }) => videoId);
	const change = marks.change();
	if (change !== null) effects.push({ kind: "marks", change });
	effects.push({ kind: "tell", told: { events: told, isNobodys: !isPersonal(state) }, at: now });
	effects.push({ kind: "markWatched", videoIds: seen, at: now });
	let next = afterLearning(remembering(state, seen), known, now, effects, new Set(seen));
	// The first watch of all: the very next page is made of it.
	if (next.queue.slots.length === 0) next = fillSoon(next, now, effects);
	effects.push({ kind: "handOn", isUrgent: true });
	return [next, effects];
}

function latest(a: number | undefined, b: number | undefined): number | null {
	return a === undefined && b === undefined ? null : Math.max(a ?? 0, b ?? 0);
}
