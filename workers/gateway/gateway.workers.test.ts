import type { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as feed from "../../contracts/feed.ts";
import { tooManyGuests } from "../../contracts/problems/limits.ts";
import * as users from "../../contracts/users.ts";
import * as videos from "../../contracts/videos.ts";
import { viewerKey } from "../rules/viewer.ts";
import { BODY_MAX_BYTES } from "./body.ts";
import { UNASKED } from "./limits.ts";
import { type AppEnv, route } from "./route.ts";
import { cookieOf, newUser, ORIGIN, PASSWORD, services, testEnv, unheldApp } from "./testing/api.ts";

let fault: Error | null = null;

/** Endpoints of each kind of access, answering who asked. */
function probes(app: Hono<AppEnv>): void {
	route(app, feed.resetFeed, ({ viewer, context }) => {
		if (fault !== null) throw fault;
		return new Response(JSON.stringify({ reset: true, who: viewerKey(viewer) }), {
			headers: { "content-type": "application/json", "x-own": context.req.path },
		});
	});
	route(app, feed.setInterests, ({ body }) => {
		if (fault !== null) throw fault;
		return body;
	});
	route(app, feed.feed, ({ viewer }) => new Response(viewerKey(viewer)));
	route(app, users.follow, async () => ({ following: true, requested: false, followersCount: 1 }));
	route(app, videos.reprocessVideo, async ({ params }) => ({ videoId: params.videoId, status: "processing" as const, generation: 2 }));
	app.get("/videos/frozen", () => Response.redirect("https://reelay.test/x", 302));
	app.get("/videos/broken", () => {
		throw new Error("boom: postgresql://secret");
	});
	app.get("/videos/*", (context) => (context.req.path.endsWith(".m3u8") ? context.text("#EXTM3U") : context.notFound()));
}

const call = unheldApp(probes);
const OPERATOR = { "x-admin-token": services.config.ADMIN_TOKEN };
let lines: Record<string, unknown>[] = [];

beforeEach(() => {
	lines = [];
	for (const level of ["log", "warn", "error"] as const) {
		vi.spyOn(console, level).mockImplementation((line: string) => void lines.push(JSON.parse(line)));
	}
});
afterEach(() => {
	fault = null;
	vi.restoreAllMocks();
});

describe("every request", () => {
	it("gets an id, or keeps a sane one, in the answer and in one log line", async () => {
		const own = await call("GET /api/v1/feed?count=1", { headers: { "x-request-id": "my-request-0001" } });
		expect(own.headers.get("x-request-id")).toBe("my-request-0001");
		const requests = lines.filter(({ event }) => event === "request");
		expect(requests).toEqual([
			expect.objectContaining({ requestId: "my-request-0001", method: "GET", path: "/api/v1/feed", status: 200, viewer: "guest" }),
		]);
		await call("PATCH /api/v1/auth/me", { headers: { "x-request-id": "my-request-0002" } });
		expect(lines).toContainEqual(expect.objectContaining({ requestId: "my-request-0002", status: 401, problem: "unauthenticated" }));
		for (const odd of ["short", "with space here", "x".repeat(65), 'quote"quote']) {
			const { headers } = await call("GET /api/v1/feed", { headers: { "x-request-id": odd } });
			expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
		}
	});

	it("is logged by its template, without what an address may give away", async () => {
		await call("POST /internal/videos/4711/reprocess");
		await call("GET /videos/auto/4711/t.1795400135.c2lnbmF0dXJl/g1/master.m3u8");
		await call("GET /api/v1/nothing/here");
		await call("GET /videos/frozen");
		const paths = lines.filter(({ event }) => event === "request").map(({ path }) => path);
		expect(paths).toEqual(["/internal/videos/:videoId/reprocess", "/videos/*", "/api/*", "/videos/frozen"]);
	});

	it("is answered with security headers, whatever the answer", async () => {
		for (const operation of ["GET /api/v1/feed", "GET /api/v1/nothing", "GET /videos/broken", "GET /videos/frozen"] as const) {
			const { headers } = await call(operation);
			expect(headers.get("content-security-policy"), operation).toContain("default-src 'none'");
			expect(headers.get("x-content-type-options"), operation).toBe("nosniff");
			expect(headers.get("access-control-allow-origin"), operation).toBeNull();
		}
	});

	it("keeps the headers of an answer a handler made itself, and is stored by nobody", async () => {
		const { headers, json } = await call("POST /api/v1/feed/reset");
		expect(headers.get("x-own")).toBe("/api/v1/feed/reset");
		expect(headers.get("cache-control")).toBe("no-store");
		expect(json.reset).toBe(true);
	});

	it("gets no cross-origin permission, preflight included", async () => {
		const { status, headers } = await call("OPTIONS /api/v1/feed", {
			headers: { origin: "https://evil.example", "access-control-request-method": "POST" },
		});
		expect(status).toBe(405);
		expect(headers.get("access-control-allow-origin")).toBeNull();
	});
});

describe("problems", () => {
	it("400: a body that is not JSON", async () => {
		const { status, json } = await call("POST /api/v1/auth/login", { body: "{not json" });
		expect([status, json.code]).toEqual([400, "invalid_request"]);
	});

	it("404: an address of the API that does not exist, as problem+json", async () => {
		const { status, json, headers } = await call("GET /api/v1/nothing");
		expect([status, json.code]).toEqual([404, "not_found"]);
		expect(headers.get("content-type")).toBe("application/problem+json");
		expect(json.requestId).toBe(headers.get("x-request-id"));
	});

	it("404: a path parameter that can't name anything", async () => {
		const { status, json } = await call("POST /internal/videos/not-an-id/reprocess", {
			headers: { "x-admin-token": services.config.ADMIN_TOKEN },
		});
		expect([status, json.code]).toEqual([404, "not_found"]);
	});

	it("404 and 422: text nobody can store, in the path, the query and the body, before any query sees it", async () => {
		const { token } = await newUser(call);
		expect((await call("POST /api/v1/users/@a%00b/follow", { token })).status).toBe(404);
		expect((await call("POST /internal/videos/9999999999999999999/reprocess", { headers: OPERATOR })).status).toBe(404);
		const query = await call("GET /api/v1/feed?cursor=%00");
		expect([query.status, query.json.errors]).toEqual([422, [expect.objectContaining({ field: "query.cursor" })]]);
		const body = await call("PATCH /api/v1/auth/me", { token, body: { bio: "a\0b" } });
		expect([body.status, body.json.errors]).toEqual([422, [expect.objectContaining({ field: "body.bio" })]]);
	});

	it("413: a body that is too large, as problem+json", async () => {
		const { status, json } = await call("POST /api/v1/auth/login", { body: { username: "x".repeat(BODY_MAX_BYTES) } });
		expect([status, json.code]).toEqual([413, "body_too_large"]);
	});

	it("405: a known address by another method, with what it takes", async () => {
		const { status, json, headers } = await call("DELETE /api/v1/feed");
		expect([status, json.code, headers.get("allow")]).toEqual([405, "method_not_allowed", "GET"]);
	});

	it("429 and the like: what a handler throws, in its words", async () => {
		fault = tooManyGuests(60);
		const { status, json } = await call("POST /api/v1/feed/reset");
		expect([status, json.code, json.detail]).toEqual([
			429,
			"rate_limited",
			"Too many new guests from your network. Wait a minute, or sign in.",
		]);
	});

	it("500: a fault of ours tells nothing of its inside and is logged whole", async () => {
		fault = new Error("boom: postgresql://secret");
		const { status, json } = await call("POST /api/v1/feed/reset");
		expect([status, json.code]).toEqual([500, "internal"]);
		expect(JSON.stringify(json)).not.toContain("boom");
		const line = lines.find(({ event }) => event === "request_failed");
		expect(line).toMatchObject({ level: "error", requestId: json.requestId, error: "boom: postgresql://secret" });
	});

	it("503: a database out of reach, with when to come back", async () => {
		fault = new Error("Failed query", { cause: Object.assign(new Error("fetch failed"), { name: "NeonDbError" }) });
		const { status, json, headers } = await call("POST /api/v1/feed/reset");
		expect([status, json.code, headers.get("retry-after")]).toEqual([503, "unavailable", "5"]);
	});

	it("422: what the database refuses of the client's data; 500 where the statement itself is wrong", async () => {
		const refused = (code: string) =>
			new Error("Failed query", { cause: Object.assign(new Error("out of range"), { name: "NeonDbError", code }) });
		for (const code of ["22003", "22P02", "22008", "22021", "23514", "54000"]) {
			fault = refused(code);
			const { status, json } = await call("POST /api/v1/onboarding/interests", { body: { interests: [] } });
			expect([code, status, json.code]).toEqual([code, 422, "invalid_fields"]);
		}
		expect(lines.filter(({ event }) => event === "refused_by_database")).toHaveLength(6);
		for (const code of ["22012", "42703", "23502"]) {
			fault = refused(code);
			expect((await call("POST /api/v1/onboarding/interests", { body: { interests: [] } })).status).toBe(500);
		}
	});

	it("429: a viewer who asks too often, by the platform's word, counted by who they are", async () => {
		const keys: string[] = [];
		let left = 1;
		const limit = async ({ key }: { key: string }) => {
			keys.push(key);
			return { success: left-- > 0 };
		};
		const bindings = { REQUEST_LIMIT: { limit } };
		const first = await call("GET /api/v1/feed", { bindings });
		const again = () => call("GET /api/v1/feed", { bindings, cookie: cookieOf(first.headers) });
		for (let asked = 0; asked < UNASKED; asked++) expect((await again()).status).toBe(200);
		// A reader's pace costs no call.
		expect(keys).toEqual([]);
		const allowed = await again();
		const refused = await again();
		expect([allowed.status, refused.status, refused.json.code]).toEqual([200, 429, "rate_limited"]);
		expect(refused.headers.get("retry-after")).toBe("60");
		expect(keys).toEqual([first.json, first.json]);
		expect((await call("GET /api/v1/feed", { bindings })).status).toBe(200);
	});

	it("429: who has no session yet is counted by network address", async () => {
		const keys: string[] = [];
		const limit = async ({ key }: { key: string }) => ({ success: keys.push(key) === 0 });
		const bindings = { REQUEST_LIMIT: { limit } };
		const from = (address: string) => call("GET /api/v1/feed", { bindings, headers: { "cf-connecting-ip": address } });
		for (let asked = 0; asked < UNASKED; asked++) await from("203.0.113.4");
		expect((await from("203.0.113.4")).status).toBe(429);
		expect((await from("203.0.113.5")).status).toBe(200);
		expect(keys).toEqual(["address:203.0.113.4"]);
	});

	it("403: an operator's endpoint without the token, or with a wrong one", async () => {
		const operation = "POST /internal/videos/1/reprocess";
		expect((await call(operation)).json.code).toBe("forbidden");
		expect((await call(operation, { headers: { "x-admin-token": "0".repeat(32) } })).status).toBe(403);
		// Guessing is counted by network address, and a right guess among too many is no good.
		const bindings = { REQUEST_LIMIT: { limit: async () => ({ success: false }) } };
		const guess = (token: string) => call(operation, { bindings, headers: { "cf-connecting-ip": "203.0.113.77", "x-admin-token": token } });
		for (let asked = 0; asked < UNASKED; asked++) expect((await guess("0".repeat(32))).status).toBe(403);
		expect((await guess(services.config.ADMIN_TOKEN)).status).toBe(429);
		expect((await call(operation, { headers: { "x-admin-token": services.config.ADMIN_TOKEN } })).status).toBe(202);
	});
});

describe("guests", () => {
	it("get a signed cookie at their first request and are known by it afterwards", async () => {
		const first = await call("GET /api/v1/feed");
		expect(first.headers.get("set-cookie")).toMatch(
			/^__Host-reelay_guest=\d+\.[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
		);
		const second = await call("GET /api/v1/feed", { cookie: cookieOf(first.headers) });
		expect(second.json).toBe(first.json);
		expect(second.headers.get("set-cookie")).toBeNull();
	});

	it("get another one for a cookie somebody tampered with", async () => {
		const first = await call("GET /api/v1/feed");
		const forged = cookieOf(first.headers).replace(/reelay_guest=\d+/, "reelay_guest=1");
		const second = await call("GET /api/v1/feed", { cookie: forged });
		expect(second.json).not.toBe("guest:1");
		expect(second.json).not.toBe(first.json);
		expect(second.headers.get("set-cookie")).toContain("reelay_guest=");
	});

	it("401: are told to sign in where it takes an account, and get no cookie for that", async () => {
		const { status, json, headers } = await call("POST /api/v1/users/1/follow");
		expect([status, json.code, headers.get("set-cookie")]).toEqual([401, "unauthenticated", null]);
	});

	it("are what a browser becomes whose session ended; a program with a bad token is told instead", async () => {
		const { cookie, token } = await newUser(call);
		await call("POST /api/v1/auth/logout", { token });
		const browser = await call("GET /api/v1/feed", { cookie });
		expect(browser.json).toMatch(/^guest:/);
		expect(browser.headers.getSetCookie().some((value) => value.startsWith("__Host-reelay_session=;"))).toBe(true);
		expect((await call("GET /api/v1/feed", { token })).json.code).toBe("unauthenticated");
		expect((await call("GET /api/v1/feed", { token: "nonsense" })).status).toBe(401);
	});
});

describe("requests from another site", () => {
	const follow = "POST /api/v1/users/1/follow";

	it("403 csrf_rejected: change nothing by a session cookie", async () => {
		const { cookie } = await newUser(call);
		const foreign: Record<string, string>[] = [{}, { origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }];
		for (const headers of foreign) {
			const { status, json } = await call(follow, { cookie, headers });
			expect([status, json.code]).toEqual([403, "csrf_rejected"]);
		}
	});

	it("200: the same from this site passes, and so does a bearer token from anywhere", async () => {
		const { cookie, token } = await newUser(call);
		expect((await call(follow, { cookie, headers: { origin: ORIGIN } })).status).toBe(200);
		expect((await call(follow, { cookie, headers: { "sec-fetch-site": "same-origin" } })).status).toBe(200);
		expect((await call(follow, { token, headers: { origin: "https://app.example" } })).status).toBe(200);
	});

	it("403: sign nobody in behind their back", async () => {
		const { user } = await newUser(call);
		const body = { username: user.username, password: PASSWORD };
		const { json } = await call("POST /api/v1/auth/login", { body, headers: { origin: "https://evil.example" } });
		expect(json.code).toBe("csrf_rejected");
	});
});

describe("what is not the API's", () => {
	it("comes from the asset layer, with the same headers", async () => {
		const bindings = { ASSETS: { fetch: async () => new Response("<html>", { headers: { "content-type": "text/html" } }) } };
		const { json, headers } = await call("GET /@ann", { bindings });
		expect(json).toBe("<html>");
		expect(headers.get("content-security-policy")).toContain("script-src 'self'");
		expect(testEnv).not.toBe(bindings);
	});

	it("405: takes nothing but reading, and says so as a problem", async () => {
		const { status, json, headers } = await call("POST /@ann");
		expect([status, json.code, headers.get("allow")]).toEqual([405, "method_not_allowed", "GET, HEAD"]);
	});
});
