import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { accountUsers } from "../../../db/schema/directory.ts";
import { beforeFill, newUser, PASSWORD, services, testApp, testEnv } from "../../gateway/testing/api.ts";
import { LEASE_MS } from "../../platform/changes.ts";
import { AFTER_REDIS_RESTED } from "../../platform/passed-over.fixture.ts";
import { servicesOf } from "../../services.ts";
import { readSession } from "./read.ts";

const call = testApp();
/** Another isolate: the same database and cache, nothing in memory. */
const otherIsolate = () => servicesOf({ ...testEnv });

afterEach(() => vi.restoreAllMocks());

describe("sessions", () => {
	it("200: are listed with the current one marked", async () => {
		const first = await newUser(call);
		const login = { username: first.user.username, password: PASSWORD };
		const second = await call("POST /api/v1/auth/login", { body: login, headers: { "user-agent": "a phone" } });
		const { json } = await call("GET /api/v1/auth/sessions", { token: second.json.token });
		expect(json.sessions).toHaveLength(2);
		expect(json.sessions.filter(({ current }: { current: boolean }) => current)).toMatchObject([{ userAgent: "a phone" }]);
		expect(JSON.stringify(json)).not.toContain(second.json.token.split(".")[0]);
	});

	it("401: nobody signed in has none", async () => {
		for (const operation of ["GET /api/v1/auth/me", "GET /api/v1/auth/sessions", "DELETE /api/v1/auth/sessions/1"] as const) {
			expect((await call(operation)).json.code).toBe("unauthenticated");
		}
	});

	it("204: end at logout at once, by token and by cookie", async () => {
		const { token, cookie } = await newUser(call);
		expect((await call("GET /api/v1/auth/me", { cookie })).status).toBe(200);
		const { status, headers } = await call("POST /api/v1/auth/logout", { token });
		expect(status).toBe(204);
		expect(headers.get("set-cookie")).toMatch(/^__Host-reelay_session=; Max-Age=0/);
		expect((await call("GET /api/v1/auth/me", { token })).status).toBe(401);
		expect((await call("GET /api/v1/auth/me", { cookie })).status).toBe(401);
	});

	it("204: logging out without a session is fine", async () => {
		expect((await call("POST /api/v1/auth/logout")).status).toBe(204);
	});

	it("204: a revoked session can do nothing, and the other goes on", async () => {
		const { user, token } = await newUser(call);
		const other = (await call("POST /api/v1/auth/login", { body: { username: user.username, password: PASSWORD } })).json.token;
		const { json } = await call("GET /api/v1/auth/sessions", { token });
		const revoked = json.sessions.find(({ current }: { current: boolean }) => !current).id;
		expect((await call("GET /api/v1/auth/me", { token: other })).status).toBe(200);
		expect((await call(`DELETE /api/v1/auth/sessions/${revoked}`, { token })).status).toBe(204);
		expect((await call("GET /api/v1/auth/me", { token: other })).status).toBe(401);
		expect((await call("GET /api/v1/auth/me", { token })).status).toBe(200);
		expect((await call(`DELETE /api/v1/auth/sessions/${revoked}`, { token })).status).toBe(404);
	});

	it("404: another user's session can't be revoked", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		const { json } = await call("GET /api/v1/auth/sessions", { token: ann.token });
		expect((await call(`DELETE /api/v1/auth/sessions/${json.sessions[0].id}`, { token: bob.token })).status).toBe(404);
		expect((await call("GET /api/v1/auth/me", { token: ann.token })).status).toBe(200);
	});
});

describe("a session read in another isolate", () => {
	it("may change nothing from the moment it was revoked, though its isolate knew it", async () => {
		const { token } = await newUser(call);
		const other = otherIsolate();
		expect(await readSession(other, token, false)).not.toBeNull();
		await call("POST /api/v1/auth/logout", { token });
		expect(await readSession(other, token, true)).toBeNull();
		expect(await readSession(other, token, false)).toBeNull();
	});

	// Redis that answers later than it is waited for (300 ms) is passed over, and the lease is longer then: a busy machine may do that once.
	it("can be used for reading a second at most", { retry: AFTER_REDIS_RESTED }, async () => {
		const { token } = await newUser(call);
		let now = Date.now();
		const other = { ...otherIsolate(), clock: () => now };
		expect(await readSession(other, token, false)).not.toBeNull();
		await call("POST /api/v1/auth/logout", { token });
		now += LEASE_MS;
		expect(await readSession(other, token, false)).toBeNull();
	});

	it("can be used for reading five seconds at most while Redis is away", async () => {
		const { token } = await newUser(call);
		let now = Date.now();
		let isAway = false;
		const isolate = otherIsolate();
		const soft: typeof isolate.redis.soft = async (command) => (isAway ? null : isolate.redis.soft(command));
		const other = { ...isolate, clock: () => now, redis: { ...isolate.redis, soft } };
		expect(await readSession(other, token, false)).not.toBeNull();
		isAway = true;
		await call("POST /api/v1/auth/logout", { token });
		now += 4_999;
		expect(await readSession(other, token, false)).not.toBeNull();
		now += 1;
		expect(await readSession(other, token, false)).toBeNull();
	});

	it("is no good for anything once “sign out everywhere” was answered", { retry: AFTER_REDIS_RESTED }, async () => {
		const { user, token } = await newUser(call);
		const second = (await call("POST /api/v1/auth/login", { body: { username: user.username, password: PASSWORD } })).json.token;
		const other = otherIsolate();
		for (const one of [token, second]) expect(await readSession(other, one, false)).not.toBeNull();
		const keeping = await call("DELETE /api/v1/auth/sessions?keep=current", { token });
		expect([keeping.status, keeping.json]).toEqual([200, { ended: 1 }]);
		expect([await readSession(other, token, false), await readSession(other, second, false)]).toEqual([expect.anything(), null]);
		const all = await call("DELETE /api/v1/auth/sessions", { token });
		expect([all.status, all.json]).toEqual([200, { ended: 1 }]);
		expect(all.headers.get("set-cookie")).toMatch(/Max-Age=0/);
		expect(await readSession(other, token, false)).toBeNull();
		expect((await call("DELETE /api/v1/auth/sessions", { token })).status).toBe(401);
	});

	it("is not brought back by a reader that asked before the revocation", async () => {
		const { user } = await newUser(call);
		// Redis has not met the session of a fresh sign-in yet.
		const { token } = (await call("POST /api/v1/auth/login", { body: { username: user.username, password: PASSWORD } })).json;
		const slow = beforeFill(otherIsolate(), () => call("POST /api/v1/auth/logout", { token }));
		expect(await readSession(slow, token, true)).not.toBeNull();
		expect(await readSession(otherIsolate(), token, true)).toBeNull();
	});

	it("needs no database once Redis knows it, and lives through an outage of either", async () => {
		const { token } = await newUser(call);
		const first = otherIsolate();
		await readSession(first, token, false);
		const isolate = otherIsolate();
		const directory = vi.spyOn(isolate.db, "directory").mockImplementation(() => {
			throw new Error("the database is down");
		});
		expect(await readSession(isolate, token, true)).not.toBeNull();
		expect(directory).not.toHaveBeenCalled();

		const withoutRedis = { ...otherIsolate(), redis: { ...services.redis, soft: async () => null } };
		expect(await readSession(withoutRedis, token, true)).not.toBeNull();
	});

	it("is refused when it has a forged signature, before anything is asked", async () => {
		const { token } = await newUser(call);
		const [value] = token.split(".");
		const isolate = otherIsolate();
		const directory = vi.spyOn(isolate.db, "directory");
		expect(await readSession(isolate, `${value}.${"A".repeat(43)}`, true)).toBeNull();
		expect(await readSession(isolate, value ?? "", true)).toBeNull();
		expect(directory).not.toHaveBeenCalled();
	});

	it("ends thirty days after its last use, and each use moves that", async () => {
		const { id, token } = await newUser(call);
		const days = (count: number) => count * 86_400_000;
		const start = Date.now();
		let now = start + days(29);
		// Redis would still hold what it was told at sign-in for minutes: these readers go to Postgres.
		const later = () => ({ ...otherIsolate(), clock: () => now, redis: { ...services.redis, soft: async () => null } });
		expect(await readSession(later(), token, true)).not.toBeNull();
		now = start + days(58);
		expect(await readSession(later(), token, true)).not.toBeNull();
		now = start + days(89);
		expect(await readSession(later(), token, true)).toBeNull();
		expect(await services.db.directory().select().from(accountUsers).where(eq(accountUsers.id, id))).toHaveLength(1);
	});

	it("counts as a teen's until the eighteenth birthday", async () => {
		const body = {
			username: `t${services.newId()}`.slice(0, 24),
			password: PASSWORD,
			birthdate: `${new Date().getUTCFullYear() - 15}-01-01`,
		};
		const { json } = await call("POST /api/v1/auth/register", { body });
		expect(await readSession(otherIsolate(), json.token, true)).toMatchObject({ teen: true });
	});
});
