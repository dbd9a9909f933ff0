import { AwsClient } from "aws4fetch";
import { TranscodeFailure } from "../failures.ts";
import { type Log, reason } from "../log.ts";
import { retry } from "../retry.ts";

export interface ObjectStoreOptions {
	/** Objects are at `{endpoint}/{bucket}/{key}`. */
	endpoint: string;
	bucket: string;
	accessKeyId: string;
	secretAccessKey: string;
	/** Of temporary credentials. */
	sessionToken?: string;
	/** Wait before the second attempt, milliseconds. */
	firstDelayMs?: number;
}

export interface PutOptions {
	contentType: string;
	cacheControl: string;
	signal: AbortSignal;
	log: Log;
}

export interface ObjectStore {
	/** Writes an object; fails with `upload_failed` when five attempts did not bring it there. */
	put(key: string, body: Uint8Array | string, options: PutOptions): Promise<void>;
	/** An object's text, or null when there is none. */
	get(key: string, signal: AbortSignal): Promise<string | null>;
}

const ATTEMPTS = 5;
const REQUEST_TIMEOUT_MS = 30_000;

/** An answer that is not success. */
class BadStatus extends Error {
	readonly status: number;
	constructor(action: string, key: string, status: number) {
		super(`${action} ${key} was answered ${status}.`);
		this.status = status;
	}
}

/** A bucket reached by its S3 interface, requests signed with Signature Version 4. */
export function openObjectStore(options: ObjectStoreOptions): ObjectStore {
	const client = new AwsClient({
		accessKeyId: options.accessKeyId,
		secretAccessKey: options.secretAccessKey,
		...(options.sessionToken === undefined ? {} : { sessionToken: options.sessionToken }),
		service: "s3",
		region: "auto",
		retries: 0,
	});
	const address = (key: string) => `${options.endpoint}/${options.bucket}/${key.split("/").map(encodeURIComponent).join("/")}`;
	const firstDelayMs = options.firstDelayMs ?? 200;
	return {
		async put(key, body, { contentType, cacheControl, signal, log }) {
			const headers = { "content-type": contentType, "cache-control": cacheControl };
			const send = async () => {
				const limit = AbortSignal.any([signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]);
				const answer = await client.fetch(address(key), { method: "PUT", body: bytes(body), headers, signal: limit });
				await answer.arrayBuffer();
				if (!answer.ok) throw new BadStatus("Writing", key, answer.status);
			};
			try {
				await retry(send, {
					attempts: ATTEMPTS,
					firstDelayMs,
					signal,
					onRetry: (error, attempt) => log("upload.retry", { key, attempt, error: reason(error) }),
				});
			} catch (error) {
				signal.throwIfAborted();
				throw new TranscodeFailure("upload_failed", `Could not store ${key}.`, { cause: error });
			}
		},
		async get(key, signal) {
			const fetchText = async () => {
				const limit = AbortSignal.any([signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]);
				const answer = await client.fetch(address(key), { signal: limit });
				const text = await answer.text();
				if (answer.status === 404) return null;
				if (!answer.ok) throw new BadStatus("Reading", key, answer.status);
				return text;
			};
			try {
				return await retry(fetchText, { attempts: ATTEMPTS, firstDelayMs, signal });
			} catch (error) {
				signal.throwIfAborted();
				throw new TranscodeFailure("storage_failed", `Could not read ${key}.`, { cause: error });
			}
		},
	};
}

/** A copy in an ArrayBuffer of its own length: what `fetch` takes, and safe from a pool's reuse while it is sent again. */
function bytes(body: Uint8Array | string): Uint8Array<ArrayBuffer> {
	return typeof body === "string" ? new TextEncoder().encode(body) : new Uint8Array(body);
}
