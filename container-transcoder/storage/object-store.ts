import { GetObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
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

/** A bucket reached by its S3 interface. */
export function openObjectStore(options: ObjectStoreOptions): ObjectStore {
	const { endpoint, bucket: Bucket, firstDelayMs = 200, ...credentials } = options;
	const client = new S3Client({
		endpoint,
		credentials,
		region: "auto",
		forcePathStyle: true,
		// Tried again below, where it is logged and ends with the job.
		maxAttempts: 1,
		// R2 knows only some of the checksums that the client would add by itself.
		requestChecksumCalculation: "WHEN_REQUIRED",
		responseChecksumValidation: "WHEN_REQUIRED",
	});
	const within = (signal: AbortSignal) => ({ abortSignal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]) });
	return {
		async put(Key, body, { contentType, cacheControl, signal, log }) {
			// A copy: a pool may reuse the buffer before the last attempt.
			const Body = typeof body === "string" ? body : new Uint8Array(body);
			const command = () => new PutObjectCommand({ Bucket, Key, Body, ContentType: contentType, CacheControl: cacheControl });
			try {
				await retry(() => client.send(command(), within(signal)), {
					attempts: ATTEMPTS,
					firstDelayMs,
					signal,
					onRetry: (error, attempt) => log("upload.retry", { key: Key, attempt, error: reason(error) }),
				});
			} catch (error) {
				signal.throwIfAborted();
				throw new TranscodeFailure("upload_failed", `Could not store ${Key}.`, { cause: error });
			}
		},
		async get(Key, signal) {
			const readText = async () => {
				try {
					const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }), within(signal));
					return (await Body?.transformToString()) ?? "";
				} catch (error) {
					if (isAbsent(error)) return null;
					throw error;
				}
			};
			try {
				return await retry(readText, { attempts: ATTEMPTS, firstDelayMs, signal });
			} catch (error) {
				signal.throwIfAborted();
				throw new TranscodeFailure("storage_failed", `Could not read ${Key}.`, { cause: error });
			}
		},
	};
}

/** No such object; a bucket that is not there is a fault. */
const isAbsent = (error: unknown): boolean =>
	error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404 && error.name !== "NoSuchBucket";
