import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { APPEAL_DAYS } from "../../../contracts/limits.ts";
import { accountLimits, moderationDecisions } from "../../../db/schema/moderation.ts";
import { appeals } from "../../../db/schema/reports.ts";
import { newUser, PASSWORD, services, type TestUser } from "../../gateway/testing/api.ts";
import { decide } from "../index.ts";
import { FOR_GOOD } from "../moderation/ladder.ts";
import { call, decideOn, report } from "../reports/reports.fixture.ts";

const directory = services.db.directory();
const WHY = "That was my little brother, and I changed my password.";
const of = ({ user }: TestUser) => ({ username: user.username, password: PASSWORD });
const login = (person: TestUser) => call("POST /api/v1/auth/login", { body: of(person) });
const read = (person: TestUser, password = PASSWORD) => call("POST /api/v1/auth/suspension", { body: { ...of(person), password } });
const appeal = (person: TestUser, password = PASSWORD) =>
	call("POST /api/v1/auth/suspension/appeal", { body: { ...of(person), password, text: WHY } });

/** Somebody whose account was suspended. */
async function suspended(until: Date) {
	const [person, reporter] = [await newUser(call), await newUser(call)];
	const { json } = await report(reporter, { kind: "profile", userId: person.id }, "scam");
	return { person, decisionId: await decideOn(json.reportId, "suspend", "Asked people for money.", { until }) };
}

describe("who is suspended", () => {
	it("403, 200: is told until when in words, and reads why without a session", async () => {
		const until = new Date("2099-03-01T12:00:00Z");
		const { person, decisionId } = await suspended(until);
		expect((await call("GET /api/v1/auth/me", { token: person.token })).status).toBe(401);
		const refused = await login(person);
		expect([refused.status, refused.json.code]).toEqual([403, "account_suspended"]);
		expect(refused.json.detail).toContain("suspended until 2099-03-01 (scam or fraud)");
		const { status, json } = await read(person);
		expect(status).toBe(200);
		expect(json.suspension).toMatchObject({
			until: until.toISOString(),
			decision: { id: decisionId, decision: "suspend", reason: "scam", statement: { note: "Asked people for money." }, appeal: null },
		});
	});

	it("403: is told that it is for good", async () => {
		const { person } = await suspended(FOR_GOOD);
		expect((await login(person)).json.detail).toContain("suspended for good");
		expect((await read(person)).json.suspension).toMatchObject({ until: null, decision: { until: null } });
	});

	it("201, 200: appeals, and signs in again when somebody else agrees", async () => {
		const { person } = await suspended(FOR_GOOD);
		const first = await appeal(person);
		expect([first.status, (await appeal(person)).status]).toEqual([201, 200]);
		expect((await read(person)).json.suspension.decision).toMatchObject({ appeal: { state: "waiting", text: WHY }, appealUntil: null });
		const [row] = await directory.select().from(appeals).where(eq(appeals.id, first.json.appeal.id));
		const operator = { id: services.newId(), roles: ["senior" as const] };
		await decide(services, { caseId: row?.caseId ?? "0", operator, decision: "approve", reason: "scam", note: "It was not them." });
		expect((await login(person)).status).toBe(200);
		expect((await read(person)).json).toEqual({ suspension: null });
		const none = await appeal(person);
		expect([none.status, none.json.code]).toEqual([409, "appeal_not_open"]);
	});

	it("200: signs in again when the time is over", async () => {
		const { person } = await suspended(new Date(services.clock() + 3_600_000));
		await directory
			.update(accountLimits)
			.set({ suspendedUntil: new Date(services.clock() - 1) })
			.where(eq(accountLimits.ownerId, person.id));
		expect((await login(person)).status).toBe(200);
	});

	it("401: nobody else reads or appeals", async () => {
		const { person } = await suspended(FOR_GOOD);
		for (const answer of [await read(person, "guessed wrong"), await appeal(person, "guessed wrong")]) {
			expect([answer.status, answer.json.code]).toEqual([401, "bad_credentials"]);
		}
	});

	it("410: within six months; 422: in words", async () => {
		const { person, decisionId } = await suspended(FOR_GOOD);
		const short = await call("POST /api/v1/auth/suspension/appeal", { body: { ...of(person), text: "no" } });
		expect(short.status).toBe(422);
		const long = new Date(services.clock() - (APPEAL_DAYS * 86_400_000 + 1));
		await directory.update(moderationDecisions).set({ at: long }).where(eq(moderationDecisions.id, decisionId));
		expect((await appeal(person)).json.code).toBe("appeal_expired");
	});
});
