import type { TranscodeJob } from "../../../contracts/transcode.ts";
import type { Config } from "../../platform/config.ts";

/** A job may be at work for so long, seconds: longer than the slowest transcoder takes for the longest video. */
const LIFETIME_S = 6 * 3_600;
/** What a job does in its folder: it looks for its checkpoint, and writes. */
const ACTIONS = ["GetObject", "HeadObject", "PutObject"];

type MediaConfig = Pick<Config, "MEDIA_S3_ENDPOINT" | "MEDIA_S3_BUCKET" | "MEDIA_S3_ACCESS_KEY_ID" | "MEDIA_S3_SECRET_ACCESS_KEY">;

/**
 * Temporary credentials of R2 for one folder of the media bucket, made here from the long-lived key, which stays here
 * (developers.cloudflare.com/r2/api/s3/temporary-credentials, local signing): a token that says what they open, signed with the
 * key's secret, and as their secret the digest of that token.
 * @param folder with trailing slash
 * @param now milliseconds since 1970
 */
export async function folderAccess(config: MediaConfig, folder: string, now: number): Promise<NonNullable<TranscodeJob["access"]>> {
	const { host } = new URL(config.MEDIA_S3_ENDPOINT);
	const issued = Math.floor(now / 1000);
	const claims = {
		bucket: config.MEDIA_S3_BUCKET,
		scope: "object-read-write",
		actions: ACTIONS,
		paths: { prefixPaths: [folder], objectPaths: [] },
		// The account is the first label of its endpoint.
		sub: host.split(".")[0],
		iss: config.MEDIA_S3_ACCESS_KEY_ID,
		aud: host,
		iat: issued,
		exp: issued + LIFETIME_S,
	};
	const signed = `${base64Url(JSON.stringify({ alg: "HS256", typ: "JWT" }))}.${base64Url(JSON.stringify(claims))}`;
	const encoder = new TextEncoder();
	const secret = encoder.encode(config.MEDIA_S3_SECRET_ACCESS_KEY);
	const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
	const mark = new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(signed)));
	const token = `${signed}.${base64Url(String.fromCharCode(...mark))}`;
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(token)));
	return {
		accessKeyId: config.MEDIA_S3_ACCESS_KEY_ID,
		secretAccessKey: [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
		sessionToken: btoa(`jwt/${token}`),
	};
}

/** Of text whose characters are bytes. */
const base64Url = (text: string): string => btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
