import { AwsClient } from "aws4fetch";
import { PART_URL_LIFETIME_S } from "../../../contracts/limits.ts";
import type { Config } from "../../platform/config.ts";

type StorageConfig = Pick<
	Config,
	"MEDIA_S3_ENDPOINT" | "MEDIA_S3_PUBLIC" | "MEDIA_S3_BUCKET" | "MEDIA_S3_ACCESS_KEY_ID" | "MEDIA_S3_SECRET_ACCESS_KEY"
>;

const clients = new WeakMap<StorageConfig, AwsClient>();

function clientOf(config: StorageConfig): AwsClient {
	const known = clients.get(config);
	if (known !== undefined) return known;
	const client = new AwsClient({
		accessKeyId: config.MEDIA_S3_ACCESS_KEY_ID,
		secretAccessKey: config.MEDIA_S3_SECRET_ACCESS_KEY,
		service: "s3",
		region: "auto",
	});
	clients.set(config, client);
	return client;
}

/**
 * Where a browser reaches the S3 API: `MEDIA_S3_PUBLIC`, else the origin it already talks to with the path of the
 * endpoint. The signature covers the host, so this must be the very host the browser will send.
 */
export function browserEndpoint(config: StorageConfig, requestUrl: string): string {
	if (config.MEDIA_S3_PUBLIC !== undefined) return config.MEDIA_S3_PUBLIC;
	return new URL(requestUrl).origin + new URL(config.MEDIA_S3_ENDPOINT).pathname.replace(/\/$/, "");
}

/**
 * A presigned address for one object.
 * @param endpoint origin and path of the S3 API, without the bucket
 * @param lifetimeSeconds from now; never more than a part's address may live
 */
export async function presign(
	config: StorageConfig,
	endpoint: string,
	method: "GET" | "PUT",
	key: string,
	lifetimeSeconds: number = PART_URL_LIFETIME_S,
): Promise<string> {
	const url = new URL(`${endpoint.replace(/\/$/, "")}/${config.MEDIA_S3_BUCKET}/${key}`);
	url.searchParams.set("X-Amz-Expires", String(Math.max(1, Math.min(PART_URL_LIFETIME_S, Math.floor(lifetimeSeconds)))));
	const signed = await clientOf(config).sign(url, { method, aws: { signQuery: true } });
	return signed.url;
}
