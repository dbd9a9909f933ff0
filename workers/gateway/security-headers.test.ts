import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { securityHeaders } from "./security-headers.ts";

const headersOf = (config: Parameters<typeof securityHeaders>[0]) => new Map(securityHeaders(config));

describe("security headers", () => {
	it("let scripts, styles and media come from this origin alone", () => {
		const policy = headersOf({ ENVIRONMENT: "local", MEDIA_S3_PUBLIC: undefined, STREAM_ACCOUNT: undefined }).get(
			"content-security-policy",
		);
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("script-src 'self';");
		expect(policy).toContain("connect-src 'self';");
		expect(policy).not.toContain("unsafe");
	});

	it("open the upload origin, without its path, to connections only", () => {
		const policy = headersOf({ ENVIRONMENT: "local", MEDIA_S3_PUBLIC: "https://media.example/bucket", STREAM_ACCOUNT: undefined }).get(
			"content-security-policy",
		);
		expect(policy).toContain("connect-src 'self' https://media.example;");
		expect(policy?.match(/media\.example/g)).toHaveLength(1);
	});

	it("ask for HTTPS for ever in production only", () => {
		expect(
			headersOf({ ENVIRONMENT: "production", MEDIA_S3_PUBLIC: undefined, STREAM_ACCOUNT: undefined }).has("strict-transport-security"),
		).toBe(true);
		expect(
			headersOf({ ENVIRONMENT: "local", MEDIA_S3_PUBLIC: undefined, STREAM_ACCOUNT: undefined }).has("strict-transport-security"),
		).toBe(false);
	});
});

const directives = (policy: string) => policy.split("; ").map((directive) => directive.split(" ")[0]);

it("where Stream takes the overflow, its videos may be played", () => {
	const policy = headersOf({ ENVIRONMENT: "local", MEDIA_S3_PUBLIC: undefined, STREAM_ACCOUNT: "abc" }).get("content-security-policy");
	expect(policy).toMatch(/media-src [^;]*cloudflarestream\.com/);
	expect(policy).toMatch(/connect-src [^;]*cloudflarestream\.com/);
});

it("files of the asset layer are served under the same directives, as strict about scripts", async () => {
	const assets = await readFile("web/public/_headers", "utf8");
	const policy = /Content-Security-Policy: (.*)/.exec(assets)?.[1] ?? "";
	const own =
		headersOf({ ENVIRONMENT: "local", MEDIA_S3_PUBLIC: undefined, STREAM_ACCOUNT: undefined }).get("content-security-policy") ?? "";
	expect(directives(policy)).toEqual(directives(own));
	expect(policy).toContain("script-src 'self';");
	const production = headersOf({ ENVIRONMENT: "production", MEDIA_S3_PUBLIC: undefined, STREAM_ACCOUNT: undefined });
	for (const [name, value] of production) {
		if (name !== "content-security-policy") expect(assets.toLowerCase()).toContain(`\n  ${name}: ${value.toLowerCase()}\n`);
	}
});
