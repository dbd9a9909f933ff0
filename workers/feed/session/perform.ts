import type { DeclaredExperiment } from "../../experiments/index.ts";
import type { Effect } from "./core/commands.ts";
import type { SessionState } from "./core/state.ts";
import type { SessionStore } from "./store.ts";
import { keep } from "./stored.ts";

/** Effects that only write: done at once, and with all others of the turn one commit. */
export type Written = Exclude<Effect, { readonly kind: "handOn" | "withdraw" | "fill" | "fillInTurn" | "rest" }>;

/** Writes what a command has done. @param state as it is after the command */
export function write(store: SessionStore, state: SessionState, effect: Written, experiments: readonly DeclaredExperiment[]): void {
	switch (effect.kind) {
		case "keep":
			keep(store, state, effect.part, experiments);
			break;
		case "forgetTaste":
			store.forgetTaste();
			break;
		case "forgetPerson":
			store.forgetPerson();
			break;
		case "give":
			store.impressions.give(effect.giving);
			break;
		case "putAway":
			store.impressions.putAway();
			break;
		case "markSeen":
			store.impressions.markSeen(effect.videoIds, effect.at);
			break;
		case "markWatched":
			store.impressions.markWatched(effect.videoIds, effect.at);
			break;
		case "marks":
			store.mark(effect.change);
			break;
		case "tell":
			store.outbox.add(effect.told, effect.at);
			break;
	}
}
