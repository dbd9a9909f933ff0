import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { SIGN_IN_TRIES, SIGN_UPS_AN_HOUR_OF_ADDRESS, SIGN_UPS_AN_HOUR_OF_NETWORK } from "../../contracts/limits.ts";
import { accountCredentials, accountUsers } from "../../db/schema/directory.ts";
import { followers, profiles } from "../../db/schema/users.ts";
import { newName, newUser, PASSWORD, services, testApp } from "../gateway/testing/api.ts";
import type { Env } from "../platform/env.ts";
import { IsolateState } from "../platform/isolate-state.ts";
import { networkOf } from "../trust/index.ts";
import { login as signIn } from "./login.ts";
import { countTry } from "./tries.ts";

const call = testApp();
const ADULT = "1990-05-17";
const register = (fields: Record<string, unknown>) =>
	call("POST /api/v1/auth/register", { body: { username: newName(), password: PASSWORD, birthdate: ADULT, ...fields } });
const login = (username: string, password = PASSWORD) => call("POST /api/v1/auth/login", { body: { username, password } });
const yearsAgo = (years: number, days = 0) => {
	const day = new Date();
	day.setUTCFullYear(day.getUTCFullYear() - years);
	day.setUTCDate(day.getUTCDate() + days);
	return day.toISOString().slice(0, 10);
};

describe("register", () => {
	it("201: gives the account, a token that works and a cookie out of scripts' reach", async () => {
		const name = newName().toUpperCase();
		const { status, json, headers } = await register({ username: name });
		expect(status).toBe(201);
		expect(json.user).toMatchObject({ username: name, displayName: name, email: null, accountType: "standard", bio: "" });
		expect(json.user.id).toMatch(/^\d+$/);
		expect(headers.get("set-cookie")).toMatch(/^__Host-reelay_session=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
		expect((await call("GET /api/v1/auth/me", { token: json.token })).json.user).toEqual(json.user);
	});

	it("stores a scrypt hash and never the password", async () => {
		const { json } = await register({});
		const [credential] = await services.db.directory().select().from(accountCredentials).where(eq(accountCredentials.userId, json.user.id));
		expect(credential?.password).toMatch(/^scrypt\$16384\$8\$5\$/);
		expect(JSON.stringify(credential)).not.toContain(PASSWORD);
	});

	it("201: makes a teen account of who is 13 to 17", async () => {
		expect((await register({ birthdate: yearsAgo(13) })).json.user.accountType).toBe("teen");
		expect((await register({ birthdate: yearsAgo(18, 1) })).json.user.accountType).toBe("teen");
		expect((await register({ birthdate: yearsAgo(18) })).json.user.accountType).toBe("standard");
	});

	it("403 under_age: refuses who is younger than 13 and stores nothing", async () => {
		const username = newName();
		const { status, json } = await register({ username, birthdate: yearsAgo(13, 1) });
		expect([status, json.code]).toEqual([403, "under_age"]);
		const rows = await services.db.directory().select().from(accountUsers).where(eq(accountUsers.username, username));
		expect(rows).toEqual([]);
	});

	it("409 username_taken: whatever the case of its letters", async () => {
		const { user } = await newUser(call);
		const { status, json } = await register({ username: user.username.toUpperCase() });
		expect([status, json.code]).toEqual([409, "username_taken"]);
	});

	it("409 email_taken: whatever the case of its letters", async () => {
		const email = `${newName()}@example.com`;
		expect((await register({ email })).json.user.email).toBe(email);
		const { status, json } = await register({ email: email.toUpperCase() });
		expect([status, json.code]).toEqual([409, "email_taken"]);
	});

	it("lets one of many simultaneous registrations of a name win", async () => {
		const username = newName();
		const answers = await Promise.all(Array.from({ length: 5 }, () => register({ username })));
		expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
		expect(answers.filter(({ status }) => status === 409).every(({ json }) => json.code === "username_taken")).toBe(true);
		expect((await login(username)).status).toBe(200);
	});

	it("422: names every field at fault in words", async () => {
		const { status, json } = await register({ username: "a b", password: "short", birthdate: "yesterday" });
		expect([status, json.code]).toEqual([422, "invalid_fields"]);
		expect(json.errors.map(({ field }: { field: string }) => field)).toEqual(["body.username", "body.password", "body.birthdate"]);
		expect((await register({ birthdate: yearsAgo(-1) })).json.code).toBe("invalid_fields");
		expect((await register({ email: "x@no-email.invalid" })).json.code).toBe("invalid_fields");
	});

	it("422: a name kept for the service, and a password everybody has, each with what to do", async () => {
		const reserved = await register({ username: "Supp0rt_1" });
		expect([reserved.status, reserved.json.errors[0].field]).toEqual([422, "body.username"]);
		const username = newName();
		for (const password of ["password123", "Iloveyou1", "qwertyuiop", username.toUpperCase()]) {
			const { status, json } = await register({ username, password });
			expect([password, status, json.errors?.[0].field]).toEqual([password, 422, "body.password"]);
			expect(json.detail).toMatch(/Take (one of your own|another one)/);
		}
		expect((await register({ username })).status).toBe(201);
	});

	it("429: when the network address tried too often", async () => {
		const keys: string[] = [];
		const limit = async ({ key }: { key: string }) => {
			keys.push(key);
			return { success: false };
		};
		const { status, json, headers } = await call("POST /api/v1/auth/register", {
			body: { username: newName(), password: PASSWORD, birthdate: ADULT },
			headers: { "cf-connecting-ip": "203.0.113.9" },
			bindings: { AUTH_LIMIT: { limit } },
		});
		expect([status, json.code, headers.get("retry-after")]).toEqual([429, "rate_limited", "60"]);
		expect(keys).toEqual(["203.0.113.9"]);
	});

	it("422: a mail address that is thrown away, also of a subdomain", async () => {
		for (const email of ["one@mailinator.com", "one@inbox.Mailinator.com"]) {
			const { status, json } = await register({ username: newName(), email });
			expect([status, json.errors]).toEqual([422, [{ field: "body.email", message: expect.stringContaining("thrown away") }]]);
		}
		expect((await register({ username: newName(), email: `${newName()}@example.com` })).status).toBe(201);
	});

	it("429: more accounts within the hour than a network's people make; other networks go on, and what is refused is not counted", async () => {
		const headers = { "cf-connecting-ip": `2001:db8:${(Date.now() % 65_536).toString(16)}:1::5` };
		const neighbour = { "cf-connecting-ip": headers["cf-connecting-ip"].replace(":1::5", ":2::5") };
		const made = (from: Record<string, string>, password = PASSWORD) =>
			call("POST /api/v1/auth/register", {
				body: { username: newName(), password, birthdate: ADULT },
				headers: from,
				bindings: { DAILY_LIMIT_FACTOR: "1" } as Partial<Record<keyof Env, unknown>>,
			});
		const network = networkOf(services, new Headers(headers));
		const hour = Math.floor(services.clock() / 3_600_000);
		await services.redis.client.hset(`crowd:${hour}:sign-ups:${network?.address}`, { made: SIGN_UPS_AN_HOUR_OF_ADDRESS - 1 });
		expect((await made(headers, "password1")).status).toBe(422);
		expect((await made(headers)).status).toBe(201);
		const refused = await made(headers);
		expect([refused.status, refused.json.code]).toEqual([429, "rate_limited"]);
		expect(refused.json.retryAfterSeconds).toBeLessThanOrEqual(3_600);
		// Another household of the same provider, until the provider's network has its number.
		expect((await made(neighbour)).status).toBe(201);
		await services.redis.client.hset(`crowd:${hour}:sign-ups:${network?.network}`, { around: SIGN_UPS_AN_HOUR_OF_NETWORK });
		expect((await made(neighbour)).status).toBe(429);
	});

	it("frees a name whose account was broken off before it got a password", async () => {
		const username = newName();
		const half = { id: services.newId(), name: username, username, email: `${username}@example.com`, birthdate: ADULT };
		const made = new Date(Date.now() - 120_000);
		await services.db
			.directory()
			.insert(accountUsers)
			.values({ ...half, accountType: "standard", createdAt: made });
		expect((await register({ username })).status).toBe(201);
		expect((await login(username)).status).toBe(200);
	});

	it("makes a profile that could not be written at the next read, with its counts", async () => {
		const { id, token, user } = await newUser(call);
		const database = services.db.user(id);
		await database.delete(profiles).where(eq(profiles.userId, id));
		await database.insert(followers).values({ followeeId: id, followerId: "1" });
		expect((await call("GET /api/v1/auth/me", { token })).json.user).toEqual(user);
		expect(await database.select().from(profiles).where(eq(profiles.userId, id))).toMatchObject([{ followersCount: 1, followingCount: 0 }]);
	});
});

describe("login", () => {
	it("says how many tries are left, the same for a name that nobody has; one that is good is not counted", async () => {
		const username = newName();
		await register({ username });
		const leftOf = async (name: string, password: string) =>
			/^"sign-in";r=(\d+);t=\d+$/.exec(
				(await call("POST /api/v1/auth/login", { body: { username: name, password } })).headers.get("ratelimit") ?? "",
			)?.[1];
		const nobody = newName();
		for (const left of [SIGN_IN_TRIES - 1, SIGN_IN_TRIES - 2]) {
			expect(await leftOf(username, "not the password")).toBe(String(left));
			expect(await leftOf(nobody, "not the password")).toBe(String(left));
		}
		expect(await leftOf(username, PASSWORD)).toBe(String(SIGN_IN_TRIES - 2));
	});

	it("200: by user name in any case, with an @, or by e-mail address", async () => {
		const username = newName();
		const email = `${username}@example.com`;
		await register({ username, email });
		for (const name of [username, username.toUpperCase(), `@${username}`, email, email.toUpperCase()]) {
			const { status, json } = await login(name);
			expect([name, status, json.user?.username]).toEqual([name, 200, username]);
		}
	});

	it("401 bad_credentials: the same words for a wrong password and for nobody", async () => {
		const { user } = await newUser(call);
		const wrong = await login(user.username, "wrong password");
		const nobody = await login(newName());
		const noMail = await login(`${newName()}@example.com`);
		const odd = await login("no such name!");
		for (const { status, json } of [wrong, nobody, noMail, odd]) {
			expect([status, json.code, json.detail]).toEqual([401, "bad_credentials", wrong.json.detail]);
		}
	});

	it("401: no placeholder address signs anybody in", async () => {
		const { id, user } = await newUser(call);
		const [row] = await services.db.directory().select().from(accountUsers).where(eq(accountUsers.id, id));
		expect(row?.email).not.toContain(user.username);
	});

	it("429: when the network address tried too often", async () => {
		const bindings = { AUTH_LIMIT: { limit: async () => ({ success: false }) } };
		expect((await call("POST /api/v1/auth/login", { body: { username: "x", password: "y" }, bindings })).status).toBe(429);
	});

	it("429: after too many tries from anywhere, by name and by mail together, and for nobody's name alike", async () => {
		const { user, id } = await newUser(call);
		const email = `${newName()}@example.com`;
		await services.db.directory().update(accountUsers).set({ email }).where(eq(accountUsers.id, id));
		const home = { "cf-connecting-ip": "203.0.113.77" };
		// Signed in at home, before it begins.
		expect((await call("POST /api/v1/auth/login", { body: { username: email, password: PASSWORD }, headers: home })).status).toBe(200);
		const from = (number: number) => new Headers({ "cf-connecting-ip": `198.51.100.${number}` });
		const nobody = newName();
		for (let number = 0; number < SIGN_IN_TRIES; number++) {
			await countTry(services, number % 2 === 0 ? user.username : email, from(number));
			await countTry(services, number % 2 === 0 ? nobody.toUpperCase() : `@${nobody}`, from(number));
		}
		const refused = [];
		for (const [username, password] of [
			[email, PASSWORD],
			[nobody, "wrong password"],
		]) {
			const { status, json } = await call("POST /api/v1/auth/login", {
				body: { username, password },
				headers: { "cf-connecting-ip": "198.51.100.99" },
			});
			refused.push([status, json.code, json.detail.replace(/\d+/, "N")]);
		}
		expect(refused[0]).toEqual([429, "rate_limited", expect.stringContaining("Too many tries to sign in")]);
		expect(refused[1]).toEqual(refused[0]);
		// The owner is not shut out where they are known.
		expect((await call("POST /api/v1/auth/login", { body: { username: user.username, password: PASSWORD }, headers: home })).status).toBe(
			200,
		);
	});

	it("a right password uses up no try, and no try is refused while they can't be counted", async () => {
		const name = newName();
		for (let number = 0; number < SIGN_IN_TRIES + 5; number++) await (await countTry(services, name, new Headers())).forget();
		const away = { ...services, isolate: new IsolateState(), redis: { ...services.redis, soft: async () => null } };
		for (let number = 0; number < SIGN_IN_TRIES + 5; number++) await countTry(away, name, new Headers());
		await expect(countTry(services, name, new Headers())).resolves.toBeDefined();
	});

	it("asks the database as often for a wrong password as for nobody", async () => {
		const email = `${newName()}@example.com`;
		const { user } = (await register({ email })).json;
		let queries = 0;
		const directory = services.db.directory();
		const counted = new Proxy(directory, {
			get(target, key) {
				if (key === "select" || key === "query") queries += 1;
				const member: unknown = Reflect.get(target, key);
				return typeof member === "function" ? member.bind(target) : member;
			},
		});
		const watched = { ...services, isolate: new IsolateState(), db: { ...services.db, directory: () => counted } };
		const count = async (name: string) => {
			queries = 0;
			await expect(signIn(watched, { username: name, password: "wrong password", comeBack: false }, new Headers())).rejects.toThrow(
				"wrong",
			);
			return queries;
		};
		expect(await count(user.username)).toBe(4);
		expect(await count(newName())).toBe(4);
		expect(await count(email)).toBe(await count(`${newName()}@example.com`));
	});

	const ratio = ([a, b]: readonly [number, number]) => Math.max(a, b) / Math.min(a, b);
	it("takes the same time for a wrong password as for nobody", async () => {
		let { user } = (await register({})).json;
		const measure = async (name: string) => {
			const started = performance.now();
			await login(name, "wrong password");
			return performance.now() - started;
		};
		const known: number[] = [];
		const unknown: number[] = [];
		const least = () => [Math.min(...known), Math.min(...unknown)] as const;
		// Taken in turns, so that what else the machine does falls on both; the smallest of each is the least disturbed. A difference
		// that is real stays however often it is measured.
		for (let round = 0; round < 40 && (round < 5 || ratio(least()) >= 1.3); round++) {
			// Past its tries an account is refused at once, whatever the password.
			if (round % (SIGN_IN_TRIES - 1) === SIGN_IN_TRIES - 2) ({ user } = (await register({})).json);
			known.push(await measure(user.username));
			unknown.push(await measure(newName()));
		}
		expect(Math.min(...least())).toBeGreaterThan(20);
		expect(ratio(least())).toBeLessThan(1.3);
	});
});

describe("PATCH me", () => {
	it("200: changes what is given and keeps the rest", async () => {
		const { token, user } = await newUser(call);
		const changed = await call("PATCH /api/v1/auth/me", { token, body: { displayName: "  Ann Other ", bio: "hello" } });
		expect(changed.json.user).toEqual({ ...user, displayName: "Ann Other", bio: "hello" });
		await call("PATCH /api/v1/auth/me", { token, body: { bio: "" } });
		expect((await call("GET /api/v1/auth/me", { token })).json.user).toEqual({ ...user, displayName: "Ann Other", bio: "" });
	});

	it("422: refuses what is too long", async () => {
		const { token } = await newUser(call);
		expect((await call("PATCH /api/v1/auth/me", { token, body: { bio: "x".repeat(161) } })).status).toBe(422);
	});
});
