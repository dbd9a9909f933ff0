import { describe, expect, test } from "vitest";
import { clientOf } from "../../contracts/client.ts";
import { feed } from "../../contracts/feed.ts";
import { getUser, me, register } from "../../contracts/users.ts";
import { caller, freshName, signUp } from "./support/api.ts";
import { base } from "./support/server.ts";

const guest = caller(base);
const someone = (over: object = {}) => ({ username: freshName("acc"), password: "long enough 1", birthdate: "1995-02-03", ...over });

describe("register", () => {
	test("201: user, token and an HttpOnly cookie", async () => {
		const answer = await guest<{ user: { id: string; username: string }; token: string }>("POST", "/api/v1/auth/register", someone());
		expect(answer.status).toBe(201);
		expect(answer.body.user.id).toMatch(/^\d+$/);
		expect(answer.body.token.length).toBeGreaterThan(16);
		const cookie = answer.headers.getSetCookie().find((line) => /^(__Host-)?reelay_session=/.test(line));
		expect(cookie).toMatch(/HttpOnly/i);
		expect(cookie).toMatch(/SameSite=Lax/i);
	});

	test("409: the name is taken, whatever its case", async () => {
		const first = someone({ username: freshName("Case") });
		expect((await guest("POST", "/api/v1/auth/register", first)).status).toBe(201);
		const again = await guest<{ code: string }>("POST", "/api/v1/auth/register", someone({ username: first.username.toUpperCase() }));
		expect(again.status).toBe(409);
		expect(again.body.code).toBe("username_taken");
	});

	test("of ten at once with one name, one gets it", async () => {
		const username = freshName("race");
		const answers = await Promise.all(Array.from({ length: 10 }, () => guest("POST", "/api/v1/auth/register", someone({ username }))));
		expect(answers.map((answer) => answer.status).filter((status) => status === 201)).toHaveLength(1);
		expect(answers.every((answer) => [201, 409].includes(answer.status))).toBe(true);
	});

	test("403: nobody under 13; 13 may, as a teen account", async () => {
		const years = (count: number) => new Date(Date.now() - count * 365.25 * 86_400_000).toISOString().slice(0, 10);
		const child = someone({ birthdate: years(12.5) });
		expect((await guest<{ code: string }>("POST", "/api/v1/auth/register", child)).body.code).toBe("under_age");
		expect((await guest("POST", "/api/v1/auth/login", { username: child.username, password: child.password })).status).toBe(401);
		const teen = await guest<{ user: { accountType: string } }>("POST", "/api/v1/auth/register", someone({ birthdate: years(14) }));
		expect(teen.body.user.accountType).toBe("teen");
	});

	test("422: each field at fault is named in words", async () => {
		const answer = await guest<{ errors: { field: string; message: string }[] }>("POST", "/api/v1/auth/register", {
			username: "a b",
			password: "short",
			birthdate: "yesterday",
		});
		expect(answer.status).toBe(422);
		expect(answer.headers.get("content-type")).toContain("application/problem+json");
		expect(answer.body.errors.map((error) => error.field)).toEqual(
			expect.arrayContaining(["body.username", "body.password", "body.birthdate"]),
		);
	});

	test("400: a body that is not JSON", async () => {
		const response = await fetch(new URL("/api/v1/auth/register", base), {
			method: "POST",
			body: "{",
			headers: { "content-type": "application/json" },
		});
		expect(response.status).toBe(400);
	});
});

describe("sessions", () => {
	test("login gives a second session; revoked, it is refused at once, and the first lives on", async () => {
		const person = await signUp(base);
		const login = await guest<{ token: string }>("POST", "/api/v1/auth/login", {
			username: person.account.username,
			password: person.password,
		});
		expect(login.status).toBe(200);
		const second = caller(base, login.body.token);
		const list = await second<{ sessions: { id: string; current: boolean }[] }>("GET", "/api/v1/auth/sessions");
		expect(list.body.sessions).toHaveLength(2);
		const current = list.body.sessions.find((session) => session.current);
		expect((await person.call("DELETE", `/api/v1/auth/sessions/${current?.id}`)).status).toBe(204);
		expect((await second("GET", "/api/v1/auth/me")).status).toBe(401);
		expect((await person.call("GET", "/api/v1/auth/me")).status).toBe(200);
	});

	test("after logout the token is worth nothing", async () => {
		const person = await signUp(base);
		expect((await person.call("POST", "/api/v1/auth/logout")).status).toBe(204);
		expect((await person.call("GET", "/api/v1/auth/me")).status).toBe(401);
	});

	test("401 for a wrong password and for an unknown name, in the same words", async () => {
		const person = await signUp(base);
		const wrong = await guest<{ detail: string }>("POST", "/api/v1/auth/login", {
			username: person.account.username,
			password: "not it at all",
		});
		const unknown = await guest<{ detail: string }>("POST", "/api/v1/auth/login", { username: freshName("no"), password: "not it at all" });
		expect([wrong.status, unknown.status]).toEqual([401, 401]);
		expect(wrong.body.detail).toBe(unknown.body.detail);
	});

	test("403: a write with the cookie from another site", async () => {
		const person = await signUp(base);
		const login = await guest("POST", "/api/v1/auth/login", { username: person.account.username, password: person.password });
		const cookie = (login.headers.getSetCookie().find((line) => /^(__Host-)?reelay_session=/.test(line)) ?? "").split(";")[0] ?? "";
		const own = new URL(base).origin;
		const headers = { cookie, origin: "https://evil.example", "sec-fetch-site": "cross-site" };
		expect((await guest("PATCH", "/api/v1/auth/me", { bio: "owned" }, headers)).status).toBe(403);
		expect(
			(await guest("PATCH", "/api/v1/auth/me", { bio: "mine" }, { cookie, origin: own, "sec-fetch-site": "same-origin" })).status,
		).toBe(200);
	});
});

describe("every answer", () => {
	test("carries a request id, forbids framing, and allows no other origin", async () => {
		const response = await fetch(new URL("/api/v1/feed?count=1", base), { headers: { origin: "https://elsewhere.example" } });
		expect(response.headers.get("x-request-id")).toBeTruthy();
		expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
		expect(response.headers.get("access-control-allow-origin")).toBeNull();
	});

	test("404 and 405 are problems too", async () => {
		expect((await guest<{ code: string }>("GET", "/api/v1/nothing")).body.code).toBe("not_found");
		const wrong = await guest<{ requestId: string }>("DELETE", "/api/v1/feed");
		expect([404, 405]).toContain(wrong.status);
		expect(wrong.body.requestId).toBeTruthy();
	});

	test("the API describes itself", async () => {
		const document = await guest<{ openapi: string; paths: Record<string, unknown> }>("GET", "/openapi.json");
		expect(document.body.openapi).toMatch(/^3\.1/);
		expect(Object.keys(document.body.paths)).toEqual(expect.arrayContaining(["/api/v1/feed", "/api/v1/videos/upload/init"]));
	});
});

test("a program speaks to it by the client of the contracts", async () => {
	const { token, user } = await clientOf({ baseUrl: base })(register, { body: someone() });
	const call = clientOf({ baseUrl: base, token });
	expect((await call(me, {})).user.id).toBe(user.id);
	expect((await call(feed, { query: { count: 4 } })).videos.length).toBeGreaterThanOrEqual(0);
	await expect(call(getUser, { params: { userId: "@nobody_has_this_name" } })).rejects.toMatchObject({
		problem: { code: "user_not_found" },
	});
});
