import { describe, expect, it } from "vitest";
import { securityHeaders } from "./security-headers.ts";

const headersOf = (config: Parameters<typeof securityHeaders>[0]) => new Map(securityHeaders(config));

describe("security headers", () => {
	it("let scripts, styles and media come from this origin alone", () => {
		const policy = headersOf({ ENVIRONMENT: "local", MEDIA_S3_PUBLIC: undefined }).get("content-security-policy");
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("script-src 'self';");
		expect(policy).toContain("connect-src 'self';");
		expect(policy).not.toContain("unsafe");
	});

	it("open the upload origin, without its path, to connections only", () => {
		const policy = headersOf({ ENVIRONMENT: "local", MEDIA_S3_PUBLIC: "https://media.example/bucket" }).get("content-security-policy");
		expect(policy).toContain("connect-src 'self' https://media.example;");
		expect(policy?.match(/media\.example/g)).toHaveLength(1);
	});

	it("ask for HTTPS for ever in production only", () => {
		expect(headersOf({ ENVIRONMENT: "production", MEDIA_S3_PUBLIC: undefined }).has("strict-transport-security")).toBe(true);
		expect(headersOf({ ENVIRONMENT: "local", MEDIA_S3_PUBLIC: undefined }).has("strict-transport-security")).toBe(false);
	});
});
