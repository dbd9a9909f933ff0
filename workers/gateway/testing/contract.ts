import { isDeepStrictEqual } from "node:util";
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

/** As it arrives: what JSON leaves out is not there. */
const sent = (body: unknown): unknown => (body === undefined ? null : JSON.parse(JSON.stringify(body)));

/** What is wrong with an operation's answer, in words; null when it is as the contract says. What has more than the contract names is wrong, too: it tells what nobody meant to tell. */
export function breach(endpoint: Endpoint, status: number, body: unknown): string | null {
	const isSuccess = status === endpoint.status || endpoint.alsoStatus?.includes(status) === true;
	if (!isSuccess) return problemBreach(endpoint, status, sent(body));
	if (endpoint.answer === undefined) return body === null ? null : "it has no body";
	const answer = sent(body);
	const parsed = endpoint.answer.safeParse(answer);
	if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
	return isDeepStrictEqual(sent(parsed.data), answer) ? null : `it has more than the contract names: ${extras(parsed.data, answer)}`;
}

function problemBreach(endpoint: Endpoint, status: number, body: unknown): string | null {
	const parsed = Problem.strict().safeParse(body);
	if (!parsed.success) return `${status} is none of its answers, and the body is no problem`;
	const code = parsed.data.code as ProblemCode;
	if (!problemsOf(endpoint).has(code)) return `it never refuses with ${code}`;
	return PROBLEMS[code].status === status ? null : `${code} is answered with ${PROBLEMS[code].status}`;
}

/** Fields of a body that its schema dropped, or changed. */
function extras(kept: unknown, body: unknown, at = ""): string {
	if (isDeepStrictEqual(sent(kept), body)) return "";
	if (typeof body !== "object" || body === null || typeof kept !== "object" || kept === null) return at;
	const children = Object.entries(body).map(([key, value]) => extras((kept as Record<string, unknown>)[key], value, `${at}.${key}`));
	return children.filter((one) => one !== "").join(", ");
}

/**
 * Holds an answer to the contract of its operation. Tests ask through it, so that each also tests this.
 * @param json the parsed body; text where it is none
 * @throws saying what differs; never for an address that is no operation
 */
export function holdToContract(method: string, path: string, status: number, json: unknown): void {
	const { pathname } = new URL(path, "http://reelay.test");
	const endpoint = operationOf(method, pathname);
	// A stream of events, or media, has no shape.
	if (endpoint === null || (typeof json === "string" && json !== "")) return;
	const wrong = breach(endpoint, status, json === "" ? null : json);
	if (wrong !== null) throw new Error(`${endpoint.id}, answered ${status}: ${wrong}`);
	noteAnswer(endpoint.id, status < 400 ? status : (json as Problem).code);
}
