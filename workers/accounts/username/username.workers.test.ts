import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { FORMER_USERNAME_DAYS, USERNAME_CHANGES_MAX } from "../../../contracts/limits.ts";
import { accountUsers, formerUsernames } from "../../../db/schema/directory.ts";
import { profiles } from "../../../db/schema/users.ts";
import { newName, newUser, PASSWORD, services, type TestUser, testApp, testEnv } from "../../gateway/testing/api.ts";
import { loadSummaries } from "../../lists/people.ts";
import { servicesOf } from "../../services.ts";
import { socialRoutes } from "../../social/routes.ts";
import { changeUsername } from "./change.ts";

const call = testApp(socialRoutes);
let ann: TestUser;
let old: string;
beforeEach(async () => {
	ann = await newUser(call);
	old = ann.user.username;
});

const rename = (username: string, { token } = ann) => call("PUT /api/v1/auth/username", { token, body: { username } });
const found = async (name: string) => (await call(`GET /api/v1/users/@${name}`)).json.user?.id;
const register = (username: string) =>
	call("POST /api/v1/auth/register", { body: { username, password: "a long sentence nobody guesses 7", birthdate: "1990-01-01" } });
/** As if a change had been made so many days before it was. */
const age = (name: string, days: number) =>
	services.db
		.directory()
		.update(formerUsernames)
		.set({ changedAt: new Date(services.clock() - days * 86_400_000) })
		.where(eq(formerUsernames.username, name.toLowerCase()));

describe("another user name", () => {
	it("200: is theirs at once, in directory, profile and every list; the old one leads to them", async () => {
		const name = `New.${newName()}`.slice(0, 24);
		expect((await rename(name)).json.user.username).toBe(name);
		const [row] = await services.db.directory().select().from(accountUsers).where(eq(accountUsers.id, ann.id));
		expect(row).toMatchObject({ username: name.toLowerCase(), displayUsername: name, name });
		const [profile] = await services.db.user(ann.id).select().from(profiles).where(eq(profiles.userId, ann.id));
		expect(profile?.username).toBe(name);
		expect((await loadSummaries(servicesOf({ ...testEnv }), [ann.id])).get(ann.id)?.username).toBe(name);
		expect([await found(name), await found(old), await found(old.toUpperCase())]).toEqual([ann.id, ann.id, ann.id]);
		expect((await call(`GET /api/v1/users/@${old}`)).json.user.username).toBe(name);
	});

	it("200: one signs in by it, and by the old one no more", async () => {
		const name = newName();
		const session = async (username: string) => (await call("POST /api/v1/auth/login", { body: { username, password: PASSWORD } })).status;
		await rename(name);
		expect([await session(name), await session(old)]).toEqual([200, 401]);
	});

	it("409: nobody else can take the old one for thirty days; then anybody can, and it leads to them", async () => {
		const bob = await newUser(call);
		await rename(newName());
		expect((await rename(old, bob)).json.code).toBe("username_taken");
		expect((await register(old)).json.code).toBe("username_taken");
		await age(old, FORMER_USERNAME_DAYS + 1);
		expect(await found(old)).toBeUndefined();
		expect((await rename(old, bob)).status).toBe(200);
		expect(await found(old)).toBe(bob.id);
	});

	it("200: its owner takes the old one back", async () => {
		const name = newName();
		await rename(name);
		expect((await rename(old)).json.user.username).toBe(old);
		expect([await found(old), await found(name)]).toEqual([ann.id, ann.id]);
	});

	it("409: not more often than twice in thirty days, and says from when on", async () => {
		for (let turn = 0; turn < USERNAME_CHANGES_MAX; turn++) expect((await rename(newName())).status).toBe(200);
		const { json } = await rename(newName());
		expect(json.code).toBe("username_changes_used");
		const again = new Date(services.clock() + FORMER_USERNAME_DAYS * 86_400_000).toISOString().slice(0, 8);
		expect(json.detail).toContain(again);
		await age(old, FORMER_USERNAME_DAYS + 1);
		expect((await rename(newName())).status).toBe(200);
	});

	it("200: another spelling of the same name is no change, and neither is the same again", async () => {
		for (const name of [old.toUpperCase(), old, old.toUpperCase(), old]) expect((await rename(name)).json.user.username).toBe(name);
		const held = await services.db.directory().select().from(formerUsernames).where(eq(formerUsernames.userId, ann.id));
		expect(held).toEqual([]);
	});

	it("409: not somebody's, in any case of letters; of two at once one gets it", async () => {
		const [bob, cara] = (await Promise.all([newUser(call), newUser(call)])) as [TestUser, TestUser];
		expect((await rename(bob.user.username.toUpperCase())).json.code).toBe("username_taken");
		const wanted = newName();
		const answers = await Promise.all([rename(wanted), rename(wanted, cara)]);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
	});

	it("200: what broke off between directory and profile is mended by asking again", async () => {
		const name = newName();
		const broken = servicesOf({ ...testEnv });
		const viewer = { kind: "user", userId: ann.id, sessionId: "", teen: false } as const;
		vi.spyOn(broken.db, "user").mockImplementation(() => {
			throw new Error("away");
		});
		await expect(changeUsername(broken, viewer, name)).rejects.toThrow("away");
		expect((await rename(name)).json.user.username).toBe(name);
		const held = await services.db
			.directory()
			.select()
			.from(formerUsernames)
			.where(and(eq(formerUsernames.userId, ann.id)));
		expect(held.map(({ username }) => username)).toEqual([old.toLowerCase()]);
	});

	it.each([
		["a zero width", "an\u200Bna"],
		["a joiner", "an\u200Dna"],
		["turned round", "anna\u202Egpj"],
		["letters of another script", "\u0430nn\u0430"],
		["wide letters", "ａｎｎａ"],
		["an accent beside its letter", "ann\u0301a"],
		["a soft hyphen", "an\u00ADna"],
		["a blank letter", "\u3164\u3164\u3164"],
		["a space", "an na"],
		["an at", "@anna"],
		["a slash", "an/na"],
		["signs alone", "..._"],
		["too short", "an"],
		["too long", "a".repeat(25)],
		["a name of the service", "reelay"],
		["one that looks like it", "ree1ay_team"],
		["an office", "adm1n"],
		["a page", "settings"],
	])("422: %s", async (_, name) => {
		const { json } = await rename(name);
		expect([json.code, json.errors[0].field]).toEqual(["invalid_fields", "body.username"]);
		expect(json.errors[0].message).toMatch(/[.]$/);
	});

	it("401: not for guests", async () => {
		expect((await call("PUT /api/v1/auth/username", { body: { username: newName() } })).status).toBe(401);
	});
});
