import { env } from "cloudflare:test";
import { Hono } from "hono";
import type { Account } from "../../../contracts/users.ts";
import type { Env } from "../../platform/env.ts";
import { type Services, servicesOf } from "../../platform/services.ts";
import { accountRoutes } from "../accounts/routes.ts";
import { gateway } from "../gateway.ts";
import type { AppEnv } from "../route.ts";

export const testEnv = env as unknown as Env;
export const services: Services = servicesOf(testEnv);
export const ORIGIN = "https://reelay.test";

export interface CallOptions {
	readonly token?: string;
	readonly cookie?: string;
	readonly body?: unknown;
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

/** The gateway, accounts and these routers, called as over HTTP: `call("POST /api/v1/auth/login", { body })`. */
export function testApp(...routers: ((app: Hono<AppEnv>) => void)[]): Call {
	const app = new Hono<AppEnv>();
	gateway(app);
	accountRoutes(app);
	for (const router of routers) router(app);
	return async (operation, { token, cookie, body, headers, bindings } = {}) => {
		const [method = "GET", path = "/"] = operation.split(" ");
		const sent = new Headers(headers);
		if (token !== undefined) sent.set("authorization", `Bearer ${token}`);
		if (cookie !== undefined) sent.set("cookie", cookie);
		const init: RequestInit = { method, headers: sent };
		if (body !== undefined) init.body = typeof body === "string" ? body : JSON.stringify(body);
		const bound = bindings === undefined ? testEnv : overlaid(bindings);
		const answer = await app.request(`${ORIGIN}${path}`, init, bound);
		const text = await answer.text();
		const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
		return { status: answer.status, headers: answer.headers, json: isJson ? JSON.parse(text) : text };
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

let users = 0;
/** A user name no other test has, in this run or one before on the same database. */
export const newName = (): string => `u${services.newId()}`.slice(0, 20) + (users++ % 1_000);

export const PASSWORD = "correct horse battery";

/** Registers somebody grown up. */
export async function newUser(call: Call, username = newName()): Promise<TestUser> {
	const answer = await call("POST /api/v1/auth/register", { body: { username, password: PASSWORD, birthdate: "1990-05-17" } });
	if (answer.status !== 201) throw new Error(`registration answered ${answer.status}: ${JSON.stringify(answer.json)}`);
	return { user: answer.json.user, id: answer.json.user.id, token: answer.json.token, cookie: cookieOf(answer.headers) };
}

/** What a browser would send back of an answer's cookies. */
export function cookieOf(headers: Headers): string {
	return headers
		.getSetCookie()
		.filter((cookie) => !cookie.includes("Max-Age=0"))
		.map((cookie) => cookie.split(";")[0])
		.join("; ");
}
