import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, inject, it, vi } from "vitest";
import { ENDPOINTS } from "../contracts/api.ts";
import type { Endpoint } from "../contracts/endpoint.ts";
import { seeded } from "../contracts/seeded.ts";
import { accountUsers } from "../db/schema/directory.ts";
import { ROUTERS } from "./app.ts";
import { type CallOptions, cookieOf, newName, newOperatorToken, newUser, services, testApp } from "./gateway/testing/api.ts";
import { type Choices, hostileBody, hostileText, pick } from "./gateway/testing/hostile-values.ts";

declare module "vitest" {
	interface ProvidedContext {
		fuzz: { readonly requests: number; readonly seed: number };
	}
}

const { requests, seed } = inject("fuzz");
const random = seeded(seed);
const call = testApp(...ROUTERS);

/** Nobody's business: whose it is has a mail address that stands in no answer to others. */
const SECRET_MAIL = `whose${services.newId()}@kept-secret.example`;
/** What takes longer is sent again, milliseconds: a module's first loading is not the request's; what is slow twice, while a quiet request is not, is a fault. */
const SLOW_MS = 2_000;
/** Requests as the same people: some end their sessions or accounts. */
const ROUND = 40;
/** A store that fails on purpose is what this one is for. */
const MAY_FAIL: ReadonlySet<string> = new Set(["probeStore"]);
/** What tells of the inside: frames of a stack, statements, files, the secrets themselves. */
const INSIDE = [/\n\s+at \S+ ?\(/, /\.ts:\d+/, /Failed query/, /node_modules/, /\bselect .+ from "/i, /scrypt\$/];

type Role = "nobody" | "guest" | "person" | "teen" | "impostor" | "moderator" | "operator";

/** Ids and names that exist and are not the caller's, and values that many fields take. */
let known: readonly string[] = [];

async function callers(): Promise<Record<Role, CallOptions>> {
	const { headers } = await call("GET /api/v1/feed?limit=1");
	const teen = await newUser(call, undefined, { birthdate: `${new Date(services.clock()).getUTCFullYear() - 15}-01-01` });
	await services.db.directory().update(accountUsers).set({ accountType: "teen" }).where(eq(accountUsers.id, teen.id));
	return {
		nobody: {},
		guest: { cookie: cookieOf(headers), headers: { origin: "https://reelay.test" } },
		person: { token: (await newUser(call)).token },
		teen: { token: teen.token },
		impostor: { token: (await newUser(call)).token, headers: { "x-admin-token": "guessed" } },
		moderator: { headers: (await newOperatorToken("moderator")).headers },
		operator: { headers: { "x-admin-token": services.config.ADMIN_TOKEN } },
	};
}

/** One request with hostile values in path, query and body, as a line that says how to send it again. */
function attackOf(endpoint: Endpoint, choices: Choices): { readonly operation: `${string} /${string}`; readonly body?: string } {
	const text = () => encodeURIComponent(hostileText(choices).toWellFormed()).replace(/^\.{0,2}$/, "%20");
	const path = endpoint.path.replace(/:\w+/g, text);
	const names = endpoint.query === undefined ? [] : ["cursor", "limit", "q", "country", "videoId"];
	const query = names.filter(() => choices.random() < 0.4).map((name) => `${name}=${text()}`);
	const operation = `${endpoint.method} ${path}${query.length === 0 ? "" : `?${query.join("&")}`}` as `${string} /${string}`;
	return endpoint.body === undefined ? { operation } : { operation, body: hostileBody(endpoint.body, choices) };
}

/** How often each status was answered. */
const statuses = new Map<number, number>();

/** Another network for each request: limits a minute would else refuse most of them before anything is looked at. */
const addressOf = (role: Role): string => {
	const octet = () => Math.floor(random() * 254) + 1;
	return `${role === "nobody" ? 203 : 198}.${octet()}.${octet()}.${octet()}`;
};

/** What the dearest ordinary request takes just now, one password's hash, milliseconds: on a busy machine that alone may take longer than the limit. */
async function quiet(): Promise<number> {
	const body = { username: newName(), password: "not anybody's" };
	const [, tookMs] = await timed(() => call("POST /api/v1/auth/login", { body, headers: { "cf-connecting-ip": addressOf("nobody") } }));
	return tookMs;
}

async function timed<T>(act: () => Promise<T>): Promise<readonly [T, number]> {
	const begun = Date.now();
	return [await act(), Date.now() - begun];
}

/** What is wrong with an answer, or nothing. */
async function faultOf(endpoint: Endpoint, role: Role, options: CallOptions): Promise<string | null> {
	const { operation, body } = attackOf(endpoint, { random, known, hostility: role === "operator" || role === "moderator" ? 0.9 : 0.35 });
	const told = `${endpoint.id} as ${role}: ${operation} ${body ?? ""}`.slice(0, 600);
	try {
		const sent = {
			...options,
			...(body === undefined ? {} : { body }),
			headers: { ...options.headers, "cf-connecting-ip": addressOf(role) },
		};
		const [{ status, json, headers }, tookMs] = await timed(() => call(operation, sent));
		statuses.set(status, (statuses.get(status) ?? 0) + 1);
		const text = `${JSON.stringify(json)}${JSON.stringify([...headers])}`;
		if (status >= 500 && !MAY_FAIL.has(endpoint.id)) return `${told} → ${status} ${text.slice(0, 300)}`;
		if (INSIDE.some((sign) => sign.test(text.replaceAll("\\n", "\n")))) return `${told} tells of the inside: ${text.slice(0, 300)}`;
		if ([services.config.AUTH_SECRET, services.config.ADMIN_TOKEN].some((secret) => text.includes(secret))) return `${told} tells a secret`;
		if (role !== "operator" && role !== "moderator" && text.includes(SECRET_MAIL)) return `${told} tells another's mail address`;
		if (tookMs <= SLOW_MS) return null;
		const [, againMs] = await timed(() => call(operation, sent));
		const quietMs = await quiet();
		return againMs > SLOW_MS + 3 * quietMs ? `${told} took ${tookMs} and ${againMs} ms, a quiet one ${quietMs} ms` : null;
	} catch (error) {
		return `${told} threw ${error instanceof Error ? error.message : String(error)}`.slice(0, 1_200);
	}
}

beforeAll(async () => {
	for (const level of ["warn", "error"] as const) vi.spyOn(console, level).mockImplementation(() => undefined);
	const victim = await newUser(call);
	await services.db.directory().update(accountUsers).set({ email: SECRET_MAIL, emailVerified: true }).where(eq(accountUsers.id, victim.id));
	known = [victim.id, victim.user.username, crypto.randomUUID(), "4711", "words", "https://example.com/", "en", "2001-02-03"];
});
afterAll(() => vi.restoreAllMocks());

it(`answers ${requests} hostile requests without an error of ours, a stack, a leak or a long wait (seed ${seed})`, async () => {
	const faults = new Map<string, string>();
	let people = await callers();
	const roles = Object.keys(people) as Role[];
	for (let sent = 0; sent < requests; sent++) {
		if (sent > 0 && sent % ROUND === 0) people = await callers();
		// In turn, so that each operation is met by each role.
		const endpoint = ENDPOINTS[sent % ENDPOINTS.length] ?? pick(random, ENDPOINTS);
		const role = roles[(sent + Math.floor(sent / ENDPOINTS.length)) % roles.length] ?? "nobody";
		const fault = await faultOf(endpoint, role, people[role]);
		if (fault !== null && !faults.has(endpoint.id)) faults.set(endpoint.id, fault);
	}
	console.log(
		`by status: ${[...statuses]
			.sort(([one], [other]) => one - other)
			.map(([status, count]) => `${status} × ${count}`)
			.join(", ")}`,
	);
	expect([...faults.values()]).toEqual([]);
	// Most got past the doors, some to the end; else this would be a test of the limits alone.
	expect(statuses.get(429) ?? 0).toBeLessThan(requests / 10);
	expect([200, 201, 202, 204].reduce((sum, status) => sum + (statuses.get(status) ?? 0), 0)).toBeGreaterThan(requests / 20);
	expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
}, 3_600_000);
