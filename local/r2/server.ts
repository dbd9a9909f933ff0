import { request as send } from "node:http";
import { AwsClient } from "aws4fetch";
import { type Answer, type Request, type StandIn, serve } from "../serve.ts";
import type { BucketFacts } from "../supervisor/wrangler-facts.ts";
import { accessOf } from "./access.ts";
import { accessDenied, S3Error, unescaped } from "./s3-error.ts";
import { readSignature } from "./signature.ts";

export interface R2Options {
	/** The emulator's S3 endpoint. */
	readonly upstream: string;
	/** The buckets and the key of each, by which clients are known here and this is known to the emulator. */
	readonly buckets: readonly BucketFacts[];
	/** Bucket that browsers may PUT to, and from which origins: its CORS rule. */
	readonly browsers: { readonly bucket: string; readonly origins: readonly string[] };
	readonly port?: number;
}

/** R2 takes more; nothing of ours is larger. Bytes. */
const BODY_MAX_BYTES = 512 * 1024 * 1024;
/** Headers a client may have the store keep, or act on. */
const PASSED = /^(?:content-(?:type|encoding|language|disposition|md5)|cache-control|if-.+|range|x-amz-.+)$/;
/** Those of the client's own signature, which ends here. */
const SIGNING = new Set(["x-amz-date", "x-amz-content-sha256", "x-amz-security-token"]);

/**
 * R2's S3 API in front of the emulator, which knows no temporary credentials and acts on headers that nobody signed. Refused here, as
 * in the cloud: a signature that is missing, wrong, too old or over other headers; an `x-amz-` header that is not signed; a body of
 * another length than announced, or of none; another bucket than the key's; what temporary credentials don't name.
 */
export async function startR2(options: R2Options): Promise<StandIn> {
	const answer = async (request: Request): Promise<Answer> => {
		try {
			if (request.method === "OPTIONS") return preflight(request, options);
			const answered = await forward(request, admit(request, options.buckets), options.upstream);
			return { ...answered, headers: { ...answered.headers, ...corsOf(request, options) } };
		} catch (error) {
			if (!(error instanceof S3Error)) throw error;
			const refusal = error.answer();
			return { ...refusal, headers: { ...refusal.headers, ...corsOf(request, options) } };
		}
	};
	return serve(answer, { bodyLimit: BODY_MAX_BYTES, ...(options.port === undefined ? {} : { port: options.port }) });
}

/** @returns the bucket to go on with @throws S3Error */
function admit(request: Request, buckets: readonly BucketFacts[]): BucketFacts {
	const now = Date.now();
	const access = accessOf(buckets, readSignature(request, now), now);
	const [bucket, key] = placeOf(request.url.pathname);
	if (bucket !== access.bucket.bucket) throw accessDenied();
	const action = actionOf(request, key);
	if (!access.may(action, action === "ListObjectsV2" ? (request.url.searchParams.get("prefix") ?? "") : key)) throw accessDenied();
	const source = request.headers["x-amz-copy-source"];
	if (typeof source === "string") {
		const [from, original] = placeOf(unescaped(source).replace(/^\/?/, "/"));
		if (from !== bucket || !access.may("GetObject", original)) throw accessDenied();
	}
	if (action === "PutObject" && request.headers["content-length"] === undefined) {
		throw new S3Error(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
	}
	return access.bucket;
}

/** Bucket and key of a path. */
function placeOf(pathname: string): [bucket: string, key: string] {
	const [, bucket = "", ...key] = pathname.split("/").map(unescaped);
	return [bucket, key.join("/")];
}

function actionOf({ method, headers }: Request, key: string): string {
	if (key === "") return method === "GET" ? "ListObjectsV2" : `${method} bucket`;
	if (method === "PUT") return headers["x-amz-copy-source"] === undefined ? "PutObject" : "CopyObject";
	return { GET: "GetObject", HEAD: "HeadObject", DELETE: "DeleteObject" }[method] ?? method;
}

/** Asks the emulator in this bucket's name. */
async function forward(
	{ method, url, headers, body }: Request,
	{ accessKeyId, secretAccessKey }: BucketFacts,
	upstream: string,
): Promise<Answer> {
	const target = new URL(upstream + url.pathname);
	for (const [name, value] of url.searchParams) if (!name.startsWith("X-Amz-")) target.searchParams.append(name, value);
	const kept = Object.entries(headers).flatMap(([name, value]) =>
		typeof value === "string" && PASSED.test(name) && !SIGNING.has(name) ? [[name, value] as const] : [],
	);
	const client = new AwsClient({ accessKeyId, secretAccessKey, service: "s3", region: "auto" });
	const signed = await client.sign(target.href, { method, headers: Object.fromEntries(kept) });
	const length = method === "PUT" || method === "POST" ? { "content-length": String(body.length) } : {};
	return new Promise((resolve, reject) => {
		const outgoing = send(signed.url, { method, headers: { ...Object.fromEntries(signed.headers), ...length } }, (incoming) => {
			const chunks: Buffer[] = [];
			incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
			incoming.once("error", reject);
			incoming.once("end", () =>
				resolve({ status: incoming.statusCode ?? 502, body: Buffer.concat(chunks), headers: told(incoming.headers) }),
			);
		});
		outgoing.once("error", reject);
		outgoing.end(body);
	});
}

/** What of the emulator's headers goes on: all but those of the connection. */
function told(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
	const own = new Set(["connection", "keep-alive", "transfer-encoding", "date"]);
	return Object.fromEntries(
		Object.entries(headers).flatMap(([name, value]) => (value === undefined || own.has(name) ? [] : [[name, String(value)]])),
	);
}

function preflight(request: Request, options: R2Options): Answer {
	const cors = corsOf(request, options);
	if (Object.keys(cors).length === 0 || request.headers["access-control-request-method"] !== "PUT") return accessDenied().answer();
	return {
		status: 204,
		headers: {
			...cors,
			"access-control-allow-methods": "PUT",
			"access-control-allow-headers": "content-type",
			"access-control-max-age": "3600",
		},
	};
}

/** Headers that let a browser read the answer; none where the rule does not hold. */
function corsOf({ url, headers }: Request, { browsers }: R2Options): Record<string, string> {
	const { origin } = headers;
	if (origin === undefined || !browsers.origins.includes(origin) || placeOf(url.pathname)[0] !== browsers.bucket) return {};
	return { "access-control-allow-origin": origin, "access-control-expose-headers": "ETag", vary: "Origin" };
}
