import { ENDPOINTS } from "../../../contracts/api.ts";
import type { Endpoint } from "../../../contracts/endpoint.ts";
import { PROBLEMS, Problem, type ProblemCode } from "../../../contracts/problems/codes.ts";
import { problemsOf } from "../../ops/openapi/document.ts";
import { noteAnswer } from "./answered.ts";

const segments = (path: string) => path.split("/");

/** How many of a path's segments an operation names by word; null when it is another path. */
function namedSegments({ path }: Endpoint, asked: readonly string[]): number | null {
	const wanted = segments(path);
	if (wanted.length !== asked.length) return null;
	if (!wanted.every((segment, at) => segment.startsWith(":") || segment === asked[at])) return null;
	return wanted.filter((segment) => !segment.startsWith(":")).length;
}

/** The operation of the contract that a request asks for. As the Worker routes: a word goes before a parameter. */
export function operationOf(method: string, pathname: string): Endpoint | null {
	const asked = segments(pathname);
	let found: { readonly endpoint: Endpoint; readonly named: number } | null = null;
	for (const endpoint of ENDPOINTS) {
		const named = endpoint.method === method ? namedSegments(endpoint, asked) : null;
		if (named !== null && named > (found?.named ?? -1)) found = { endpoint, named };
	}
	return found?.endpoint ?? null;
}

/**
 * Holds an answer to the contract of its operation: its status and problem are declared, and its body has the declared shape. Tests
 * ask through it, so that each also tests this.
 * @param json the parsed body; text where it is none
 * @throws saying what differs; never for an address that is no operation
 */
export function holdToContract(method: string, path: string, status: number, json: unknown): void {
	const { pathname } = new URL(path, "http://reelay.test");
	const endpoint = operationOf(method, pathname);
	if (endpoint === null) return;
	const name = `${endpoint.id}, answered ${status}`;
	if (status >= 400) {
		const problem = Problem.parse(json);
		const code = problem.code as ProblemCode;
		if (!problemsOf(endpoint).has(code)) throw new Error(`${name}: the contract does not declare ${code}`);
		noteAnswer(endpoint.id, code);
		if (PROBLEMS[code].status !== status) throw new Error(`${name}: ${code} has another status`);
		return;
	}
	if (![endpoint.status, ...(endpoint.alsoStatus ?? [])].includes(status)) throw new Error(`${name}: the contract does not declare it`);
	noteAnswer(endpoint.id, status);
	if (endpoint.answer === undefined || typeof json === "string") return;
	const parsed = endpoint.answer.safeParse(json);
	if (!parsed.success) throw new Error(`${name}: ${parsed.error.message}`);
}
