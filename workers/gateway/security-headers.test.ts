import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { FILE_POLICY, mayRunScripts, securityHeaders } from "./security-headers.ts";

const headersOf = (config: Parameters<typeof securityHeaders>[0]) => new Map(securityHeaders(config));

describe("security headers", () => {
	it("let scripts, styles and media come from this origin alone", () => {
		const policy = headersOf({
			ENVIRONMENT: "local",
			MEDIA_S3_PUBLIC: undefined,
			INGEST_S3_BUCKET: "reelay-ingest",
			STREAM_PLAYBACK: undefined,
		}).get("content-security-policy");
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("script-src 'self';");
		expect(policy).toContain("connect-src 'self';");
		expect(policy).not.toContain("unsafe");
	});

	it.each(["https://account.r2.cloudflarestorage.com", "https://account.r2.cloudflarestorage.com/"])(
		"open the bucket of uploads alone to connections: %s",
		(MEDIA_S3_PUBLIC) => {
			const config = { ENVIRONMENT: "production", MEDIA_S3_PUBLIC, INGEST_S3_BUCKET: "reelay-ingest", STREAM_PLAYBACK: undefined } as const;
			const policy = headersOf(config).get("content-security-policy");
			expect(policy).toContain("connect-src 'self' https://account.r2.cloudflarestorage.com/reelay-ingest/;");
			expect(policy?.match(/cloudflarestorage/g)).toHaveLength(1);
			expect(policy).not.toContain("*");
		},
	);

	it("ask for HTTPS for ever in production only", () => {
		expect(
			headersOf({
				ENVIRONMENT: "production",
				MEDIA_S3_PUBLIC: undefined,
				INGEST_S3_BUCKET: "reelay-ingest",
				STREAM_PLAYBACK: undefined,
			}).has("strict-transport-security"),
		).toBe(true);
		expect(
			headersOf({ ENVIRONMENT: "local", MEDIA_S3_PUBLIC: undefined, INGEST_S3_BUCKET: "reelay-ingest", STREAM_PLAYBACK: undefined }).has(
				"strict-transport-security",
			),
		).toBe(false);
	});
});

it.each([
	["text/html", true],
	["text/html; charset=utf-8", true],
	["text/javascript", true],
	[null, true],
	["application/json", false],
	["application/problem+json", false],
	["image/webp", false],
	["image/svg+xml", false],
	["video/mp4", false],
	["text/htmlx", false],
	["text/plain", false],
	["", false],
])("an answer of type %s may run scripts: %s", (type, may) => {
	expect(mayRunScripts(type)).toBe(may);
});

it("what is no page runs and loads nothing, in an origin of its own", () => {
	expect(FILE_POLICY.split("; ")).toEqual(expect.arrayContaining(["default-src 'none'", "frame-ancestors 'none'", "sandbox"]));
	expect(FILE_POLICY).not.toContain("script");
	expect(FILE_POLICY).not.toContain("allow-");
});

const directives = (policy: string) => policy.split("; ").map((directive) => directive.split(" ")[0]);

it("where Stream takes the overflow, videos of our account may be played, and nobody else's", () => {
	const STREAM_PLAYBACK = "https://customer-code.cloudflarestream.com";
	const config = { ENVIRONMENT: "production", MEDIA_S3_PUBLIC: undefined, INGEST_S3_BUCKET: "reelay-ingest", STREAM_PLAYBACK } as const;
	const policy = headersOf(config).get("content-security-policy");
	for (const directive of ["media-src", "connect-src", "img-src"]) {
		expect(policy).toMatch(new RegExp(`${directive} [^;]*customer-code\\.cloudflarestream\\.com`));
	}
	expect(policy).not.toContain("*");
});

it("pages come from the Worker, whose headers know the bucket; only files with a hash or none of ours to say go past it", async () => {
	const toml = await readFile("wrangler.toml", "utf8");
	const lists = [...toml.matchAll(/^run_worker_first = (.*)$/gm)].map(([, list]) => JSON.parse(list ?? "") as string[]);
	expect(lists).toHaveLength(2);
	for (const list of lists) {
		expect(list).toContain("/*");
		expect(list.filter((rule) => rule !== "/*").every((rule) => /^!\/(?:assets\/|icon-|favicon\.|manifest\.|sw\.js$)/.test(rule))).toBe(
			true,
		);
	}
});

it("files of the asset layer are served under the same directives, as strict about scripts", async () => {
	const assets = await readFile("web/public/_headers", "utf8");
	const policy = /Content-Security-Policy: (.*)/.exec(assets)?.[1] ?? "";
	const own =
		headersOf({ ENVIRONMENT: "local", MEDIA_S3_PUBLIC: undefined, INGEST_S3_BUCKET: "reelay-ingest", STREAM_PLAYBACK: undefined }).get(
			"content-security-policy",
		) ?? "";
	expect(directives(policy)).toEqual(directives(own));
	expect(policy).toBe(own);
	const production = headersOf({
		ENVIRONMENT: "production",
		MEDIA_S3_PUBLIC: undefined,
		INGEST_S3_BUCKET: "reelay-ingest",
		STREAM_PLAYBACK: undefined,
	});
	for (const [name, value] of production) {
		if (name !== "content-security-policy") expect(assets.toLowerCase()).toContain(`\n  ${name}: ${value.toLowerCase()}\n`);
	}
});
