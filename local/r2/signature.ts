import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Request } from "../serve.ts";
import { accessDenied, S3Error, unescaped } from "./s3-error.ts";

const ALGORITHM = "AWS4-HMAC-SHA256";
const UNSIGNED = "UNSIGNED-PAYLOAD";
/** A signature in a header holds so long before and after its date, milliseconds. */
const SKEW_MS = 15 * 60_000;
/** A presigned address lives a week at most, seconds. */
const EXPIRES_MAX_S = 604_800;

/** What a request says of its signature (AWS Signature Version 4), in a header or in its address. */
export interface ClaimedSignature {
	readonly accessKeyId: string;
	/** Of temporary credentials; null without. */
	readonly sessionToken: string | null;
	readonly signedHeaders: readonly string[];
	/** Whether it was made with this secret, over this very request. */
	isMadeWith(secretAccessKey: string): boolean;
}

/** Reads a request's signature. @param now milliseconds since 1970 @throws S3Error when there is none, or it can't hold */
export function readSignature(request: Request, now: number): ClaimedSignature {
	const isPresigned = request.url.searchParams.has("X-Amz-Signature");
	if (isPresigned && request.headers.authorization !== undefined) {
		throw new S3Error(400, "InvalidArgument", "Only one auth mechanism allowed.");
	}
	const claimed = isPresigned ? fromAddress(request, now) : fromHeader(request, now);
	const { credential, date, signature, payloadHash } = claimed;
	const [accessKeyId, day, region, service, end] = credential.split("/");
	if (accessKeyId === undefined || day === undefined || region === undefined || service !== "s3" || end !== "aws4_request") {
		throw new S3Error(400, "InvalidArgument", "The credential is malformed.");
	}
	const signedHeaders = claimed.signedHeaders.toLowerCase().split(";");
	if (!signedHeaders.includes("host")) throw accessDenied("The host must be signed.");
	refuseUnsigned(request, signedHeaders);
	const scope = [day, region, service, end].join("/");
	const text = [ALGORITHM, date, scope, sha256(canonicalRequest(request, signedHeaders, payloadHash))].join("\n");
	return {
		accessKeyId,
		sessionToken: claimed.sessionToken,
		signedHeaders,
		isMadeWith: (secret) =>
			isSame(hmac([day, region, service, end].reduce<string | Buffer>(hmac, `AWS4${secret}`), text).toString("hex"), signature),
	};
}

interface Claimed {
	readonly credential: string;
	readonly date: string;
	readonly signedHeaders: string;
	readonly signature: string;
	readonly payloadHash: string;
	readonly sessionToken: string | null;
}

function fromAddress({ url }: Request, now: number): Claimed {
	const param = (name: string): string => {
		const value = url.searchParams.get(name);
		if (value === null) throw new S3Error(400, "InvalidArgument", `${name} is missing.`);
		return value;
	};
	const date = param("X-Amz-Date");
	const seconds = Number(param("X-Amz-Expires"));
	if (!(seconds >= 1 && seconds <= EXPIRES_MAX_S)) throw new S3Error(400, "InvalidArgument", "X-Amz-Expires is out of range.");
	if (now > timeOf(date) + seconds * 1000) throw new S3Error(403, "ExpiredRequest", "Request has expired");
	return {
		credential: param("X-Amz-Credential"),
		date,
		signedHeaders: param("X-Amz-SignedHeaders"),
		signature: param("X-Amz-Signature"),
		payloadHash: UNSIGNED,
		sessionToken: url.searchParams.get("X-Amz-Security-Token"),
	};
}

function fromHeader(request: Request, now: number): Claimed {
	const header = (name: string): string => {
		const value = request.headers[name];
		if (typeof value !== "string") throw new S3Error(400, "InvalidArgument", `${name} is missing.`);
		return value;
	};
	const fields = new Map(
		header("authorization")
			.slice(ALGORITHM.length)
			.split(",")
			.map((field) => field.trim().split("=", 2) as [string, string]),
	);
	const date = header("x-amz-date");
	if (Math.abs(now - timeOf(date)) > SKEW_MS) throw new S3Error(403, "RequestTimeTooSkewed", "The request's time is too far off.");
	const payloadHash = header("x-amz-content-sha256");
	if (payloadHash !== UNSIGNED && payloadHash !== sha256(request.body)) {
		throw new S3Error(400, "XAmzContentSHA256Mismatch", "The body is not the one that was signed.");
	}
	const token = request.headers["x-amz-security-token"];
	return {
		credential: fields.get("Credential") ?? "",
		date,
		signedHeaders: fields.get("SignedHeaders") ?? "",
		signature: fields.get("Signature") ?? "",
		payloadHash,
		sessionToken: typeof token === "string" ? token : null,
	};
}

/** What tells the store to do something else than the address was made for has to be signed, too. */
function refuseUnsigned({ headers }: Request, signedHeaders: readonly string[]): void {
	const unsigned = Object.keys(headers).find((name) => name.startsWith("x-amz-") && !signedHeaders.includes(name));
	if (unsigned !== undefined) throw accessDenied(`There were headers present in the request which were not signed: ${unsigned}`);
}

function canonicalRequest({ method, url, headers }: Request, signedHeaders: readonly string[], payloadHash: string): string {
	const path = url.pathname.split("/").map((piece) => encode(unescaped(piece)));
	const query = [...url.searchParams]
		.filter(([name]) => name !== "X-Amz-Signature")
		.map(([name, value]) => [encode(name), encode(value)] as const)
		.sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
		.map(([name, value]) => `${name}=${value}`);
	const lines = signedHeaders.map(
		(name) =>
			`${name}:${String(headers[name] ?? "")
				.trim()
				.replace(/\s+/g, " ")}`,
	);
	return [method, path.join("/"), query.join("&"), ...lines, "", signedHeaders.join(";"), payloadHash].join("\n");
}

function timeOf(date: string): number {
	const [, y, m, d, h, min, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
	const time = Date.parse(`${y}-${m}-${d}T${h}:${min}:${s}Z`);
	if (Number.isNaN(time)) throw new S3Error(400, "InvalidArgument", "The date can't be read.");
	return time;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const encode = (text: string): string =>
	encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
const isSame = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
