import { type CallInput, requestOf } from "./call.ts";
import type { AnswerOf, Endpoint } from "./endpoint.ts";
import type { Problem } from "./problems/codes.ts";

export interface ClientOptions {
	/** Where reelay runs, as "https://reelay.example". */
	readonly baseUrl: string;
	/** Of a session, as `login` answers it; without one the calls are a guest's. */
	readonly token?: string;
	readonly fetch?: typeof globalThis.fetch;
}

/** What the API refused, in its words. */
export class ClientError extends Error {
	override readonly name = "ClientError";
	readonly problem: Problem;
	constructor(problem: Problem) {
		super(problem.detail);
		this.problem = problem;
	}
}

/**
 * A client of the API for programs: `const call = clientOf({ baseUrl })`, then `await call(feed, { query: { count: 6 } })` with any endpoint of these
 * contracts. Input and answer have the endpoint's types. The web client sends by the same `requestOf`, and keeps the schemas out of what it loads.
 * @returns a function that throws {@link ClientError} for what the API refused, and what `fetch` throws where there is no answer
 */
export function clientOf({ baseUrl, token, fetch = globalThis.fetch }: ClientOptions) {
	return async function call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<AnswerOf<E>> {
		const { path, init } = requestOf<E>(endpoint.method, endpoint.path, input);
		const headers = new Headers(init.headers);
		if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
		const response = await fetch(new URL(path, baseUrl), { ...init, headers });
		if (!response.ok) throw new ClientError((await response.json()) as Problem);
		return (response.status === 204 ? undefined : await response.json()) as AnswerOf<E>;
	};
}
