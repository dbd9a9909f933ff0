import { type CallInput, requestOf } from "../../../contracts/call.ts";
import type { AnswerOf, Endpoint } from "../../../contracts/endpoint.ts";
import { ApiError, offlineError, problemOf, unreachableError } from "./problem.ts";

const READ_RETRY_DELAYS_MS = [300, 900];
/** What is written outlives the page it was done on: it was shown as done. Browsers let bodies of 64 KiB in all do so, characters. */
const OUTLIVES_UP_TO = 30_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function send(url: string, init: RequestInit): Promise<Response> {
	try {
		return await fetch(url, init);
	} catch (cause) {
		if (init.signal?.aborted) throw cause;
		throw navigator.onLine ? unreachableError() : offlineError();
	}
}

/**
 * Calls one endpoint of the contract: `call<typeof feed>("GET", "/api/v1/feed", { query: { count: 6 } })`. Reads are tried
 * three times; writes once, since whoever writes knows whether repeating is safe. Throws {@link ApiError}.
 */
export async function call<E extends Endpoint>(method: E["method"], path: E["path"], input: CallInput<E>): Promise<AnswerOf<E>> {
	const headers = method === "GET" ? input.headers : { ...input.headers, "X-Reelay-Client": "web" };
	const { path: url, init: sent } = requestOf<E>(method, path, headers === undefined ? input : { ...input, headers });
	const keepalive =
		method !== "GET" && input.file === undefined && (typeof sent.body === "string" ? sent.body.length : 0) <= OUTLIVES_UP_TO;
	const init: RequestInit = { ...sent, keepalive };
	for (let attempt = 0; ; attempt++) {
		const wait = method === "GET" ? READ_RETRY_DELAYS_MS[attempt] : undefined;
		try {
			const response = await send(url, init);
			if (!response.ok) throw await problemOf(response);
			return (response.status === 204 ? undefined : await response.json()) as AnswerOf<E>;
		} catch (error) {
			const hopeless = !(error instanceof ApiError) || !error.isTransient || error.code === "offline" || error.status === 429;
			if (wait === undefined || hopeless) throw error;
			await pause(wait);
		}
	}
}
