import { act } from "./act.ts";
import { enterSpace, inherit, relate, related, reset, takeOver } from "./belonging.ts";
import type { Answer, Command, Context, Kind, Outcome } from "./commands.ts";
import { filled, gather, lay, rested, takeUp } from "./filling.ts";
import { page } from "./page.ts";
import type { SessionState } from "./state.ts";
import { choose, prefer, refuse } from "./steer.ts";
import { watch } from "./watch.ts";

type Reducers = { readonly [K in Kind]: (state: SessionState, command: Command<K>, context: Context) => Outcome<Answer<K>> };

const REDUCERS: Reducers = {
	page,
	watch,
	act,
	refuse,
	prefer,
	choose,
	relate,
	inherit,
	takeOver,
	reset,
	related,
	enterSpace,
	rested,
	gather,
	layOut: lay,
	takeUp,
	filled,
};

/**
 * One viewer's session as a state machine: what they like, what they were shown, what comes next. Pure: all it goes by is in its arguments,
 * and what it wants done is in its answer.
 */
export function reduce<K extends Kind>(state: SessionState, kind: K, command: Command<K>, context: Context): Outcome<Answer<K>> {
	return REDUCERS[kind](state, command, context);
}
