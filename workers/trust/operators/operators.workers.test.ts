import { Secret, TOTP } from "otpauth";
import { describe, expect, it } from "vitest";
import type { OperatorRole } from "../../../contracts/operator-roles.ts";
import { type CallOptions, cookieOf, ORIGIN, services, testApp } from "../../gateway/testing/api.ts";
import { opsRoutes } from "../../ops/routes.ts";
import { readOperator } from "./identify.ts";
import { invite } from "./people.ts";
import { operatorRoutes } from "./routes.ts";

const call = testApp(operatorRoutes, opsRoutes);
const CLEARED = { id: "0", roles: ["admin", "child_safety"] } as const;
const PASSWORD = "a long enough password";
const from = (cookie: string): CallOptions => ({ cookie, headers: { origin: ORIGIN } });

/** The code of an authenticator; each is good once, and the period before and after count too. */
const codeOf = (secret: string, periods = 0) =>
	new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + periods * 30_000 });

let networks = 0;
/** Each from a network of its own: the limit of an address is another matter. */
const network = () => ({ "cf-connecting-ip": `10.9.${Math.floor(networks / 250)}.${(networks++ % 250) + 1}` });

async function newOperator(...roles: OperatorRole[]) {
	const email = `o${services.newId()}@reelay.test`;
	const { operator, invitation } = await invite(services, CLEARED, { email, name: "Ada", roles });
	const { json } = await call("POST /api/v1/desk/invitation", { body: { invitation }, headers: network() });
	const taken = await call("POST /api/v1/desk/invitation/take-up", {
		body: { invitation, password: PASSWORD, code: codeOf(json.secret) },
		headers: network(),
	});
	expect(taken.status).toBe(204);
	const signIn = (body: object = {}) =>
		call("POST /api/v1/desk/sign-in", { body: { email, password: PASSWORD, code: codeOf(json.secret), ...body }, headers: network() });
	return { id: operator.id, email, secret: json.secret as string, invitation, signIn };
}
async function signedIn(...roles: OperatorRole[]) {
	const operator = await newOperator(...roles);
	const { status, headers } = await operator.signIn();
	expect(status).toBe(200);
	return { ...operator, cookie: cookieOf(headers) };
}

describe("signing in to the desk", () => {
	it("200: by password and code; the cookie opens what the roles let do, until it is signed out", async () => {
		const { cookie } = await signedIn("moderator");
		expect((await call("GET /api/v1/desk/me", from(cookie))).json.operator).toMatchObject({ name: "Ada", roles: ["moderator"] });
		expect((await call("GET /api/v1/desk/operators", from(cookie))).json.code).toBe("role_required");
		expect((await call("GET /internal/experiments", from(cookie))).json.code).toBe("role_required");
		expect((await call("POST /api/v1/desk/sign-out", from(cookie))).status).toBe(204);
		expect((await call("GET /api/v1/desk/me", from(cookie))).json.code).toBe("forbidden");
		expect((await call("POST /api/v1/desk/sign-out")).status).toBe(204);
	});

	it("the cookie is out of reach of scripts and of other sites", async () => {
		const { signIn } = await newOperator("moderator");
		const set = (await signIn()).headers.getSetCookie().find((one) => one.includes("reelay_operator"));
		expect(set).toMatch(/^__Host-.*; HttpOnly; Secure; SameSite=Strict$/);
		const cookie = set?.split(";")[0] ?? "";
		const foreign = { cookie, headers: { origin: "https://elsewhere.test" } };
		expect((await call("POST /api/v1/desk/sign-out", foreign)).json.code).toBe("csrf_rejected");
		const signing = { body: { email: "a@b.test", password: "x", code: "123456" }, headers: { origin: "https://elsewhere.test" } };
		expect((await call("POST /api/v1/desk/sign-in", signing)).json.code).toBe("csrf_rejected");
	});

	it("401: a wrong password, a wrong code and who is unknown are refused alike; a code is good once", async () => {
		const { signIn } = await newOperator("moderator");
		const refusals = [
			await signIn({ password: "not it" }),
			await signIn({ code: "000000" }),
			await signIn({ email: "nobody@reelay.test" }),
		];
		expect(new Set(refusals.map(({ json }) => `${json.code} ${json.detail}`)).size).toBe(1);
		expect(refusals[0]?.json.code).toBe("operator_unknown");
		const both = await Promise.all([signIn(), signIn()]);
		expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
	});

	it("429: tries run out, whoever makes them and whether or not somebody has the address", async () => {
		const { email, signIn } = await newOperator("moderator");
		const nobody = `n${services.newId()}@reelay.test`;
		for (const address of [email, nobody]) {
			const statuses: number[] = [];
			for (let tries = 0; tries < 11; tries++) statuses.push((await signIn({ email: address, code: "000000" })).status);
			expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
		}
		// The right code does not help any more, either.
		expect((await signIn()).status).toBe(429);
	});
});

describe("people who work here", () => {
	it("201, 409: are invited once; 422, 410: an invitation is taken up once", async () => {
		const admin = await signedIn("admin");
		const body = { email: `i${services.newId()}@reelay.test`, name: "Grace", roles: ["moderator"] };
		const { status, json } = await call("POST /api/v1/desk/operators", { ...from(admin.cookie), body });
		expect([status, json.operator.state]).toEqual([201, "invited"]);
		expect((await call("POST /api/v1/desk/operators", { ...from(admin.cookie), body })).json.code).toBe("email_taken");
		const { json: look } = await call("POST /api/v1/desk/invitation", { body: { invitation: json.invitation }, headers: network() });
		expect(look.uri).toContain(`secret=${look.secret}`);
		const takeUp = (code: string) =>
			call("POST /api/v1/desk/invitation/take-up", {
				body: { invitation: json.invitation, password: PASSWORD, code },
				headers: network(),
			});
		expect((await takeUp("000000")).json.code).toBe("code_wrong");
		expect((await takeUp(codeOf(look.secret))).status).toBe(204);
		expect((await takeUp(codeOf(look.secret))).json.code).toBe("link_expired");
		const listed = await call("GET /api/v1/desk/operators", from(admin.cookie));
		expect(listed.json.operators.find(({ id }: { id: string }) => id === json.operator.id)?.state).toBe("active");
		expect((await call("POST /api/v1/desk/invitation", { body: { invitation: json.invitation }, headers: network() })).status).toBe(410);
	});

	it("429: invitations are not guessed", async () => {
		const bindings = { AUTH_LIMIT: { limit: async () => ({ success: false }) } };
		const body = { invitation: "i-00000000000000000000", password: PASSWORD, code: "123456", email: "a@b.test" };
		for (const path of ["invitation", "invitation/take-up", "sign-in"]) {
			expect((await call(`POST /api/v1/desk/${path}`, { body, bindings })).json.code).toBe("rate_limited");
		}
	});

	it("are let go at once: sessions and tokens end with the next request", async () => {
		const [admin, reviewer] = [await signedIn("admin"), await signedIn("moderator")];
		const made = await call("POST /api/v1/desk/tokens", { ...from(reviewer.cookie), body: { label: "script" } });
		expect(made.status).toBe(201);
		const byToken = { headers: { "x-admin-token": made.json.token } };
		expect((await call("GET /api/v1/desk/me", byToken)).status).toBe(200);
		const unknown = await call(`PATCH /api/v1/desk/operators/${reviewer.id}`, { ...from(admin.cookie), body: { roles: ["king"] } });
		expect([unknown.status, unknown.json.code]).toEqual([422, "invalid_fields"]);
		const changed = await call(`PATCH /api/v1/desk/operators/${reviewer.id}`, { ...from(admin.cookie), body: { disabled: true } });
		expect(changed.json.operator.state).toBe("disabled");
		for (const way of [from(reviewer.cookie), byToken]) expect((await call("GET /api/v1/desk/me", way)).json.code).toBe("forbidden");
		expect((await reviewer.signIn({ code: codeOf(reviewer.secret, 1) })).json.code).toBe("operator_unknown");
	});

	it("403: nobody changes themselves, and only who is cleared for child safety clears others; 404 for nobody", async () => {
		const [admin, cleared, reviewer] = [await signedIn("admin"), await signedIn("admin", "child_safety"), await newOperator("moderator")];
		const change = (by: string, id: string, roles: OperatorRole[]) =>
			call(`PATCH /api/v1/desk/operators/${id}`, { ...from(by), body: { roles } });
		expect((await change(admin.cookie, admin.id, ["admin", "senior"])).json.code).toBe("not_allowed");
		expect((await change(admin.cookie, reviewer.id, ["child_safety"])).json.code).toBe("role_required");
		expect((await change(admin.cookie, cleared.id, ["admin"])).json.code).toBe("role_required");
		const invited = { email: `c${services.newId()}@reelay.test`, name: "X", roles: ["child_safety"] };
		expect((await call("POST /api/v1/desk/operators", { ...from(admin.cookie), body: invited })).json.code).toBe("role_required");
		expect((await call(`POST /api/v1/desk/operators/${cleared.id}/recovery`, from(admin.cookie))).json.code).toBe("role_required");
		expect((await call(`POST /api/v1/desk/operators/${admin.id}/recovery`, from(admin.cookie))).json.code).toBe("not_allowed");
		expect((await change(cleared.cookie, reviewer.id, ["moderator", "child_safety"])).status).toBe(200);
		expect((await change(admin.cookie, "4711", ["moderator"])).json.code).toBe("operator_not_found");
		expect((await call("POST /api/v1/desk/operators/4711/recovery", from(admin.cookie))).json.code).toBe("operator_not_found");
	});

	it("200: who lost their way in is let in anew, and nothing of before opens anything", async () => {
		const [admin, lost] = [await signedIn("admin"), await signedIn("moderator")];
		const { status, json } = await call(`POST /api/v1/desk/operators/${lost.id}/recovery`, from(admin.cookie));
		expect([status, json.operator.state]).toEqual([200, "invited"]);
		expect((await call("GET /api/v1/desk/me", from(lost.cookie))).json.code).toBe("forbidden");
		expect((await lost.signIn({ code: codeOf(lost.secret, 1) })).json.code).toBe("operator_unknown");
		const look = await call("POST /api/v1/desk/invitation", { body: { invitation: json.invitation }, headers: network() });
		expect(look.json.secret).not.toBe(lost.secret);
	});
});

describe("personal tokens", () => {
	it("open the operators' API by the roles of who made them, and end when revoked", async () => {
		const admin = await signedIn("admin");
		const { json } = await call("POST /api/v1/desk/tokens", { ...from(admin.cookie), body: { label: "search:rebuild", days: 1 } });
		const byToken = { headers: { "x-admin-token": json.token } };
		expect((await call("GET /internal/experiments", byToken)).status).toBe(200);
		expect((await call("GET /api/v1/desk/tokens", byToken)).json.tokens).toHaveLength(1);
		expect((await call("POST /api/v1/desk/tokens", { ...byToken, body: { label: "more" } })).json.code).toBe("not_allowed");
		expect((await call(`DELETE /api/v1/desk/tokens/${json.made.id}`, from(admin.cookie))).status).toBe(204);
		expect((await call("GET /internal/experiments", byToken)).json.code).toBe("forbidden");
	});

	it("one that is over opens nothing, nor does a session nobody used, and in production no shared secret does", async () => {
		const admin = await signedIn("admin");
		const { json } = await call("POST /api/v1/desk/tokens", { ...from(admin.cookie), body: { label: "short", days: 1 } });
		const asked = (headers: Record<string, string>, more: object = {}) =>
			readOperator({ ...services, ...more }, new Request(`${ORIGIN}/internal/experiments`, { headers }));
		const later = (hours: number) => ({ clock: () => Date.now() + hours * 3_600_000 });
		expect(await asked({ "x-admin-token": json.token }, later(23))).not.toBeNull();
		expect(await asked({ "x-admin-token": json.token }, later(25))).toBeNull();
		expect(await asked({ cookie: admin.cookie }, later(2))).toBeNull();
		const embedded = { "x-admin-token": services.config.ADMIN_TOKEN };
		expect(await asked(embedded)).not.toBeNull();
		expect(await asked(embedded, { config: { ...services.config, ENVIRONMENT: "production" } })).toBeNull();
	});
});
