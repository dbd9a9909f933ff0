import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { ENDPOINTS } from "../../../contracts/api.ts";
import { CHILD_ACCOUNT_DAYS } from "../../../contracts/limits.ts";
import { accountUsers } from "../../../db/schema/directory.ts";
import { accountLimits } from "../../../db/schema/moderation.ts";
import { appeals } from "../../../db/schema/reports.ts";
import { eraseDueAccounts } from "../../accounts/index.ts";
import { ROUTERS } from "../../app.ts";
import { newUser, PASSWORD, services, type TestUser, testApp } from "../../gateway/testing/api.ts";
import type { Services } from "../../platform/services.ts";
import { decide, endChildAccounts } from "../index.ts";
import { decideOn, report, rowOf } from "../reports/reports.fixture.ts";

const call = testApp(...ROUTERS);
const directory = services.db.directory();
const DAY_MS = 86_400_000;
const WHY = "I am 17, and short for my age.";
const senior = () => ({ id: services.newId(), roles: ["senior" as const] });
const later = (days: number): Services => ({ ...services, clock: () => services.clock() + days * DAY_MS });
const login = ({ user }: TestUser, more: object = {}) =>
	call("POST /api/v1/auth/login", { body: { username: user.username, password: PASSWORD, ...more } });

/** Somebody whose account was reported, and found to be a child's; signed in again. */
async function found() {
	const [person, reporter] = [await newUser(call), await newUser(call)];
	const { json } = await report(reporter, { kind: "profile", userId: person.id }, "underage");
	const decisionId = await decideOn(json.reportId, "child_account", "Says so in every video.");
	return { person, reporter, decisionId, token: String((await login(person)).json.token) };
}
const eraseAtOf = async (id: string) =>
	(await directory.select({ eraseAt: accountUsers.eraseAt }).from(accountUsers).where(eq(accountUsers.id, id)))[0]?.eraseAt ?? null;
const restrictionOf = async (token: string) => (await call("GET /api/v1/auth/me", { token })).json.user.ageRestriction;
async function answerAppeal(decisionId: string, decision: "approve" | "dismiss") {
	const [row] = await directory.select().from(appeals).where(eq(appeals.decisionId, decisionId));
	await decide(services, { caseId: row?.caseId ?? "0", operator: senior(), decision, reason: "underage", note: "Looked at again." });
}
const appeal = (token: string, decisionId: string) => call(`POST /api/v1/decisions/${decisionId}/appeal`, { token, body: { text: WHY } });

describe("an account that is found to be a child's", { timeout: 60_000 }, () => {
	it("is shown to nobody, signed out everywhere, and may sign in to what is left", async () => {
		const { person, reporter, decisionId, token } = await found();
		expect((await call("GET /api/v1/auth/me", { token: person.token })).status).toBe(401);
		expect((await call(`GET /api/v1/users/${person.id}`, { token: reporter.token })).status).toBe(404);
		const { decisionId: told, erasedAt } = await restrictionOf(token);
		expect([told, Math.round((Date.parse(erasedAt) - services.clock()) / DAY_MS)]).toEqual([decisionId, CHILD_ACCOUNT_DAYS]);
		expect((await call("GET /api/v1/users/me/standing", { token })).json.state).toBe("closed");
		expect((await call("GET /api/v1/users/me/decisions", { token })).json.decisions).toMatchObject([
			{ id: decisionId, decision: "child_account", reason: "underage", statement: { note: "Says so in every video." } },
		]);
	});

	const others = ENDPOINTS.filter(({ access, forChildren }) => (access === "user" || access === "viewer") && forChildren !== true);
	it("403 age_restricted: every operation but those to appeal, to take data along and to leave", async () => {
		const { token } = await found();
		expect(others.length).toBeGreaterThan(150);
		for (const { id, method, path, body } of others) {
			const address = path.replace(/:\w+/g, "1");
			const { status, json } = await call(`${method} ${address}` as `GET /${string}`, {
				token,
				...(body === undefined ? {} : { body: {} }),
			});
			expect([id, status, json.code]).toEqual([id, 403, "age_restricted"]);
		}
	});

	it("is erased after thirty days, not before, and nobody comes back to it", async () => {
		const { person } = await found();
		await endChildAccounts(later(CHILD_ACCOUNT_DAYS - 1));
		expect(await eraseAtOf(person.id)).toBeNull();
		await endChildAccounts(later(CHILD_ACCOUNT_DAYS + 1));
		expect(await eraseAtOf(person.id)).not.toBeNull();
		await expect
			.poll(
				async () => {
					await eraseDueAccounts(later(CHILD_ACCOUNT_DAYS + 2));
					return directory.$count(accountUsers, eq(accountUsers.id, person.id));
				},
				{ timeout: 30_000 },
			)
			.toBe(0);
		expect(await directory.$count(accountLimits, eq(accountLimits.ownerId, person.id))).toBe(0);
	});

	it("waits for the answer to an appeal, and thirty days after one that is turned down", async () => {
		const { person, token, decisionId } = await found();
		expect((await appeal(token, decisionId)).status).toBe(201);
		expect((await restrictionOf(token)).erasedAt).toBeNull();
		await endChildAccounts(later(CHILD_ACCOUNT_DAYS + 60));
		expect(await eraseAtOf(person.id)).toBeNull();
		await answerAppeal(decisionId, "dismiss");
		expect((await restrictionOf(token)).erasedAt).not.toBeNull();
		await endChildAccounts(later(CHILD_ACCOUNT_DAYS + 1));
		expect(await eraseAtOf(person.id)).not.toBeNull();
	});

	it("is given back by an appeal that is granted, in the session that appealed too", async () => {
		const { person, reporter, token, decisionId } = await found();
		await appeal(token, decisionId);
		await answerAppeal(decisionId, "approve");
		expect(await restrictionOf(token)).toBeNull();
		expect((await call("GET /api/v1/feed?count=1", { token })).status).not.toBe(403);
		expect((await call("GET /api/v1/users/me/screen-time", { token })).status).toBe(200);
		expect((await call(`GET /api/v1/users/${person.id}`, { token: reporter.token })).status).toBe(200);
		await endChildAccounts(later(CHILD_ACCOUNT_DAYS + 1));
		expect(await eraseAtOf(person.id)).toBeNull();
	});

	it("its owner may delete it at once or later, and later is no way back", async () => {
		const { person, token } = await found();
		expect((await call("POST /api/v1/auth/deletion", { token, body: { password: PASSWORD, when: "later" } })).status).toBe(202);
		const refused = await login(person, { comeBack: true });
		expect([refused.status, refused.json.code]).toEqual([409, "account_leaving"]);
	});

	it("is closed by that decision with that policy alone, and by who may suspend", async () => {
		const [person, reporter] = [await newUser(call), await newUser(call)];
		const { json } = await report(reporter, { kind: "profile", userId: person.id }, "underage");
		const given = { caseId: (await rowOf(json.reportId)).caseId ?? "0", note: "" };
		const moderator = { id: services.newId(), roles: ["moderator" as const] };
		const refused = async (more: Pick<Parameters<typeof decide>[1], "decision" | "reason" | "operator">) =>
			decide(services, { ...given, ...more }).then(
				() => null,
				(error: { code: string }) => error.code,
			);
		expect([
			await refused({ decision: "child_account", reason: "underage", operator: moderator }),
			await refused({ decision: "child_account", reason: "spam", operator: senior() }),
			await refused({ decision: "suspend", reason: "underage", operator: senior() }),
		]).toEqual(["role_required", "decision_unfit", "decision_unfit"]);
	});
});
