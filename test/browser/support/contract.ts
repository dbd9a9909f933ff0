import type { IncomingMessage, ServerResponse } from "node:http";
import { isDeepStrictEqual } from "node:util";
import type { Endpoint } from "../../../contracts/endpoint.ts";
import { PROBLEMS, Problem, type ProblemCode } from "../../../contracts/problems/codes.ts";
import { operationOf } from "../../../workers/gateway/testing/contract.ts";
import { problemsOf } from "../../../workers/ops/openapi/document.ts";

/** A made-up answer that the real API would never give: what was tested with it says nothing about the product. */
export class ContractBroken extends Error {
	override readonly name = "ContractBroken";
}

/** As it arrives: what JSON leaves out is not there. */
const sent = (body: unknown): unknown => (body === undefined ? null : JSON.parse(JSON.stringify(body)));

/** What is wrong with the answer to a request, in words; null when it is as the contract says. */
export function breach(method: string, pathname: string, status: number, body: unknown): string | null {
	const endpoint = operationOf(method, pathname);
	if (endpoint === null) return "the API has no such operation";
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

/** @returns the body, if the contract has such an answer to this request. @throws ContractBroken */
export function checked(request: IncomingMessage, status: number, body: unknown): unknown {
	const { pathname } = new URL(request.url ?? "/", "http://localhost");
	const wrong = breach(request.method ?? "GET", pathname, status, body);
	if (wrong !== null)
		throw new ContractBroken(`the made-up answer ${status} to ${request.method} ${pathname} breaks the contract: ${wrong}`);
	return body;
}

/** Answers with a body, if the contract has it. @throws ContractBroken */
export function json(response: ServerResponse, body: unknown, status = 200): void {
	checked(response.req, status, body);
	response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" }).end(JSON.stringify(body));
}

/** Answers without a body, if the contract has that. @throws ContractBroken */
export function nothing(response: ServerResponse): void {
	checked(response.req, 204, null);
	response.writeHead(204).end();
}

/** Refuses in the catalogue's words. @throws ContractBroken */
export function problem(response: ServerResponse, code: ProblemCode, detail: string): void {
	const { status, title } = PROBLEMS[code];
	const body = { type: `/docs#problem-${code}`, code, title, status, detail, requestId: "fake" };
	checked(response.req, status, body);
	response.writeHead(status, { "content-type": "application/problem+json" }).end(JSON.stringify(body));
}
