import type { IncomingMessage, ServerResponse } from "node:http";
import { PROBLEMS, type ProblemCode } from "../../../contracts/problems/codes.ts";
import { breach as breachOf, operationOf } from "../../../workers/gateway/testing/contract.ts";

/** A made-up answer that the real API would never give: what was tested with it says nothing about the product. */
export class ContractBroken extends Error {
	override readonly name = "ContractBroken";
}

/** What is wrong with the answer to a request, in words; null when it is as the contract says. */
export function breach(method: string, pathname: string, status: number, body: unknown): string | null {
	const endpoint = operationOf(method, pathname);
	return endpoint === null ? "the API has no such operation" : breachOf(endpoint, status, body);
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
