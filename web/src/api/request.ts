import type { AnswerOf, BodyInput, Endpoint, ParamsOf, QueryInput } from "../../../contracts/endpoint.ts";
import { ApiError, offlineError, problemOf, unreachableError } from "./problem.ts";

/** What a call takes: exactly the parts its endpoint declares. */
type Part<Key extends string, Value> = [Value] extends [undefined] ? { [K in Key]?: undefined } : { [K in Key]: Value };
export type CallInput<E extends Endpoint> = Part<"params", ParamsOf<E>> &
	Part<"body", BodyInput<E>> & { query?: QueryInput<E> } & CallOptions;

export interface CallOptions {
	signal?: AbortSignal;
	/** The body, where the endpoint takes a file. */
	file?: Blob;
	/** Sent along with those of every call. */
	headers?: Readonly<Record<string, string>>;
}

const READ_RETRY_DELAYS_MS = [300, 900];
/** What is written outlives the page it was done on: it was shown as done. Browsers let bodies of 64 KiB in all do so, characters. */
const OUTLIVES_UP_TO = 30_000;

/** `/api/v1/videos/:videoId` and `{videoId: "1"}` make `/api/v1/videos/1`. */
export function fillPath(path: string, params: Record<string, unknown> | undefined, query: Record<string, unknown> | undefined): string {
	const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name] ?? "")).replace(/^%40/, "@"));
	const search = new URLSearchParams();
	for (const [key, value] of Object.entries(query ?? {})) if (value !== undefined && value !== null) search.set(key, String(value));
	return search.size > 0 ? `${filled}?${search}` : filled;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
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
	const url = fillPath(path, isRecord(input.params) ? input.params : undefined, isRecord(input.query) ? input.query : undefined);
	const headers: Record<string, string> = { Accept: "application/json", ...input.headers };
	if (method !== "GET") headers["X-Reelay-Client"] = "web";
	if (input.body !== undefined) headers["Content-Type"] = "application/json";
	if (input.file !== undefined) headers["Content-Type"] = input.file.type || "application/octet-stream";
	const text = input.body === undefined ? null : JSON.stringify(input.body);
	const keepalive = method !== "GET" && input.file === undefined && (text?.length ?? 0) <= OUTLIVES_UP_TO;
	const init: RequestInit = { method, headers, body: input.file ?? text, signal: input.signal ?? null, keepalive };
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
