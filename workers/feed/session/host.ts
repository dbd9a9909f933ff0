import type { Random } from "../../../recommender/types.ts";
import type { DeclaredExperiment } from "../../experiments/index.ts";
import type { Services } from "../../platform/services.ts";
import type { SessionStore } from "./store.ts";

/** What a session needs of the object it lives in. */
export interface SessionHost {
	readonly services: Services;
	readonly store: SessionStore;
	readonly random: Random;
	readonly experiments: readonly DeclaredExperiment[];
	/** Goes on after the answer; what fails is logged. */
	background(event: string, work: Promise<unknown>): void;
	/** Asks for the outbox to be handed on, in the background. */
	handOn(): void;
	/** Asks for the same when there is time: the first showing will come along. */
	handOnLater(): void;
}

/** Name of the error below, by which it is known also where it comes out of the session's object. */
export const NOTHING_GATHERED = "NothingGatheredError";

/** Thrown when there is nothing to choose from: the Worker falls back to what is popular. */
export class NothingGatheredError extends Error {
	constructor() {
		super("no source had a candidate");
		this.name = NOTHING_GATHERED;
	}
}
