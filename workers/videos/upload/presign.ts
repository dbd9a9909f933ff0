import { AwsV4Signer } from "aws4fetch";
import { PART_URL_LIFETIME_S } from "../../../contracts/limits.ts";
import type { Config } from "../../platform/config.ts";

type StorageConfig = Pick<
	Config,
	| "MEDIA_S3_ENDPOINT"
	| "MEDIA_S3_PUBLIC"
	| "MEDIA_S3_BUCKET"
	| "MEDIA_S3_ACCESS_KEY_ID"
	| "MEDIA_S3_SECRET_ACCESS_KEY"
	| "INGEST_S3_BUCKET"
	| "INGEST_S3_ACCESS_KEY_ID"
	| "INGEST_S3_SECRET_ACCESS_KEY"
>;

/** Keys derived for signing, per day: an upload has many addresses. */
const derived = new WeakMap<StorageConfig, Map<string, ArrayBuffer>>();

/**
 * Where a browser reaches the S3 API: `MEDIA_S3_PUBLIC`, else the origin it already talks to with the path of the
 * endpoint. The signature covers the host, so this must be the very host the browser will send.
 */
export function browserEndpoint(config: StorageConfig, requestUrl: string): string {
	if (config.MEDIA_S3_PUBLIC !== undefined) return config.MEDIA_S3_PUBLIC;
	return new URL(requestUrl).origin + new URL(config.MEDIA_S3_ENDPOINT).pathname.replace(/\/$/, "");
}

/** What a presigned address is for: one request on one object, of the ingest bucket unless said. */
interface Errand {
	readonly method: "GET" | "PUT";
	readonly key: string;
	/** Headers the request must have, with these very values, or the store refuses it. */
	readonly headers: Readonly<Record<string, string>>;
	/** Seconds from now; never more than a part's address may live. */
	readonly lifetimeSeconds: number;
	readonly bucket?: "ingest" | "media";
}

/** @param endpoint origin and path of the S3 API, without the bucket */
async function presign(
	config: StorageConfig,
	endpoint: string,
	{ method, key, headers, lifetimeSeconds, bucket = "ingest" }: Errand,
): Promise<string> {
	const of =
		bucket === "ingest"
			? { name: config.INGEST_S3_BUCKET, accessKeyId: config.INGEST_S3_ACCESS_KEY_ID, secretAccessKey: config.INGEST_S3_SECRET_ACCESS_KEY }
			: { name: config.MEDIA_S3_BUCKET, accessKeyId: config.MEDIA_S3_ACCESS_KEY_ID, secretAccessKey: config.MEDIA_S3_SECRET_ACCESS_KEY };
	const url = new URL(`${endpoint.replace(/\/$/, "")}/${of.name}/${key}`);
	url.searchParams.set("X-Amz-Expires", String(Math.max(1, Math.min(PART_URL_LIFETIME_S, Math.floor(lifetimeSeconds)))));
	const cache = derived.get(config) ?? new Map<string, ArrayBuffer>();
	derived.set(config, cache);
	const signer = new AwsV4Signer({
		method,
		url: url.href,
		headers: { ...headers },
		service: "s3",
		region: "auto",
		cache,
		accessKeyId: of.accessKeyId,
		secretAccessKey: of.secretAccessKey,
		// Without `allHeaders` the signer leaves out `content-length`, which is the point of it.
		signQuery: true,
		allHeaders: true,
	});
	return (await signer.sign()).url.href;
}

/**
 * An address that takes one part of exactly these bytes. The signature covers the length: a longer or shorter body is refused.
 * @param endpoint as the client reaches it
 * @param bytes of the part
 */
export function presignPart(
	config: StorageConfig,
	endpoint: string,
	key: string,
	bytes: number,
	lifetimeSeconds: number = PART_URL_LIFETIME_S,
): Promise<string> {
	return presign(config, endpoint, { method: "PUT", key, headers: { "content-length": String(bytes) }, lifetimeSeconds });
}

/**
 * An address, readable for an hour, of one object of an original.
 * @param etag without quotes; with it the request must say `If-Match` and this ETag, and so opens nothing else than what was pinned
 */
export function presignRead(config: StorageConfig, key: string, etag?: string): Promise<string> {
	const headers: Record<string, string> = etag === undefined ? {} : { "if-match": `"${etag}"` };
	return presign(config, config.MEDIA_S3_ENDPOINT, { method: "GET", key, headers, lifetimeSeconds: PART_URL_LIFETIME_S });
}

/** An address, readable for an hour, of one object of the media bucket. */
export function presignMedia(config: StorageConfig, key: string): Promise<string> {
	return presign(config, config.MEDIA_S3_ENDPOINT, {
		method: "GET",
		key,
		headers: {},
		lifetimeSeconds: PART_URL_LIFETIME_S,
		bucket: "media",
	});
}
