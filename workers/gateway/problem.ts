import { PROBLEMS, type Problem } from "../../contracts/problems/codes.ts";
import type { ProblemError } from "../../contracts/problems/problem-error.ts";
import { quotaFields } from "./quota-fields.ts";

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
	const { quota } = error.extras;
	if (quota !== undefined)
		for (const [name, value] of quotaFields([{ ...quota, left: 0, resetSeconds: body.retryAfterSeconds ?? quota.windowSeconds }]))
			headers.set(name, value);
	return new Response(JSON.stringify(body), { status: body.status, headers });
}
