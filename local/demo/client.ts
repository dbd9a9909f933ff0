import { setTimeout as sleep } from "node:timers/promises";
import type { AnswerOf, BodyInput, Endpoint, ParamsOf } from "../../contracts/endpoint.ts";
import { Problem } from "../../contracts/problems/codes.ts";

/** Tries of one request, all together; with the waits between, about a minute. */
const TRIES = 9;
const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 15_000;

/** The API said no, and saying it again would not help. */
export class Refused extends Error {
	readonly status: number;
	/** The problem's code, or `unknown` when the answer was none of the API's. */
	readonly code: string;

	constructor(what: string, status: number, problem: Problem | undefined) {
		super(`${what}: ${problem?.detail ?? `status ${status}`}`);
		this.name = "Refused";
		this.status = status;
		this.code = problem?.code ?? "unknown";
	}
}

interface Sending {
	readonly token?: string;
	readonly signal: AbortSignal;
}
type Call<E extends Endpoint> = Sending & { readonly params?: ParamsOf<E>; readonly body?: BodyInput<E> };

export interface Client {
	/** Calls an operation of the API; its answer is checked against the contract. @throws Refused */
	call<E extends Endpoint>(endpoint: E, call: Call<E>): Promise<AnswerOf<E>>;
	/** Puts bytes at a presigned address and gives the answer's ETag. @throws Refused */
	put(url: string, bytes: Uint8Array<ArrayBuffer>, sending: Pick<Sending, "signal">): Promise<string>;
}

/** Speaks to a running Reelay. What may pass (a lost connection, 429, 5xx) is tried again, more and more patiently. */
export function createClient(baseUrl: string, wait: (ms: number, signal: AbortSignal) => Promise<void> = pause): Client {
	async function persist(what: string, signal: AbortSignal, send: () => Promise<Response>): Promise<Response> {
		for (let attempt = 1; ; attempt++) {
			signal.throwIfAborted();
			let seconds = 0;
			try {
				const response = await send();
				if (response.ok) return response;
				const problem = await problemOf(response);
				if (response.status !== 429 && response.status < 500) throw new Refused(what, response.status, problem);
				if (attempt === TRIES) throw new Refused(what, response.status, problem);
				seconds = problem?.retryAfterSeconds ?? Number(response.headers.get("retry-after") ?? 0);
			} catch (error) {
				if (error instanceof Refused || signal.aborted) throw error;
				if (attempt === TRIES) throw new Error(`${what}: the server does not answer.`, { cause: error });
			}
			await wait(Math.max(seconds * 1000, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1))), signal);
		}
	}

	return {
		async call(endpoint, { token, signal, params, body }) {
			const url = new URL(fillPath(endpoint.path, params), baseUrl);
			const headers: Record<string, string> = {};
			if (token !== undefined) headers.authorization = `Bearer ${token}`;
			if (body !== undefined) headers["content-type"] = "application/json";
			const send = () =>
				fetch(url, { method: endpoint.method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal });
			const response = await persist(endpoint.summary, signal, send);
			return readAnswer(endpoint, response);
		},
		async put(url, bytes, { signal }) {
			const response = await persist("Uploading a part", signal, () => fetch(url, { method: "PUT", body: bytes, signal }));
			await response.arrayBuffer();
			const etag = response.headers.get("etag");
			if (etag === null) throw new Error("The storage answered an upload without an ETag.");
			return etag;
		},
	};
}

/** The contract's schema makes the answer's type; an operation without an answer gives undefined. */
async function readAnswer<E extends Endpoint>({ answer }: E, response: Response): Promise<AnswerOf<E>> {
	if (answer === undefined) await response.body?.cancel();
	const parsed: unknown = answer === undefined ? undefined : answer.parse(await response.json());
	return parsed as AnswerOf<E>;
}

const pause = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal });

function fillPath(path: string, params: unknown): string {
	const values = new Map<string, unknown>(typeof params === "object" && params !== null ? Object.entries(params) : []);
	return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
}

async function problemOf(response: Response): Promise<Problem | undefined> {
	const parsed = Problem.safeParse(await response.json().catch(() => undefined));
	return parsed.data;
}
