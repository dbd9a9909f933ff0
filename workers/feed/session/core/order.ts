import type { Taste } from "../../../../recommender/taste.ts";
import type { Known } from "../known.ts";
import { reorder } from "../queue.ts";
import type { Effect } from "./commands.ts";
import { fillAfterLearning, moved } from "./filling.ts";
import { isPersonal, rankContext, type SessionState } from "./state.ts";

const NONE: ReadonlySet<string> = new Set();

/** Whether all of these, and all that waits, were looked up: what was not would fall out of the queue. */
export function covers(known: Known | null, videoIds: readonly string[], { queue }: SessionState): known is Known {
	if (known === null) return false;
	return videoIds.every((id) => known.asked.has(id)) && queue.slots.every(({ videoId }) => known.asked.has(videoId));
}

/** What has to be looked up for `covers`. */
export const needed = (videoIds: readonly string[], { queue }: SessionState) => ({
	kind: "videos" as const,
	videoIds: [...videoIds, ...queue.slots.map(({ videoId }) => videoId)],
});

/** Puts what is left of the queue, without those just seen and those filtered, into the order that the taste asks for. */
export function ordered(state: SessionState, known: Known, now: number, seen: ReadonlySet<string> = NONE): SessionState {
	const { queue, taste, filtered } = state;
	const slots = queue.slots.filter(({ videoId }) => {
		const record = known.records.get(videoId);
		return !seen.has(videoId) && (record === undefined || !filtered(record));
	});
	const context = rankContext(state, now);
	const inOrder = reorder(slots, known.videos, taste, context, known.models.rank, known.recent, queue.tuning?.parameters.diversity);
	return { ...state, queue: { ...queue, slots: inOrder }, isStale: false };
}

/** With a taste that moved by so much; nothing when it is the one there was, or the feed is not personal. */
export const learned = (state: SessionState, taste: Taste, by: number): SessionState =>
	taste === state.taste || !isPersonal(state) ? state : moved({ ...state, taste }, by);

/** The taste is written, where there is one; the queue is not: what is read again later is put into order by it (`SessionState.isStale`). */
export function afterLearning(state: SessionState, known: Known, now: number, effects: Effect[], seen = NONE): SessionState {
	if (isPersonal(state)) effects.push({ kind: "keep", part: "taste" });
	return fillAfterLearning(ordered(state, known, now, seen), now, effects);
}
