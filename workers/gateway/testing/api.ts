import { createExecutionContext } from "cloudflare:test";
import { randomBytes, scryptSync } from "node:crypto";
import { Hono } from "hono";
import { ADULT_AGE_YEARS } from "../../../contracts/limits.ts";
import type { OperatorRole } from "../../../contracts/operator-roles.ts";
import type { Account } from "../../../contracts/users.ts";
import { accountCredentials, accountSessions, accountUsers } from "../../../db/schema/directory.ts";
import { operatorSessions, operators } from "../../../db/schema/moderation.ts";
import { ageOn } from "../../accounts/age.ts";
import { placeholderEmail } from "../../accounts/email.ts";
import { accountRoutes } from "../../accounts/routes.ts";
import { SESSION_LIFETIME_S } from "../../accounts/sessions/lifetime.ts";
import { readSession } from "../../accounts/sessions/read.ts";
import type { Env } from "../../platform/env.ts";
import type { Services } from "../../platform/services.ts";
import { testEnv } from "../../platform/test-env.fixture.ts";
import { servicesOf } from "../../services.ts";
import { readOperator } from "../../trust/operators/identify.ts";
import { hashOf } from "../../trust/operators/secrets.ts";
import { cookieName, SESSION_COOKIE } from "../cookies.ts";
import { gateway } from "../gateway.ts";
import type { AppEnv } from "../route.ts";
import { signToken } from "../signed-token.ts";
import { holdToContract } from "./contract.ts";

export { testEnv };
export const services: Services = servicesOf(testEnv);
export const ORIGIN = "https://reelay.test";

/**
 * Services whose reader, having found nothing in Redis and read the database, is overtaken before it fills Redis.
 * @param fill which of its questions to Redis that is
 */
export function beforeFill(slow: Services, overtake: () => Promise<unknown>, fill = 2): Services {
	let calls = 0;
	return {
		...slow,
		redis: {
			client: slow.redis.client,
			soft: async (command) => {
				calls += 1;
				if (calls === fill) await overtake();
				return slow.redis.soft(command);
			},
		},
	};
}

export interface CallOptions {
	readonly token?: string;
	readonly cookie?: string;
	readonly body?: unknown;
	/** A file, in place of a body. */
	readonly file?: Uint8Array;
	readonly headers?: Record<string, string>;
	/** Bindings in place of the real ones: to fail, or to count. */
	readonly bindings?: Partial<Record<keyof Env, unknown>>;
}
export interface CallAnswer {
	readonly status: number;
	readonly headers: Headers;
	// biome-ignore lint/suspicious/noExplicitAny: tests read what they expect; a wrong shape fails the assertion.
	readonly json: any;
}
export type Call = (operation: `${string} /${string}`, options?: CallOptions) => Promise<CallAnswer>;

type Routers = readonly ((app: Hono<AppEnv>) => void)[];

/**
 * The gateway, accounts and these routers, called as over HTTP: `call("POST /api/v1/auth/login", { body })`. Every answer is held to
 * its operation's contract.
 */
export const testApp = (...routers: Routers): Call => callOf(routers, holdToContract);

/** The same for routers that put handlers of a test's own in the place of the real ones, and answer what they like. */
export const unheldApp = (...routers: Routers): Call => callOf(routers, () => undefined);

function callOf(routers: Routers, hold: typeof holdToContract): Call {
	const app = new Hono<AppEnv>();
	gateway(app, servicesOf, readSession, readOperator);
	accountRoutes(app);
	for (const router of routers) router(app);
	return async (operation, { token, cookie, body, file, headers, bindings } = {}) => {
		const [method = "GET", path = "/"] = operation.split(" ");
		const sent = new Headers(headers);
		if (token !== undefined) sent.set("authorization", `Bearer ${token}`);
		if (cookie !== undefined) sent.set("cookie", cookie);
		const init: RequestInit = { method, headers: sent };
		if (body !== undefined) init.body = typeof body === "string" ? body : JSON.stringify(body);
		if (file !== undefined) init.body = new Uint8Array(file);
		const bound = bindings === undefined ? testEnv : overlaid(bindings);
		const answer = await app.request(`${ORIGIN}${path}`, init, bound, createExecutionContext());
		const text = await answer.text();
		const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
		const json = isJson ? JSON.parse(text) : text;
		hold(method, path, answer.status, json);
		return { status: answer.status, headers: answer.headers, json };
	};
}

/** One environment per set of replacements, because services are built once per environment. */
const overlays = new WeakMap<object, Env>();
function overlaid(bindings: Partial<Record<keyof Env, unknown>>): Env {
	const known = overlays.get(bindings);
	if (known !== undefined) return known;
	const overlay = { ...testEnv, ...bindings } as Env;
	overlays.set(bindings, overlay);
	return overlay;
}

export interface TestUser {
	readonly user: Account;
	readonly id: string;
	readonly token: string;
	/** The value of a `Cookie` header. */
	readonly cookie: string;
}

/** A personal token of an operator with these roles, as the value of an `X-Admin-Token` header. */
export async function newOperatorToken(
	...roles: OperatorRole[]
): Promise<{ readonly id: string; readonly headers: Record<string, string> }> {
	const [id, token, at] = [services.newId(), randomBytes(24).toString("hex"), new Date()];
	const directory = services.db.directory();
	await directory.batch([
		directory.insert(operators).values({ id, email: `o${id}@reelay.test`, name: `Operator ${id}`, roles, createdAt: at }),
		directory.insert(operatorSessions).values({
			id: services.newId(),
			operatorId: id,
			kind: "token",
			tokenHash: hashOf(token),
			createdAt: at,
			seenAt: at,
			expiresAt: new Date(at.getTime() + 3_600_000),
		}),
	]);
	return { id, headers: { "x-admin-token": token } };
}

let users = 0;
/** A user name no other test has, in this run or one before on the same database. */
export const newName = (): string => `u${services.newId()}`.slice(0, 20) + (users++ % 1_000);

export const PASSWORD = "correct horse battery";

/** A hash of PASSWORD at the least cost there is: it is verified at the cost it names, and hundreds of users are quick. */
const QUICK_HASH = `scrypt$2$1$1$c2FsdA$${scryptSync(PASSWORD, "salt", 32, { N: 2, r: 1, p: 1 }).toString("base64url")}`;

/** Somebody grown up, unless the birthdate says otherwise, signed in; written as registration writes it, without its cost. */
export async function newUser(
	call: Call,
	username = newName(),
	{ id = services.newId(), birthdate = "1990-05-17" }: { readonly id?: string; readonly birthdate?: string } = {},
): Promise<TestUser> {
	const token = randomBytes(24).toString("hex");
	const directory = services.db.directory();
	await directory.batch([
		directory.insert(accountUsers).values({
			id,
			name: username,
			username: username.toLowerCase(),
			displayUsername: username,
			email: placeholderEmail(id),
			birthdate,
			accountType: ageOn(birthdate, services.clock()) < ADULT_AGE_YEARS ? "teen" : "standard",
		}),
		directory
			.insert(accountCredentials)
			.values({ id: services.newId(), accountId: id, providerId: "credential", userId: id, password: QUICK_HASH }),
		directory
			.insert(accountSessions)
			.values({ id: services.newId(), userId: id, token, expiresAt: new Date(Date.now() + SESSION_LIFETIME_S * 1_000) }),
	]);
	const signed = signToken(services.config.AUTH_SECRET, "session", token);
	const { json } = await call("GET /api/v1/auth/me", { token: signed });
	return { user: json.user, id, token: signed, cookie: `${cookieName(services.config, ORIGIN, SESSION_COOKIE)}=${signed}` };
}

/** What a browser would send back of an answer's cookies. */
export function cookieOf(headers: Headers): string {
	return headers
		.getSetCookie()
		.filter((cookie) => !cookie.includes("Max-Age=0"))
		.map((cookie) => cookie.split(";")[0])
		.join("; ");
}
