import { ENDPOINTS } from "../../../contracts/api.ts";
import type { Endpoint } from "../../../contracts/endpoint.ts";

/** Answers that the gateway alone gives, alike for every operation: its own tests show them. */
const BY_GATEWAY: ReadonlySet<string> = new Set(["rate_limited"]);

/** Answers that no test of the Worker alone can be given. */
const ELSEWHERE: ReadonlySet<string> = new Set([
	// A store that keeps to what is signed: local/r2.
	"probeStore 200",
	// A socket in place of an answer: workers/live.
	"live 101",
]);

/** What an operation's contract promises to answer, one by one: each of its statuses and problems. */
export function promises({ id, status, alsoStatus = [], problems = [], access, roles, body, query }: Endpoint): string[] {
	const outcomes = new Set<number | string>([status, ...alsoStatus]);
	for (const problem of problems) if (!BY_GATEWAY.has(problem)) outcomes.add(problem);
	if (access === "user") outcomes.add("unauthenticated");
	if (access === "admin") outcomes.add("forbidden");
	if (access === "admin" && roles?.length !== 0) outcomes.add("role_required");
	if (body !== undefined || query !== undefined) outcomes.add("invalid_fields");
	return [...outcomes].map((outcome) => `${id} ${outcome}`);
}

/** Promises of the contract that no test was answered. @param answers as `answered.ts` notes them */
export const unanswered = (answers: ReadonlySet<string>): string[] =>
	ENDPOINTS.flatMap(promises).filter((promise) => !answers.has(promise) && !ELSEWHERE.has(promise));
