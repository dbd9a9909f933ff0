import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { LEASE_MS } from "../../contracts/desk.ts";
import type { Evidence, Subject } from "../../contracts/moderation.ts";
import type { OperatorRole } from "../../contracts/operator-roles.ts";
import { auditLog, caseEvidence, moderationCases } from "../../db/schema/moderation.ts";
import { type CallOptions, newOperatorToken, services, testApp } from "../gateway/testing/api.ts";
import { claimNextCase, type NewCase, openCase } from "../trust/index.ts";
import { deskRoutes } from "./routes.ts";

const call = testApp(deskRoutes);
const directory = services.db.directory();
const as = ({ headers }: { headers: Record<string, string> }, more: CallOptions = {}): CallOptions => ({ headers, ...more });
const scores = (value: number): Evidence => ({ kind: "scores", model: "test", scores: { unsafe: value } });
const subjectOf = (more: Partial<Subject> = {}): Subject => ({ kind: "comment", id: services.newId(), ownerId: services.newId(), ...more });
const opened = async (more: Partial<NewCase> = {}): Promise<string> =>
	(
		await openCase(services, {
			subject: subjectOf(),
			queue: "content",
			reason: "spam",
			severity: 1,
			source: "report",
			evidence: scores(Math.random()),
			...more,
		})
	).caseId;
const child = (more: Partial<NewCase> = {}) => opened({ queue: "child_safety", reason: "grooming", severity: 5, ...more });
const operator = (...roles: OperatorRole[]) => newOperatorToken(...roles);
/** Cases that tests before left open would be as good as those of this one. */
const closeAll = () => directory.update(moderationCases).set({ state: "closed" }).where(eq(moderationCases.state, "open"));

describe("claiming", () => {
	it("twenty moderators who claim a hundred cases at once are each given others: every case to one", async () => {
		await closeAll();
		const ids = await Promise.all(Array.from({ length: 100 }, () => opened()));
		const people = Array.from({ length: 20 }, () => ({ id: services.newId(), roles: ["moderator"] as const }));
		const given = await Promise.all(
			people.map(async (person) => {
				const mine: string[] = [];
				for (let next = await claimNextCase(services, person, "content"); next !== null; ) {
					mine.push(next.id);
					next = await claimNextCase(services, person, "content");
				}
				return mine;
			}),
		);
		expect(given.flat().sort()).toEqual(ids.toSorted());
		expect(given.filter((mine) => mine.length > 0).length).toBeGreaterThan(1);
	});

	it("200: the most pressing first: severity, then how many saw it, then how long it waits", async () => {
		await closeAll();
		const reviewer = await operator("moderator");
		const [mild, seen, old, severe] = [await opened(), await opened(), await opened(), await opened({ severity: 3 })];
		await directory.update(moderationCases).set({ reach: 5_000 }).where(eq(moderationCases.id, seen));
		await directory
			.update(moderationCases)
			.set({ openedAt: new Date(Date.now() - 86_400_000) })
			.where(eq(moderationCases.id, old));
		const listed = await call("GET /api/v1/desk/cases?queue=content", as(reviewer));
		expect(listed.json.cases.map(({ id }: { id: string }) => id)).toEqual([severe, seen, old, mild]);
		const { json } = await call("POST /api/v1/desk/cases/claim", as(reviewer, { body: { queue: "content" } }));
		expect(json.case).toMatchObject({ id: severe, claimedBy: { id: reviewer.id } });
	});

	it("200, 409, 204: one is held by whoever claimed it, until it is given back or nothing is heard of them", async () => {
		const [one, two] = [await operator("moderator"), await operator("moderator")];
		const id = await opened();
		const claim = (who: typeof one) => call(`PUT /api/v1/desk/cases/${id}/claim`, as(who));
		expect((await claim(one)).status).toBe(200);
		expect((await claim(one)).status).toBe(200);
		expect((await claim(two)).json.code).toBe("case_taken");
		const decision = { decision: "dismiss", reason: "spam" };
		expect((await call(`POST /api/v1/desk/cases/${id}/decision`, as(two, { body: decision }))).json.code).toBe("case_taken");
		// Somebody else's is not given back.
		expect((await call(`DELETE /api/v1/desk/cases/${id}/claim`, as(two))).status).toBe(204);
		expect((await claim(two)).json.code).toBe("case_taken");
		expect((await call(`DELETE /api/v1/desk/cases/${id}/claim`, as(one))).status).toBe(204);
		expect((await claim(two)).status).toBe(200);
		await directory
			.update(moderationCases)
			.set({ claimedUntil: new Date(Date.now() - 1) })
			.where(eq(moderationCases.id, id));
		const again = await claim(one);
		expect(Date.parse(again.json.case.claimedUntil)).toBeLessThanOrEqual(Date.now() + LEASE_MS);
		expect((await call(`POST /api/v1/desk/cases/${id}/decision`, as(one, { body: decision }))).status).toBe(200);
		expect((await claim(one)).json.code).toBe("case_closed");
		expect((await call(`POST /api/v1/desk/cases/${id}/decision`, as(one, { body: decision }))).json.code).toBe("case_closed");
	});

	it("404: there is no such case, for any of its operations", async () => {
		const reviewer = await operator("moderator");
		for (const [operation, body] of [
			["GET /api/v1/desk/cases/4711", undefined],
			["PUT /api/v1/desk/cases/4711/claim", undefined],
			["DELETE /api/v1/desk/cases/4711/claim", undefined],
			["POST /api/v1/desk/cases/4711/decision", { decision: "approve", reason: "spam" }],
			["POST /api/v1/desk/cases/4711/notes", { text: "?" }],
			["PUT /api/v1/desk/cases/4711/queue", { queue: "content" }],
		] as const) {
			expect((await call(operation, as(reviewer, { body }))).json.code, operation).toBe("case_not_found");
		}
	});
});

describe("a case", () => {
	it("200: shows evidence, notes and the history of the person; that it was read is in the audit log", async () => {
		const reviewer = await operator("moderator");
		const ownerId = services.newId();
		const before = await opened({ subject: subjectOf({ ownerId }) });
		const strike = { decision: "strike", reason: "spam", note: "Again." };
		expect((await call(`POST /api/v1/desk/cases/${before}/decision`, as(reviewer, { body: strike }))).status).toBe(200);
		const id = await opened({ subject: subjectOf({ ownerId }), evidence: scores(0.7) });
		expect((await call(`POST /api/v1/desk/cases/${id}/notes`, as(reviewer, { body: { text: "Look at the links." } }))).status).toBe(201);
		const { json } = await call(`GET /api/v1/desk/cases/${id}`, as(reviewer));
		expect(json.evidence).toMatchObject([{ evidence: { kind: "scores", scores: { unsafe: 0.7 } } }]);
		expect(json.notes).toMatchObject([{ text: "Look at the links.", by: { id: reviewer.id } }]);
		expect(json.history).toMatchObject([{ decision: "strike", note: "Again.", by: { id: reviewer.id } }]);
		expect(json.account.strikes).toBe(1);
		expect(json.decisions).toContain("remove");
		expect(json.decisions).not.toContain("suspend");
		const lines = await directory
			.select()
			.from(auditLog)
			.where(and(eq(auditLog.target, `case:${id}`), eq(auditLog.action, "case.open")));
		expect(lines).toMatchObject([{ operatorId: reviewer.id }]);
	});

	it("200: cases are decided together, each by itself; what could not be is told", async () => {
		const [one, two] = [await operator("moderator"), await operator("moderator")];
		const ids = [await opened(), await opened(), await opened()];
		await call(`PUT /api/v1/desk/cases/${ids[1]}/claim`, as(two));
		const body = { caseIds: ids, decision: "dismiss", reason: "spam" };
		const { json } = await call("POST /api/v1/desk/decisions", as(one, { body }));
		expect(json.results).toEqual([
			{ caseId: ids[0], problem: null },
			{ caseId: ids[1], problem: expect.stringContaining("Somebody else") },
			{ caseId: ids[2], problem: null },
		]);
	});

	it("403, 422: what takes another role, or does not fit, is refused; an appeal is for somebody else", async () => {
		const [reviewer, senior] = [await operator("moderator"), await operator("moderator", "senior")];
		const id = await opened();
		const decide = (who: typeof reviewer, caseId: string, body: object) =>
			call(`POST /api/v1/desk/cases/${caseId}/decision`, as(who, { body: { reason: "spam", ...body } }));
		expect((await decide(reviewer, id, { decision: "suspend" })).json.code).toBe("role_required");
		expect((await decide(reviewer, id, { decision: "mute_sound" })).json.code).toBe("decision_unfit");
		expect((await decide(reviewer, id, { decision: "remove", reason: "intellectual_property" })).json.code).toBe("decision_unfit");
		const { json } = await decide(senior, id, { decision: "strike" });
		const appeal = await opened({
			queue: "appeals",
			source: "appeal",
			evidence: { kind: "appeal", appealId: services.newId(), decisionId: json.decisionId, text: "No." },
		});
		expect((await decide(senior, appeal, { decision: "dismiss" })).json.code).toBe("second_reviewer");
		expect((await call(`PUT /api/v1/desk/cases/${appeal}/claim`, as(senior))).json.code).toBe("second_reviewer");
		expect((await call(`GET /api/v1/desk/cases/${appeal}`, as(senior))).json.decisions).toEqual([]);
		expect((await decide(reviewer, appeal, { decision: "dismiss" })).json.code).toBe("case_not_found");
		expect((await decide(await operator("senior"), appeal, { decision: "dismiss" })).status).toBe(200);
	});

	it("204, 403, 409, 422: moves between queues that are both one's own", async () => {
		const both = await operator("moderator", "copyright");
		const id = await opened();
		const move = (who: typeof both, caseId: string, queue: string) =>
			call(`PUT /api/v1/desk/cases/${caseId}/queue`, as(who, { body: { queue } }));
		expect((await move(await operator("moderator"), id, "copyright")).json.code).toBe("role_required");
		const other = await operator("moderator");
		await call(`PUT /api/v1/desk/cases/${id}/claim`, as(other));
		expect((await move(both, id, "copyright")).json.code).toBe("case_taken");
		await call(`DELETE /api/v1/desk/cases/${id}/claim`, as(other));
		expect((await move(both, id, "content")).json.code).toBe("decision_unfit");
		expect((await move(both, id, "copyright")).status).toBe(204);
		expect((await move(both, id, "copyright")).json.code).toBe("case_closed");
		const [row] = await directory.select().from(moderationCases).where(eq(moderationCases.id, id));
		const [moved] = await directory
			.select()
			.from(moderationCases)
			.where(and(eq(moderationCases.queue, "copyright"), eq(moderationCases.subjectId, row?.subjectId ?? "")));
		expect(
			await directory
				.select()
				.from(caseEvidence)
				.where(eq(caseEvidence.caseId, moved?.id ?? "")),
		).toHaveLength(1);
	});
});

describe("child safety", () => {
	/** Everything that is not cleared, each with all it may ask for. */
	const uncleared = () => operator("moderator", "senior", "copyright", "admin");

	it("shows nothing to who is not cleared: queues, lists, search, cases, history, metrics, audit", async () => {
		const [other, cleared] = [await uncleared(), await operator("child_safety", "admin")];
		const subject = subjectOf();
		const id = await child({ subject });
		const body = { decision: "strike", reason: "grooming", note: "Seen." };
		const target = { kind: subject.kind, id: subject.id };
		expect(
			(await call(`POST /api/v1/desk/cases/${id}/decision`, as(cleared, { body: { ...body, target } }))).json.decisionId,
		).not.toBeNull();
		expect((await call(`GET /api/v1/desk/cases/${id}`, as(cleared))).json.history).toHaveLength(1);

		const queues = await call("GET /api/v1/desk/queues", as(other));
		expect(queues.json.queues.map(({ queue }: { queue: string }) => queue)).toEqual(["content", "copyright", "appeals"]);
		for (const query of ["queue=child_safety", `search=${id}`, `search=${subject.ownerId}`, `search=${subject.ownerId}&state=closed`]) {
			expect((await call(`GET /api/v1/desk/cases?${query}`, as(other))).json.cases, query).toEqual([]);
		}
		const next = await call("POST /api/v1/desk/cases/claim", as(other, { body: { queue: "child_safety" } }));
		expect(next.json.case).toBeNull();
		for (const operation of [`GET /api/v1/desk/cases/${id}`, `PUT /api/v1/desk/cases/${id}/claim`] as const) {
			expect((await call(operation, as(other))).json.code).toBe("case_not_found");
		}
		expect((await call(`POST /api/v1/desk/cases/${id}/decision`, as(other, { body }))).json.code).toBe("case_not_found");
		const bulk = { caseIds: [id], decision: "approve", reason: "spam" };
		const answered = await call("POST /api/v1/desk/decisions", as(other, { body: bulk }));
		const never = await call("POST /api/v1/desk/decisions", as(other, { body: { ...bulk, caseIds: ["4711"] } }));
		expect(answered.json.results[0].problem).toBe(never.json.results[0].problem);
		// The same person's other case does not tell of it, either.
		const open = await opened({ subject: subjectOf({ ownerId: subject.ownerId }) });
		expect((await call(`GET /api/v1/desk/cases/${open}`, as(other))).json.history).toEqual([]);
		const metrics = await call("GET /api/v1/desk/metrics", as(other));
		expect(metrics.json.queues.map(({ queue }: { queue: string }) => queue)).not.toContain("child_safety");
		const audit = await call(`GET /api/v1/desk/audit?target=case:${id}`, as(other));
		expect(audit.json.lines).toEqual([]);
		expect((await call(`GET /api/v1/desk/audit?target=case:${id}`, as(cleared))).json.lines.length).toBeGreaterThan(1);
	});

	it("is added to, moved from and changed by the cleared alone", async () => {
		const other = await uncleared();
		const id = await child();
		const content = await opened();
		const move = (who: typeof other, caseId: string, queue: string) =>
			call(`PUT /api/v1/desk/cases/${caseId}/queue`, as(who, { body: { queue } }));
		expect((await move(other, content, "child_safety")).json.code).toBe("role_required");
		expect((await move(other, id, "content")).json.code).toBe("case_not_found");
		expect((await call(`POST /api/v1/desk/cases/${id}/notes`, as(other, { body: { text: "?" } }))).json.code).toBe("case_not_found");
		expect((await move(await operator("moderator", "child_safety"), content, "child_safety")).status).toBe(204);
		// What was a content case is no longer one that others find.
		expect((await call(`GET /api/v1/desk/cases/${content}`, as(other))).json.code).toBe("case_not_found");
	});

	it("what is handed on to it is gone for who did it, evidence and all; its owner's case is one", async () => {
		const reviewer = await operator("moderator");
		const subject = subjectOf();
		const before = await child({ subject: subjectOf({ ownerId: subject.ownerId }) });
		const id = await opened({ subject });
		const escalate = { decision: "escalate", reason: "minor_safety" };
		const { status, json } = await call(`POST /api/v1/desk/cases/${id}/decision`, as(reviewer, { body: escalate }));
		expect([status, json]).toEqual([200, { decisionId: null, performed: true }]);
		expect((await call(`GET /api/v1/desk/cases/${id}`, as(reviewer))).json.code).toBe("case_not_found");
		expect((await call(`GET /api/v1/desk/cases?search=${subject.ownerId}&state=closed`, as(reviewer))).json.cases).toEqual([]);
		const evidence = await directory.select().from(caseEvidence).where(eq(caseEvidence.caseId, before));
		expect(evidence.map(({ subjectId }) => subjectId)).toContain(subject.id);
	});

	it("502: a report that the authority does not take is an error, and the case stays as it was; one that it takes is in the audit log", async () => {
		const cleared = await operator("child_safety");
		const id = await child();
		const body = { decision: "escalate", reason: "grooming", note: "Please act." };
		const path = `POST /api/v1/desk/cases/${id}/decision` as const;
		const refused = await call(path, as(cleared, { body }));
		expect([refused.status, refused.json.code]).toEqual([502, "escalation_refused"]);
		expect((await call(`GET /api/v1/desk/cases/${id}`, as(cleared))).json.case.state).toBe("open");
		const actions = async () =>
			(
				await directory
					.select({ action: auditLog.action })
					.from(auditLog)
					.where(and(eq(auditLog.target, `case:${id}`), sql`action like 'case.report%'`))
			).map(({ action }) => action);
		expect(await actions()).toEqual(["case.report_out", "case.report_refused"]);
	});
});

describe("figures and the audit log", () => {
	it("200: time to decision, overturned decisions and backlog of one's queues", async () => {
		const reviewer = await operator("moderator");
		const id = await opened();
		await call(`POST /api/v1/desk/cases/${id}/decision`, as(reviewer, { body: { decision: "strike", reason: "spam" } }));
		const { json } = await call("GET /api/v1/desk/metrics?days=1", as(reviewer));
		expect(json.queues).toMatchObject([{ queue: "content", backlog: expect.any(Number) }]);
		expect(json.queues[0].decided).toBeGreaterThan(0);
		expect(json.queues[0].medianSeconds).toBeGreaterThanOrEqual(0);
	});

	it("422: no such queue, number of days, or number of lines", async () => {
		const [admin, reviewer] = [await operator("admin"), await operator("moderator")];
		const asked = await Promise.all([
			call("GET /api/v1/desk/cases?queue=lost", as(reviewer)),
			call("GET /api/v1/desk/metrics?days=0", as(reviewer)),
			call("GET /api/v1/desk/audit?limit=0", as(admin)),
		]);
		expect(asked.map(({ json }) => json.code)).toEqual(asked.map(() => "invalid_fields"));
	});

	it("200: is read page by page, newest first, and the reading is in it", async () => {
		const admin = await operator("admin");
		const first = await call("GET /api/v1/desk/audit?limit=2", as(admin));
		const [top, below] = first.json.lines;
		const second = await call(`GET /api/v1/desk/audit?limit=2&before=${below.seq}`, as(admin));
		expect(top.seq).toBeGreaterThan(below.seq);
		expect(second.json.lines[0].seq).toBeLessThan(below.seq);
		const again = await call("GET /api/v1/desk/audit?target=audit:all", as(admin));
		expect(again.json.lines[0]).toMatchObject({ action: "audit.read", by: { id: admin.id } });
	});
});
