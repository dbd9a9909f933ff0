/** Name of the error below, by which it is known also where it comes out of the session's object. */
export const NOTHING_GATHERED = "NothingGatheredError";

/** Thrown when there is nothing to choose from: the Worker falls back to what is popular. */
export class NothingGatheredError extends Error {
	constructor() {
		super("no source had a candidate");
		this.name = NOTHING_GATHERED;
	}
}
