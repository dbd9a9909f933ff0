import type { BodyInput, Endpoint, ParamsOf, QueryInput } from "./endpoint.ts";

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

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** `/api/v1/videos/:videoId` and `{videoId: "1"}` make `/api/v1/videos/1`. */
export function fillPath(path: string, params: Record<string, unknown> | undefined, query: Record<string, unknown> | undefined): string {
	const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name] ?? "")).replace(/^%40/, "@"));
	const search = new URLSearchParams();
	for (const [key, value] of Object.entries(query ?? {})) if (value !== undefined && value !== null) search.set(key, String(value));
	return search.size > 0 ? `${filled}?${search}` : filled;
}

/** A call as it is sent: its path with the query, and what `fetch` takes beside it. */
export function requestOf<E extends Endpoint>(
	method: E["method"],
	path: E["path"],
	input: CallInput<E>,
): { readonly path: string; readonly init: RequestInit & { readonly body: string | Blob | null } } {
	const headers: Record<string, string> = { Accept: "application/json", ...input.headers };
	if (input.body !== undefined) headers["Content-Type"] = "application/json";
	if (input.file !== undefined) headers["Content-Type"] = input.file.type || "application/octet-stream";
	return {
		path: fillPath(path, isRecord(input.params) ? input.params : undefined, isRecord(input.query) ? input.query : undefined),
		init: {
			method,
			headers,
			body: input.file ?? (input.body === undefined ? null : JSON.stringify(input.body)),
			signal: input.signal ?? null,
		},
	};
}
