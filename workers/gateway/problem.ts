import { PROBLEMS, type Problem, type ProblemCode } from "../../contracts/problems.ts";

export interface ProblemExtras {
	readonly errors?: Problem["errors"];
	readonly retryAfterSeconds?: number;
	/** How long anybody may keep this answer, seconds; not at all when left out. */
	readonly cacheSeconds?: number;
	readonly cause?: unknown;
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

/** The RFC 9457 body of a problem. */
function problemBody(error: ProblemError, requestId: string): Problem {
	const { status, title } = PROBLEMS[error.code];
	return {
		type: `/docs#problem-${error.code}`,
		code: error.code,
		title,
		status,
		detail: error.message,
		requestId,
		...(error.extras.errors === undefined ? {} : { errors: error.extras.errors }),
		...(error.extras.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: error.extras.retryAfterSeconds }),
	};
}

export function problemResponse(error: ProblemError, requestId: string): Response {
	const body = problemBody(error, requestId);
	const { cacheSeconds } = error.extras;
	const cacheControl = cacheSeconds === undefined ? "no-store" : `public, max-age=${cacheSeconds}`;
	const headers = new Headers({ "content-type": "application/problem+json", "cache-control": cacheControl });
	if (body.retryAfterSeconds !== undefined) headers.set("retry-after", String(body.retryAfterSeconds));
	return new Response(JSON.stringify(body), { status: body.status, headers });
}
