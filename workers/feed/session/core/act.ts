import { learnAct } from "../acts.ts";
import { marked } from "../queue.ts";
import { type Command, type Context, done, type Effect, needing, type Outcome } from "./commands.ts";
import { keptBeforeAct } from "./lessons.ts";
import { Marks } from "./marks.ts";
import { afterLearning, covers, learned, needed } from "./order.ts";
import { isPersonal, met, rankContext, type SessionState } from "./state.ts";

/** Learns from something done outside the player, and shows hearts and bookmarks as they are now. */
export function act(before: SessionState, command: Command<"act">, { now, known, memory }: Context): Outcome<null> {
	const { videoId } = command.act;
	let state = met(before, command.viewer);
	if (!covers(known, [videoId], state)) return needing(state, needed([videoId], state));
	const effects: Effect[] = [{ kind: "keep", part: "queue" }];
	state = { ...state, queue: marked(state.queue, command.act) };
	const video = known.videos.get(videoId);
	if (video !== undefined && isPersonal(state)) {
		const marks = new Marks((names) => memory.times(names));
		const context = { ...rankContext(state, now), surface: null };
		const lessons = keptBeforeAct(state.lessons, state.taste, video, context, known.models);
		state = learned({ ...state, lessons }, learnAct(state.taste, command.act, video, marks, now), 1);
		const change = marks.change();
		if (change !== null) effects.push({ kind: "marks", change });
	}
	return done(afterLearning(state, known, now, effects), effects, null);
}
