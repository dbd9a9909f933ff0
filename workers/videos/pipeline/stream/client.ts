import * as z from "zod";
import type { Config } from "../../../platform/config.ts";

/** What of Cloudflare Stream's video object is used (developers.cloudflare.com/api, Stream). Duration in seconds, -1 while unknown. */
export const StreamVideo = z.object({
	uid: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
	meta: z.record(z.string(), z.unknown()).optional(),
	readyToStream: z.boolean(),
	duration: z.number(),
	input: z.object({ width: z.number(), height: z.number() }),
	status: z.object({
		state: z.string(),
		pctComplete: z.string().optional(),
		errorReasonCode: z.string().optional(),
		errorReasonText: z.string().optional(),
	}),
	playback: z.object({ hls: z.url() }),
	thumbnail: z.url(),
});
export type StreamVideo = z.infer<typeof StreamVideo>;

/** Cloudflare's API answers late at worst; longer is a fault, milliseconds. */
const PATIENCE_MS = 20_000;

/** Stream refused a call, or answered what can't be read. */
export class StreamError extends Error {
	readonly status: number;
	constructor(status: number, said: string) {
		super(`Stream answered ${status}: ${said.slice(0, 300)}`);
		this.name = "StreamError";
		this.status = status;
	}
}

type StreamConfig = Pick<Config, "STREAM_API" | "STREAM_ACCOUNT" | "STREAM_TOKEN">;

export const streamConfigured = (config: StreamConfig): boolean => config.STREAM_ACCOUNT !== undefined && config.STREAM_TOKEN !== undefined;

async function call(
	{ STREAM_API, STREAM_ACCOUNT, STREAM_TOKEN }: StreamConfig,
	method: string,
	path: string,
	body?: unknown,
): Promise<Response> {
	return fetch(`${STREAM_API.replace(/\/$/, "")}/accounts/${STREAM_ACCOUNT}/stream${path}`, {
		method,
		headers: { authorization: `Bearer ${STREAM_TOKEN}`, "content-type": "application/json" },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
		signal: AbortSignal.timeout(PATIENCE_MS),
	});
}

async function videoFrom(response: Response): Promise<StreamVideo> {
	const text = await response.text();
	if (!response.ok) throw new StreamError(response.status, text);
	return z.object({ result: StreamVideo }).parse(JSON.parse(text)).result;
}

/** Has Stream fetch a video from an address it can read for the next hour. @throws StreamError */
export async function copyToStream(config: StreamConfig, url: string, meta: Readonly<Record<string, string>>): Promise<StreamVideo> {
	return videoFrom(await call(config, "POST", "/copy", { url, meta, requireSignedURLs: false }));
}

/** Where a video stands; null when Stream knows of none. @throws StreamError */
export async function streamVideo(config: StreamConfig, uid: string): Promise<StreamVideo | null> {
	const response = await call(config, "GET", `/${uid}`);
	return response.status === 404 ? null : videoFrom(response);
}

/** Deletes a video; one that is gone already is fine, and so is all of an account that is not ours any more. @throws StreamError */
export async function deleteStreamVideo(config: StreamConfig, uid: string): Promise<void> {
	if (!streamConfigured(config)) return;
	const response = await call(config, "DELETE", `/${uid}`);
	if (!response.ok && response.status !== 404) throw new StreamError(response.status, await response.text());
	await response.body?.cancel();
}
