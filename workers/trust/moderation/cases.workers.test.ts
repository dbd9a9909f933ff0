import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Evidence, Subject } from "../../../contracts/moderation.ts";
import { accountLimits, auditLog, caseEvidence, legalHolds, moderationCases, moderationDecisions } from "../../../db/schema/moderation.ts";
import { services } from "../../gateway/testing/api.ts";
import type { Operator } from "../../rules/operator.ts";
import { decide, type NewCase, openCase, performDue, suspensionOf } from "../index.ts";
import { strikesStanding } from "./decide.ts";

const directory = services.db.directory();
const operator = (...roles: Operator["roles"]): Operator => ({ id: services.newId(), roles });
const scores = (value: number): Evidence => ({ kind: "scores", model: "test", scores: { unsafe: value } });
const subjectOf = (kind: Subject["kind"] = "comment"): Subject => ({ kind, id: services.newId(), ownerId: services.newId() });
const caseOf = (subject: Subject, more: Partial<NewCase> = {}): NewCase => ({
	subject,
	queue: "content",
	reason: "spam",
	severity: 1,
	source: "report",
	evidence: scores(0.5),
	...more,
});
const rowOf = async (caseId: string) => {
	const [row] = await directory.select().from(moderationCases).where(eq(moderationCases.id, caseId));
	if (row === undefined) throw new Error(`no case ${caseId}`);
	return row;
};
const evidenceOf = (caseId: string) => directory.select().from(caseEvidence).where(eq(caseEvidence.caseId, caseId));

describe("cases", () => {
	it("one is open for each subject and queue: what comes again adds its evidence and only raises the severity", async () => {
		const subject = subjectOf();
		const first = await openCase(services, caseOf(subject, { severity: 3, reason: "harassment" }));
		const milder = await openCase(services, caseOf(subject, { evidence: scores(0.6) }));
		const worse = await openCase(services, caseOf(subject, { severity: 4, reason: "violence", evidence: scores(0.7) }));
		expect([first.isNew, milder, worse]).toEqual([true, { caseId: first.caseId, isNew: false }, { caseId: first.caseId, isNew: false }]);
		expect(await rowOf(first.caseId)).toMatchObject({ severity: 4, reason: "violence" });
		expect(await evidenceOf(first.caseId)).toHaveLength(3);
	});

	it("the same evidence told again is kept once", async () => {
		const given = caseOf(subjectOf());
		const { caseId } = await openCase(services, given);
		await openCase(services, given);
		expect(await evidenceOf(caseId)).toHaveLength(1);
	});

	it("twenty who open one at the same moment open one", async () => {
		const subject = subjectOf();
		const opened = await Promise.all(Array.from({ length: 20 }, (_, at) => openCase(services, caseOf(subject, { evidence: scores(at) }))));
		expect(new Set(opened.map(({ caseId }) => caseId)).size).toBe(1);
		expect(opened.filter(({ isNew }) => isNew)).toHaveLength(1);
		expect(await evidenceOf(opened[0]?.caseId ?? "")).toHaveLength(20);
	});

	it("child safety has one for each account, which holds all it gathers", async () => {
		const [comment, message] = [subjectOf(), subjectOf("message")];
		const both = [comment, { ...message, ownerId: comment.ownerId }];
		const [one, two] = await Promise.all(
			both.map((subject) => openCase(services, caseOf(subject, { queue: "child_safety", reason: "grooming", severity: 5 }))),
		);
		expect(two?.caseId).toBe(one?.caseId);
		const caseId = one?.caseId ?? "";
		expect(await rowOf(caseId)).toMatchObject({ subjectKind: "profile", subjectId: comment.ownerId, isRestricted: true });
		const held = await directory.select().from(legalHolds).where(eq(legalHolds.caseId, caseId));
		expect(held.map(({ subjectId }) => subjectId).sort()).toEqual([comment.id, message.id].sort());
	});
});

describe("decisions", () => {
	it("a decision closes its case and stands with its line in the audit log", async () => {
		const reviewer = operator("moderator");
		const { caseId } = await openCase(services, caseOf(subjectOf()));
		const { decisionId } = await decide(services, { caseId, operator: reviewer, decision: "dismiss", reason: "spam", note: "Not spam." });
		expect(await rowOf(caseId)).toMatchObject({ state: "closed" });
		const [line] = await directory
			.select()
			.from(auditLog)
			.where(eq(auditLog.target, `case:${caseId}`));
		expect(line).toMatchObject({ operatorId: reviewer.id, action: "case.decide" });
		expect(JSON.parse(line?.details ?? "")).toMatchObject({ decisionId, decision: "dismiss" });
	});

	it("of two who decide at the same moment one is told that it was decided", async () => {
		const { caseId } = await openCase(services, caseOf(subjectOf()));
		const both = await Promise.allSettled(
			(["dismiss", "approve"] as const).map((decision) =>
				decide(services, { caseId, operator: operator("moderator"), decision, reason: "spam", note: "" }),
			),
		);
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "case_closed" } });
		expect(await directory.select().from(moderationDecisions).where(eq(moderationDecisions.caseId, caseId))).toHaveLength(1);
	});

	it("who is not cleared is told of no child safety case, and one that somebody holds is theirs", async () => {
		const child = await openCase(services, caseOf(subjectOf(), { queue: "child_safety", reason: "grooming", severity: 5 }));
		const refused = { reason: "grooming", note: "", decision: "dismiss" } as const;
		for (const roles of [["moderator"], ["senior"], ["admin"], ["copyright"]] as const) {
			await expect(decide(services, { caseId: child.caseId, operator: operator(...roles), ...refused })).rejects.toMatchObject({
				code: "case_not_found",
			});
		}
		const held = await openCase(services, caseOf(subjectOf()));
		await directory
			.update(moderationCases)
			.set({ claimedBy: services.newId(), claimedUntil: new Date(services.clock() + 60_000) })
			.where(eq(moderationCases.id, held.caseId));
		await expect(
			decide(services, { caseId: held.caseId, operator: operator("moderator"), decision: "dismiss", reason: "spam", note: "" }),
		).rejects.toMatchObject({ code: "case_taken" });
	});

	it("strikes add up to a suspension, and an appeal that is granted takes both back; never by who decided", async () => {
		const ownerId = services.newId();
		const reviewer = operator("moderator", "senior");
		let last = "";
		for (let strike = 1; strike <= 3; strike++) {
			const { caseId } = await openCase(services, caseOf({ kind: "comment", id: services.newId(), ownerId }));
			last = (await decide(services, { caseId, operator: reviewer, decision: "strike", reason: "spam", note: "Third time." })).decisionId;
		}
		const limits = async () => (await directory.select().from(accountLimits).where(eq(accountLimits.ownerId, ownerId)))[0];
		expect(await limits()).toMatchObject({ suspendedBy: last, suspendedFor: "spam" });
		expect(await suspensionOf(services, ownerId)).toMatchObject({ reason: "spam", decisionId: last });
		const appeal = await openCase(services, {
			subject: { kind: "profile", id: ownerId, ownerId },
			queue: "appeals",
			reason: "spam",
			severity: 2,
			source: "appeal",
			evidence: { kind: "appeal", appealId: services.newId(), decisionId: last, text: "It was a joke." },
		});
		const grant = { caseId: appeal.caseId, decision: "approve", reason: "spam", note: "It was." } as const;
		await expect(decide(services, { ...grant, operator: reviewer })).rejects.toMatchObject({ code: "second_reviewer" });
		await decide(services, { ...grant, operator: operator("senior") });
		expect(await limits()).toMatchObject({ suspendedUntil: null, suspendedBy: null });
		expect(await suspensionOf(services, ownerId)).toBeNull();
		expect(await strikesStanding(services, ownerId, services.clock())).toBe(2);
	});

	it("one that a feature could not carry out is tried again until it is done", async () => {
		let down = true;
		const asked: string[] = [];
		const flaky = {
			...services,
			events: {
				...services.events,
				decided: {
					before: [
						[
							{
								name: "flaky",
								run: async (_: unknown, { decisionId }: { decisionId: string }) => {
									asked.push(decisionId);
									return !down;
								},
							},
						],
					],
					after: [],
				},
			},
		};
		const { caseId } = await openCase(services, caseOf(subjectOf()));
		const { decisionId, performed } = await decide(flaky, {
			caseId,
			operator: operator("moderator"),
			decision: "remove",
			reason: "spam",
			note: "",
		});
		expect(performed).toBe(false);
		const due = () =>
			directory
				.select()
				.from(moderationDecisions)
				.where(and(eq(moderationDecisions.id, decisionId)));
		down = false;
		await performDue({ ...flaky, clock: () => Date.now() + 3_600_000 });
		expect((await due())[0]?.performedAt).not.toBeNull();
		expect(asked.filter((id) => id === decisionId)).toHaveLength(2);
	});
});
