import { pick } from "../../workers/gateway/testing/hostile-values.ts";

/** A request that may be the address's own, or one that somebody made of it. */
export interface Changed {
	readonly method: string;
	/** Path and query as they are sent: not normalised. */
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
	/** How it was made, for a failure's message. */
	readonly how: string;
}

type Change = (request: Changed, random: () => number) => Changed;

const PARAMETERS = [
	"uploadId=1&partNumber=1",
	"uploads",
	"acl",
	"tagging",
	"delete",
	"policy",
	"versionId=1",
	"X-Amz-Security-Token=a",
	"x-id=PutObject",
	"response-content-type=text/html",
	"X-Amz-Expires=604800",
	"partNumber=-1",
];
const HEADERS: readonly (readonly [string, string])[] = [
	["x-amz-copy-source", "/reelay-media/private"],
	["x-amz-acl", "public-read"],
	["x-amz-meta-a", "b"],
	["x-amz-tagging", "a=b"],
	["x-amz-security-token", "a"],
	["x-amz-website-redirect-location", "https://elsewhere.example/"],
	["x-amz-decoded-content-length", "5"],
	["x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"],
	["x-amz-date", "20200101T000000Z"],
	["x-http-method-override", "DELETE"],
	["authorization", "AWS4-HMAC-SHA256 Credential=a/20260101/auto/s3/aws4_request, SignedHeaders=host, Signature=00"],
	["host", "elsewhere.example"],
];
const TURNS: readonly (readonly [RegExp, string])[] = [
	[/part-\d+/, "part-00009"],
	[/part-/, "%70art-"],
	[/\/reelay-ingest\//, "/reelay-media/"],
	[/\/reelay-ingest\//, "/reelay-archive/"],
	[/\/reelay-ingest\//, "/reelay-ingest/../reelay-media/"],
	[/\/reelay-ingest\//, "/reelay-ingest/%2e%2e/reelay-media/"],
	[/\?/, "/?"],
	[/\?/, "%3f?"],
	[/\?/, "%00?"],
	[/\?/, "%zz?"],
	[/^\//, "//"],
	[/X-Amz-Expires=\d+/, "X-Amz-Expires=-1"],
	[/X-Amz-Expires=\d+/, "X-Amz-Expires=999999999"],
	[/X-Amz-Expires=\d+&?/, ""],
	[/X-Amz-Date=\d{4}/, "X-Amz-Date=2099"],
	[/X-Amz-SignedHeaders=[^&]+/, "X-Amz-SignedHeaders=host"],
	[/X-Amz-SignedHeaders=[^&]+/, "X-Amz-SignedHeaders="],
	[/X-Amz-Credential=[^&%]+/, "X-Amz-Credential=media-key"],
	[/X-Amz-Algorithm=[^&]+/, "X-Amz-Algorithm=none"],
	[/X-Amz-Signature=[^&]+/, "X-Amz-Signature="],
	[/X-Amz-Signature=/, "X-Amz-Signature=00&X-Amz-Signature="],
	[/X-Amz-Signature=[^&]{8}/, "X-Amz-Signature=deadbeef"],
];

const CHANGES: readonly Change[] = [
	(request, random) => {
		const [from, to] = pick(random, TURNS);
		return { ...request, path: request.path.replace(from, to), how: `${request.how}, ${from} → ${to}` };
	},
	(request, random) => {
		const more = pick(random, PARAMETERS);
		const path = random() < 0.5 ? `${request.path}&${more}` : request.path.replace("?", `?${more}&`);
		return { ...request, path, how: `${request.how}, ${more}` };
	},
	(request, random) => {
		const [name, value] = pick(random, HEADERS);
		return { ...request, headers: { ...request.headers, [name]: value }, how: `${request.how}, ${name}` };
	},
	(request, random) => {
		const method = pick(random, ["POST", "GET", "DELETE", "HEAD", "PATCH"]);
		return { ...request, method, how: `${request.how}, ${method}` };
	},
	(request, random) => {
		const length = Math.floor(random() * 64);
		return length === request.body.length
			? request
			: { ...request, body: Buffer.alloc(length, "x"), how: `${request.how}, ${length} bytes` };
	},
	(request, random) => {
		// One letter of the signed path or query, anywhere.
		const at = 1 + Math.floor(random() * (request.path.length - 1));
		const letter = pick(random, [..."/?&=%.0aZ~"]);
		if (request.path[at] === letter) return request;
		const path = `${request.path.slice(0, at)}${letter}${request.path.slice(at + 1)}`;
		return { ...request, path, how: `${request.how}, letter ${at} is ${letter}` };
	},
];

/** A request with one to three changes. */
export function changed(own: Changed, random: () => number): Changed {
	let request = own;
	for (let left = 1 + Math.floor(random() * 3); left > 0; left--) request = pick(random, CHANGES)(request, random);
	return request;
}
