import type { Problem, ProblemCode } from "./codes.ts";

export interface ProblemExtras {
	readonly errors?: Problem["errors"];
	readonly retryAfterSeconds?: number;
	/** Which limit refused this, where it is one that is counted in whole numbers. */
	readonly quota?: Quota;
	/** How long anybody may keep this answer, seconds; not at all when left out. */
	readonly cacheSeconds?: number;
	readonly cause?: unknown;
}

/** A limit that is used up, as the `RateLimit` fields tell it. */
export interface Quota {
	/** What is limited: a token, the same for all it is told to. */
	readonly policy: string;
	readonly most: number;
	readonly windowSeconds: number;
}

/** Thrown anywhere below a route; rendered as RFC 9457 by the gateway. `detail` is for the person who sees it. */
export class ProblemError extends Error {
	readonly code: ProblemCode;
	readonly extras: ProblemExtras;

	constructor(code: ProblemCode, detail: string, extras: ProblemExtras = {}) {
		super(detail, extras.cause === undefined ? undefined : { cause: extras.cause });
		this.name = "ProblemError";
		this.code = code;
		this.extras = extras;
	}
}
