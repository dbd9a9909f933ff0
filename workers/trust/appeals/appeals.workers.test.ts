import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { APPEAL_DAYS } from "../../../contracts/limits.ts";
import { type DsaStatement, DsaStatement as Schema } from "../../../contracts/statements.ts";
import { moderationCases, moderationDecisions } from "../../../db/schema/moderation.ts";
import { appeals } from "../../../db/schema/reports.ts";
import { newUser, services, type TestUser } from "../../gateway/testing/api.ts";
import { newVideo, written } from "../../social/comments/comments.fixture.ts";
import { decide, eraseAppealsOf, sweepAppeals } from "../index.ts";
import { call, decideOn, noticesOf, report, rowOf } from "../reports/reports.fixture.ts";
import { puidOf } from "./statement.ts";

const directory = services.db.directory();
const WHY = { text: "It quotes a film, and everybody laughs about it." };

const decisionsOf = async ({ token }: TestUser, query = "") =>
	(await call(`GET /api/v1/users/me/decisions${query}`, { token })).json.decisions;
const standingOf = async ({ token }: TestUser) => (await call("GET /api/v1/users/me/standing", { token })).json;
const appeal = (by: TestUser, decisionId: string, body: object = WHY) =>
	call(`POST /api/v1/decisions/${decisionId}/appeal`, { token: by.token, body });

/** A comment that was reported, and what was decided about it. */
async function judged(decision: Parameters<typeof decideOn>[1], note = "", more: Parameters<typeof decideOn>[3] = {}) {
	const [owner, reporter] = [await newUser(call), await newUser(call)];
	const videoId = await newVideo(owner);
	const commentId = await written(owner, videoId, "A rude word");
	const { json } = await report(reporter, { kind: "comment", videoId, commentId }, "harassment");
	const reportId = json.reportId as string;
	return { owner, reporter, videoId, commentId, reportId, decisionId: await decideOn(reportId, decision, note, more) };
}
/** A second reviewer's decision about an appeal. */
async function settle(appealId: string, decision: "approve" | "dismiss", note: string): Promise<void> {
	const [row] = await directory.select().from(appeals).where(eq(appeals.id, appealId));
	if (row?.caseId == null) throw new Error("the appeal has no case");
	const second = { id: services.newId(), roles: ["senior", "child_safety"] as ("senior" | "child_safety")[] };
	await decide(services, { caseId: row.caseId, operator: second, decision, reason: "harassment", note });
}

describe("one's own decisions", () => {
	it("200: say what was decided, why, until when one may appeal; nobody else's are among them", async () => {
		const { owner, reporter, videoId, decisionId } = await judged("remove", "Insults @somebody in the second sentence.", { strike: true });
		expect(await decisionsOf(owner)).toMatchObject([
			{
				id: decisionId,
				kind: "comment",
				videoId,
				decision: "remove",
				reason: "harassment",
				until: null,
				state: "in_force",
				statement: {
					explanation: "Insults [user] in the second sentence.",
					automatedDetection: false,
					automatedDecision: false,
					source: "report",
					scope: "everywhere",
					puid: puidOf(decisionId),
				},
				appeal: null,
				appealUntil: expect.any(String),
			},
		]);
		expect(await decisionsOf(owner, `?videoId=${videoId}`)).toHaveLength(1);
		expect(await decisionsOf(owner, `?videoId=${services.newId()}`)).toEqual([]);
		expect(await decisionsOf(reporter)).toEqual([]);
		expect(await standingOf(owner)).toMatchObject({ state: "warned", strikes: [{ decisionId, reason: "harassment" }] });
		expect(await standingOf(reporter)).toEqual({ state: "good", suspendedUntil: null, limitedUntil: null, strikes: [] });
	});

	it("200: a limit says until when, and is over by itself", async () => {
		const until = new Date(services.clock() + 3_600_000);
		const { owner, decisionId } = await judged("shadow_limit", "", { until });
		expect(await standingOf(owner)).toMatchObject({ state: "limited", limitedUntil: until.toISOString() });
		await directory
			.update(moderationDecisions)
			.set({ until: new Date(services.clock() - 1) })
			.where(eq(moderationDecisions.id, decisionId));
		expect(await decisionsOf(owner)).toMatchObject([{ state: "over" }]);
	});

	it("401: without signing in", async () => {
		for (const path of ["standing", "decisions"]) expect((await call(`GET /api/v1/users/me/${path}`)).status).toBe(401);
	});
});

describe("an appeal", () => {
	it("201, 200: is one, for a second reviewer, who is never the first", async () => {
		const { owner, decisionId } = await judged("remove");
		const first = await appeal(owner, decisionId);
		expect([first.status, first.json.appeal.state]).toEqual([201, "waiting"]);
		const again = await appeal(owner, decisionId, { text: "I would like to add something." });
		expect([again.status, again.json.appeal]).toEqual([200, first.json.appeal]);
		const [row] = await directory.select().from(appeals).where(eq(appeals.id, first.json.appeal.id));
		const [opened] = await directory
			.select()
			.from(moderationCases)
			.where(eq(moderationCases.id, row?.caseId ?? "0"));
		const [decision] = await directory.select().from(moderationDecisions).where(eq(moderationDecisions.id, decisionId));
		expect(opened).toMatchObject({ queue: "appeals", decisionId, notBy: decision?.operatorId, source: "appeal" });
		expect(await decisionsOf(owner)).toMatchObject([{ appeal: { state: "waiting", text: WHY.text }, appealUntil: null }]);
	});

	it("that is granted takes all back, and its reporters were wrong", async () => {
		const { owner, reporter, reportId, decisionId } = await judged("remove", "", { strike: true });
		const { json } = await appeal(owner, decisionId);
		await settle(json.appeal.id, "approve", "It is a quotation.");
		expect(await decisionsOf(owner)).toMatchObject([{ state: "undone", appeal: { state: "upheld", outcome: "It is a quotation." } }]);
		expect(await standingOf(owner)).toMatchObject({ state: "good", strikes: [] });
		expect((await noticesOf(owner))[0]).toBe(
			"Somebody else looked at your appeal about “A rude word”. You were right: the decision is taken back. Their reasons: It is a quotation.",
		);
		expect((await rowOf(reportId)).state).toBe("dismissed");
		expect(await noticesOf(reporter)).toHaveLength(1);
	});

	it("that is turned down says why, and the decision stands", async () => {
		const { owner, reportId, decisionId } = await judged("remove");
		const { json } = await appeal(owner, decisionId);
		await settle(json.appeal.id, "dismiss", "It is aimed at a person, write to bob@mail.example.");
		expect(await decisionsOf(owner)).toMatchObject([
			{ state: "in_force", appeal: { state: "rejected", outcome: "It is aimed at a person, write to [address]." }, appealUntil: null },
		]);
		expect((await noticesOf(owner))[0]).toContain("The decision stands. Their reasons: It is aimed at a person");
		expect((await rowOf(reportId)).state).toBe("upheld");
	});

	it("404: of a decision that is not there, somebody else's, or that took nothing from anybody", async () => {
		const { owner, reporter, decisionId } = await judged("remove");
		const dismissed = await judged("dismiss");
		const refusals = await Promise.all([
			appeal(owner, services.newId()),
			appeal(reporter, decisionId),
			appeal(dismissed.owner, dismissed.decisionId),
		]);
		const [first] = refusals;
		for (const { status, json } of refusals) {
			expect([status, json.code, json.detail]).toEqual([404, "decision_not_found", first?.json.detail]);
		}
	});

	it("410: after six months; 409: of what was taken back", async () => {
		const { owner, decisionId } = await judged("remove");
		const long = new Date(services.clock() - (APPEAL_DAYS * 86_400_000 + 1));
		await directory.update(moderationDecisions).set({ at: long }).where(eq(moderationDecisions.id, decisionId));
		expect((await decisionsOf(owner))[0].appealUntil).toBeNull();
		const late = await appeal(owner, decisionId);
		expect([late.status, late.json.code]).toEqual([410, "appeal_expired"]);
		await directory
			.update(moderationDecisions)
			.set({ at: new Date(), overturnedAt: new Date() })
			.where(eq(moderationDecisions.id, decisionId));
		const none = await appeal(owner, decisionId);
		expect([none.status, none.json.code]).toEqual([409, "appeal_not_open"]);
	});

	it("422: says why, in words", async () => {
		const { owner, decisionId } = await judged("remove");
		for (const text of ["", "no", "x".repeat(2_001)]) expect((await appeal(owner, decisionId, { text })).status).toBe(422);
	});

	it("that broke off before it had a case gets one", async () => {
		const { owner, decisionId } = await judged("remove");
		const { json } = await appeal(owner, decisionId);
		const at = eq(appeals.id, json.appeal.id);
		const before = (await directory.select().from(appeals).where(at))[0]?.caseId;
		await directory
			.update(appeals)
			.set({ caseId: null, createdAt: new Date(services.clock() - 120_000) })
			.where(at);
		expect(await sweepAppeals(services)).toBeGreaterThan(0);
		expect((await directory.select().from(appeals).where(at))[0]?.caseId).toBe(before);
	});

	it("goes with the account of who wrote it", async () => {
		const { owner, decisionId } = await judged("remove");
		const { json } = await appeal(owner, decisionId);
		await eraseAppealsOf(services, owner.id);
		expect(await directory.select().from(appeals).where(eq(appeals.id, json.appeal.id))).toEqual([]);
	});
});

describe("a reporter's appeal", () => {
	const again = (by: TestUser, reportId: string) => call(`POST /api/v1/reports/${reportId}/appeal`, { token: by.token, body: WHY });

	it("201, 200: has what was left as it is looked at by somebody else; granted, it is judged anew", async () => {
		const { owner, reporter, reportId, decisionId } = await judged("dismiss");
		const first = await again(reporter, reportId);
		expect([first.status, (await again(reporter, reportId)).status]).toEqual([201, 200]);
		await settle(first.json.appeal.id, "approve", "It insults somebody.");
		const row = await rowOf(reportId);
		expect([row.state, row.decisionId]).toEqual(["received", null]);
		expect((await noticesOf(reporter))[0]).toBe(
			"Somebody else looked at your report. You were right to ask: it is being judged anew. Their reasons: It insults somebody.",
		);
		expect(await noticesOf(owner)).toEqual([]);
		const anew = await decideOn(reportId, "remove", "Insulting.");
		expect(anew).not.toBe(decisionId);
		expect((await rowOf(reportId)).state).toBe("upheld");
		expect(await decisionsOf(owner)).toMatchObject([{ id: anew, appealUntil: expect.any(String) }]);
	});

	it("gives nothing back that was removed meanwhile for another reason", async () => {
		const { owner, reporter, videoId, commentId, reportId } = await judged("dismiss");
		const other = await report(await newUser(call), { kind: "comment", videoId, commentId }, "hate");
		await decideOn(other.json.reportId, "remove");
		const shown = async () => (await call(`GET /api/v1/videos/${videoId}/comments`)).json.comments.map(({ id }: { id: string }) => id);
		expect(await shown()).toEqual([]);
		const { json } = await again(reporter, reportId);
		await settle(json.appeal.id, "approve", "It insults somebody.");
		expect(await shown()).toEqual([]);
		expect(await decisionsOf(owner)).toMatchObject([{ decision: "remove", state: "in_force" }]);
	});

	it("that is turned down leaves it as it is", async () => {
		const { reporter, reportId } = await judged("dismiss");
		const { json } = await again(reporter, reportId);
		await settle(json.appeal.id, "dismiss", "Rude, and allowed.");
		const { json: list } = await call("GET /api/v1/reports", { token: reporter.token });
		expect(list.reports).toMatchObject([{ state: "dismissed", appeal: "rejected", appealUntil: null }]);
	});

	it("404, 409: is of one's own report, and of one that was left as it is", async () => {
		const { owner, reporter, reportId } = await judged("remove");
		const [other, upheld] = [await again(owner, reportId), await again(reporter, reportId)];
		expect([other.status, other.json.code]).toEqual([404, "report_not_found"]);
		expect([upheld.status, upheld.json.code]).toEqual([409, "appeal_not_open"]);
		const [creator, viewer] = [await newUser(call), await newUser(call)];
		const { json } = await report(viewer, { kind: "profile", userId: creator.id });
		expect((await again(viewer, json.reportId)).status).toBe(409);
	});

	it("410: within six months", async () => {
		const { reporter, reportId, decisionId } = await judged("dismiss");
		const long = new Date(services.clock() - (APPEAL_DAYS * 86_400_000 + 1));
		await directory.update(moderationDecisions).set({ at: long }).where(eq(moderationDecisions.id, decisionId));
		expect((await again(reporter, reportId)).status).toBe(410);
	});
});

describe("statements for the transparency database", () => {
	const headers = { "x-admin-token": services.config.ADMIN_TOKEN };
	const all = async (from: Date): Promise<DsaStatement[]> => {
		const statements: DsaStatement[] = [];
		for (let cursor: string | null = ""; cursor !== null; ) {
			const { status, json } = await call(`GET /api/v1/admin/statements?limit=3&from=${from.toISOString()}&cursor=${cursor}`, { headers });
			expect(status).toBe(200);
			statements.push(...json.statements);
			cursor = json.nextCursor;
		}
		return statements;
	};

	it("200: are those of every decision that restricts, once, as it takes them; what an appeal took back is left out", async () => {
		const from = new Date(services.clock());
		const removed = await judged("remove", "Call 030 1234567");
		const suspended = await judged("suspend", "", { until: new Date(services.clock() + 7 * 86_400_000) });
		const dismissed = await judged("dismiss");
		const undone = await judged("remove");
		await settle((await appeal(undone.owner, undone.decisionId)).json.appeal.id, "approve", "Allowed.");
		const statements = await all(from);
		for (const statement of statements) expect(Schema.parse(statement)).toEqual(statement);
		const of = ({ decisionId }: { decisionId: string }) => statements.filter(({ puid }) => puid === puidOf(decisionId));
		expect(of(removed)).toMatchObject([
			{ decision_visibility: ["DECISION_VISIBILITY_CONTENT_REMOVED"], content_type: ["CONTENT_TYPE_TEXT"] },
		]);
		expect(JSON.stringify(of(removed))).not.toMatch(/1234567|rude/);
		expect(of(suspended)).toMatchObject([{ decision_account: "DECISION_ACCOUNT_SUSPENDED" }]);
		expect([...of(dismissed), ...of(undone)]).toEqual([]);
	});

	it("403: for operators alone", async () => {
		expect((await call("GET /api/v1/admin/statements")).status).toBe(403);
	});
});
