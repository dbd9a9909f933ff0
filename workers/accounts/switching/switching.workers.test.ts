import { describe, expect, it } from "vitest";
import { ACCOUNTS_MAX } from "../../../contracts/switching.ts";
import { type Call, newUser, ORIGIN, PASSWORD, type TestUser, testApp } from "../../gateway/testing/api.ts";

const call = testApp();

/** A browser: it keeps the cookies it is given, and sends them from our own page. */
function browser() {
	const jar = new Map<string, string>();
	return {
		jar,
		async ask(operation: Parameters<Call>[0], body?: unknown, headers: Record<string, string> = { origin: ORIGIN }) {
			const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
			const answer = await call(operation, { cookie, headers, ...(body === undefined ? {} : { body }) });
			for (const set of answer.headers.getSetCookie()) {
				const [pair = ""] = set.split(";");
				const name = pair.slice(0, pair.indexOf("="));
				if (/Max-Age=0/.test(set)) jar.delete(name);
				else jar.set(name, pair.slice(name.length + 1));
			}
			return answer;
		},
		async accounts(): Promise<string[]> {
			const { json } = await this.ask("GET /api/v1/auth/accounts");
			return json.accounts.map(({ id, current }: { id: string; current: boolean }) => `${id}${current ? " in use" : ""}`);
		},
		logIn(user: TestUser, add = true) {
			return this.ask("POST /api/v1/auth/login", { username: user.user.username, password: PASSWORD, add });
		},
		async who(): Promise<string | undefined> {
			return (await this.ask("GET /api/v1/auth/me")).json.user?.id;
		},
	};
}
const withBoth = async () => {
	const [ann, bob] = [await newUser(call), await newUser(call)];
	const device = browser();
	await device.logIn(ann);
	await device.logIn(bob);
	return { ann, bob, device };
};

describe("accounts of a device", () => {
	it("200: there is none on a fresh one", async () => {
		expect(await browser().accounts()).toEqual([]);
	});
	it("200: an account that is added leaves the one in use signed in, and each is switched to", async () => {
		const { ann, bob, device } = await withBoth();
		expect(await device.accounts()).toEqual([`${bob.id} in use`, ann.id]);
		const { status, json } = await device.ask("POST /api/v1/auth/switch", { userId: ann.id });
		expect([status, json.user.id]).toEqual([200, ann.id]);
		expect(await device.who()).toBe(ann.id);
		expect(await device.accounts()).toEqual([`${ann.id} in use`, bob.id]);
		await device.ask("POST /api/v1/auth/switch", { userId: bob.id });
		expect(await device.who()).toBe(bob.id);
	});
	it("200: the one in use is switched to without a change", async () => {
		const { ann, bob, device } = await withBoth();
		expect((await device.ask("POST /api/v1/auth/switch", { userId: bob.id })).status).toBe(200);
		expect(await device.accounts()).toEqual([`${bob.id} in use`, ann.id]);
	});
	it("200: a login that adds nothing takes the place of the one in use, and the others stay", async () => {
		const { ann, device } = await withBoth();
		const cleo = await newUser(call);
		await device.logIn(cleo, false);
		expect(await device.accounts()).toEqual([`${cleo.id} in use`, ann.id]);
	});
	it("200: an account logged in to again stands there once", async () => {
		const { ann, bob, device } = await withBoth();
		await device.logIn(ann);
		expect(await device.accounts()).toEqual([`${ann.id} in use`, bob.id]);
	});
	it("200: whoever logs out leaves the others to be gone on with", async () => {
		const { ann, device } = await withBoth();
		await device.ask("POST /api/v1/auth/logout");
		expect(await device.who()).toBeUndefined();
		expect(await device.accounts()).toEqual([ann.id]);
		expect((await device.ask("POST /api/v1/auth/switch", { userId: ann.id })).status).toBe(200);
		expect(await device.who()).toBe(ann.id);
	});
	it("404: an account that is signed in elsewhere alone, or was signed out by its owner meanwhile", async () => {
		const { ann, device } = await withBoth();
		const cleo = await newUser(call);
		expect((await device.ask("POST /api/v1/auth/switch", { userId: cleo.id })).status).toBe(404);
		await call("DELETE /api/v1/auth/sessions?keep=none", { token: ann.token });
		expect((await device.ask("POST /api/v1/auth/switch", { userId: ann.id })).json).toMatchObject({ status: 404, code: "not_found" });
		expect(await device.accounts()).toHaveLength(1);
	});
	it("204: another is signed out on this device, and its session opens nothing any more", async () => {
		const { ann, bob, device } = await withBoth();
		const held = device.jar.get("__Host-reelay_accounts");
		expect((await device.ask(`DELETE /api/v1/auth/accounts/${ann.id}`)).status).toBe(204);
		expect(await device.accounts()).toEqual([`${bob.id} in use`]);
		device.jar.set("__Host-reelay_accounts", held ?? "");
		expect(await device.accounts()).toEqual([`${bob.id} in use`]);
		expect((await call("GET /api/v1/auth/me", { token: held ?? "" })).status).toBe(401);
	});
	it("404: none to be signed out", async () => {
		const { device } = await withBoth();
		expect((await device.ask("DELETE /api/v1/auth/accounts/999")).status).toBe(404);
	});
	it("keeps as many as it may, and ends what is one too many", async () => {
		const device = browser();
		const people: TestUser[] = [];
		for (let n = 0; n <= ACCOUNTS_MAX; n++) {
			const one = await newUser(call);
			people.push(one);
			await device.logIn(one);
		}
		const kept = people
			.slice(1)
			.reverse()
			.map(({ id }) => id);
		expect(await device.accounts()).toEqual([`${kept[0]} in use`, ...kept.slice(1)]);
		const { json } = await call("GET /api/v1/auth/sessions", { token: people[0]?.token ?? "" });
		expect(json.sessions).toHaveLength(1);
	});
	it("takes no session that nobody signed, and none of somebody else's purpose", async () => {
		const { bob, device } = await withBoth();
		const [token = ""] = bob.token.split(".");
		device.jar.set("__Host-reelay_accounts", `${token}.AAAA~~x~${"a".repeat(300)}`);
		expect(await device.accounts()).toEqual([`${bob.id} in use`]);
	});
	it("403: another site switches nothing, signed out or not", async () => {
		const { ann, bob, device } = await withBoth();
		const foreign = { origin: "https://elsewhere.test", "sec-fetch-site": "cross-site" };
		expect((await device.ask("POST /api/v1/auth/switch", { userId: ann.id }, foreign)).json.code).toBe("csrf_rejected");
		expect(await device.who()).toBe(bob.id);
		await device.ask("POST /api/v1/auth/logout");
		expect((await device.ask("POST /api/v1/auth/switch", { userId: ann.id }, {})).json.code).toBe("csrf_rejected");
	});
});
