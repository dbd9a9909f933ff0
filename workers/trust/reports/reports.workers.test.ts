import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { REPORTS_A_DAY, REPORTS_A_DAY_OF_GUESTS } from "../../../contracts/limits.ts";
import { caseEvidence, moderationCases } from "../../../db/schema/moderation.ts";
import { reports } from "../../../db/schema/reports.ts";
import { track } from "../../discovery/sounds/sounds.fixture.ts";
import { newUser, services, type TestUser } from "../../gateway/testing/api.ts";
import { newVideo, written } from "../../social/comments/comments.fixture.ts";
import { decide, eraseReportsOf, sweepReports } from "../index.ts";
import { moveTo } from "../moderation/queue.ts";
import { call, decideOn, noticesOf, report, rowOf } from "./reports.fixture.ts";

const directory = services.db.directory();
const caseOf = async (reportId: string) => {
	const [row] = await directory
		.select()
		.from(moderationCases)
		.where(eq(moderationCases.id, (await rowOf(reportId)).caseId ?? "0"));
	return row;
};
/** An address nobody else of this run has. */
const from = () => ({
	"cf-connecting-ip": `2001:db8:${Math.floor(Math.random() * 65_536).toString(16)}:${Math.floor(Math.random() * 65_536).toString(16)}::1`,
});
const listed = async ({ token }: TestUser) => (await call("GET /api/v1/reports", { token })).json.reports;

describe("a report", () => {
	it("201: of a video, comment, profile or sound opens a case about it, and stands in one's list", async () => {
		const [creator, viewer] = [await newUser(call), await newUser(call)];
		const videoId = await newVideo(creator);
		const commentId = await written(creator, videoId, "Buy now!");
		const soundId = await track(services);
		const subjects = [
			{ kind: "video", videoId },
			{ kind: "comment", videoId, commentId },
			{ kind: "profile", userId: creator.id },
			{ kind: "sound", soundId },
		];
		for (const subject of subjects) expect((await report(viewer, subject)).status).toBe(201);
		const own = await listed(viewer);
		expect(own.map(({ kind, label, state }: { kind: string; label: string; state: string }) => [kind, label, state])).toEqual([
			["sound", `Track ${soundId}`, "received"],
			["profile", `@${creator.user.username}`, "received"],
			["comment", "Buy now!", "received"],
			["video", "", "received"],
		]);
		const owners = await Promise.all(own.map(async ({ id }: { id: string }) => (await caseOf(id))?.ownerId));
		expect(owners).toEqual(["0", creator.id, creator.id, creator.id]);
		expect(await caseOf(own[3].id)).toMatchObject({
			queue: "content",
			subjectKind: "video",
			subjectId: videoId,
			reason: "spam",
			source: "report",
		});
	});

	it("200: of the same once more is one, and adds its note", async () => {
		const [creator, viewer] = [await newUser(call), await newUser(call)];
		const subject = { kind: "video", videoId: await newVideo(creator) };
		const first = await report(viewer, subject, "hate", "At the end");
		for (const note of ["And in the caption", "And in the caption", ""]) {
			const again = await report(viewer, subject, "hate", note);
			expect([again.status, again.json.reportId]).toEqual([200, first.json.reportId]);
		}
		expect((await rowOf(first.json.reportId)).note).toBe("At the end\n\nAnd in the caption");
		// Another reason is another report, of the same case.
		const other = await report(viewer, subject, "spam");
		expect(other.status).toBe(201);
		expect((await rowOf(other.json.reportId)).caseId).toBe((await rowOf(first.json.reportId)).caseId);
	});

	it("201: of many people at once leads to one case with all they said", async () => {
		const creator = await newUser(call);
		const subject = { kind: "video", videoId: await newVideo(creator) };
		const people = await Promise.all([1, 2, 3, 4].map(() => newUser(call)));
		const sent = await Promise.all(people.map((person, at) => report(person, subject, "harassment", `Note ${at}`)));
		const rows = await Promise.all(sent.map(({ json }) => rowOf(json.reportId)));
		expect(new Set(rows.map(({ caseId }) => caseId)).size).toBe(1);
		const evidence = await directory
			.select()
			.from(caseEvidence)
			.where(eq(caseEvidence.caseId, rows[0]?.caseId ?? "0"));
		expect(evidence).toHaveLength(4);
	});

	it("201: of a danger to a child goes to the queue of who is cleared for it, as severe as can be", async () => {
		const [creator, viewer] = [await newUser(call), await newUser(call)];
		const videoId = await newVideo(creator);
		const commentId = await written(creator, videoId, "Don't tell your parents");
		const { json } = await report(viewer, { kind: "comment", videoId, commentId }, "grooming");
		expect(await caseOf(json.reportId)).toMatchObject({ queue: "child_safety", severity: 5, ownerId: creator.id, isRestricted: true });
	});

	it("403: of what is one's own", async () => {
		const creator = await newUser(call);
		const { status, json } = await report(creator, { kind: "video", videoId: await newVideo(creator) });
		expect([status, json.code]).toEqual([403, "forbidden"]);
	});

	it("422: for a reason that does not fit", async () => {
		const [creator, viewer] = [await newUser(call), await newUser(call)];
		const videoId = await newVideo(creator);
		const commentId = await written(creator, videoId, "la la");
		const answer = await report(viewer, { kind: "comment", videoId, commentId }, "intellectual_property");
		expect([answer.status, answer.json.errors]).toMatchObject([422, [{ field: "body.reason" }]]);
	});

	it("404: what is not there, not for everyone, or of somebody who blocked the reporter is refused alike", async () => {
		const [creator, viewer] = [await newUser(call), await newUser(call)];
		const [open, closed] = [await newVideo(creator), await newVideo(creator, "private")];
		const commentId = await written(creator, open, "Hello");
		const never = services.newId();
		const refusal = async (by: TestUser | null, subject: object) => {
			const { status, json } = await report(by, subject, "spam", "", from());
			return { status, code: json.code, detail: json.detail };
		};
		const [video, comment, person] = [
			await refusal(viewer, { kind: "video", videoId: never }),
			await refusal(viewer, { kind: "comment", videoId: open, commentId: never }),
			await refusal(viewer, { kind: "profile", userId: never }),
		];
		expect([video.code, comment.code, person.code]).toEqual(["video_not_found", "not_found", "user_not_found"]);
		expect((await refusal(viewer, { kind: "sound", soundId: never })).code).toBe("sound_not_found");
		for (const by of [viewer, null]) expect(await refusal(by, { kind: "video", videoId: closed })).toEqual(video);
		expect(await refusal(viewer, { kind: "comment", videoId: closed, commentId })).toEqual(video);
		await call(`POST /api/v1/users/${viewer.id}/block`, { token: creator.token });
		expect(await refusal(viewer, { kind: "video", videoId: open })).toEqual(video);
		expect(await refusal(viewer, { kind: "profile", userId: creator.id })).toEqual(person);
	});

	it("404: a comment that waits for approval is reported by who sees it alone", async () => {
		const [creator, author, viewer] = [await newUser(call), await newUser(call), await newUser(call)];
		const videoId = await newVideo(creator);
		await call(`PUT /api/v1/videos/${videoId}/comment-rules`, {
			token: creator.token,
			body: { commentsFrom: null, holdAll: true, words: [] },
		});
		const commentId = await written(author, videoId, "Waiting");
		const subject = { kind: "comment", videoId, commentId };
		expect((await report(viewer, subject)).status).toBe(404);
		expect((await report(creator, subject)).status).toBe(201);
	});
});

describe("a guest's report", () => {
	it("201: needs nothing but a reason; from the same address it is one, without a cookie too", async () => {
		const creator = await newUser(call);
		const subject = { kind: "video", videoId: await newVideo(creator) };
		const address = from();
		const answer = await call("POST /api/v1/reports", { headers: address, body: { subject, reason: "violence" } });
		expect(answer.status).toBe(201);
		const again = await report(null, subject, "violence", "", address);
		expect([again.status, again.json.reportId]).toEqual([200, answer.json.reportId]);
		expect(await rowOf(answer.json.reportId)).toMatchObject({ reporterId: null, state: "received" });
		const member = await newUser(call);
		const other = await report(member, subject, "violence", "", from());
		expect((await rowOf(answer.json.reportId)).weight).toBeLessThan((await rowOf(other.json.reportId)).weight);
		expect((await call("GET /api/v1/reports")).status).toBe(401);
	});

	it("429: so many a day from one address, while who is signed in there goes on", async () => {
		const creator = await newUser(call);
		const address = from();
		const videoId = await newVideo(creator);
		const first = await report(null, { kind: "video", videoId }, "spam", "", address);
		const { network } = await rowOf(first.json.reportId);
		await fill(REPORTS_A_DAY_OF_GUESTS - 1, { network, reporterKey: "x" });
		const refused = await report(null, { kind: "profile", userId: creator.id }, "spam", "", address);
		expect([refused.status, refused.json.code]).toEqual([429, "daily_limit"]);
		expect(refused.json.detail).toContain("Sign in");
		const member = await newUser(call);
		expect((await report(member, { kind: "profile", userId: creator.id }, "spam", "", address)).status).toBe(201);
	});
});

/** Reports of today as somebody else left them. */
async function fill(count: number, values: Partial<typeof reports.$inferInsert>): Promise<void> {
	const rows = Array.from({ length: count }, () => {
		const id = services.newId();
		return {
			id,
			reporterKey: "test",
			subjectKind: "video" as const,
			subjectId: id,
			label: "",
			reason: "spam" as const,
			note: "",
			weight: 0.1,
			caseId: "1",
			createdAt: new Date(services.clock()),
			...values,
		};
	});
	await directory.insert(reports).values(rows);
}

describe("who reports", () => {
	it("429: a person has so many a day", async () => {
		const [creator, viewer] = [await newUser(call), await newUser(call)];
		const mine = { reporterId: viewer.id, reporterKey: `user:${viewer.id}` };
		// An hour is left until the first of them is a day old.
		await fill(1, { ...mine, createdAt: new Date(services.clock() - 23 * 3_600_000) });
		await fill(REPORTS_A_DAY - 2, mine);
		const last = await report(viewer, { kind: "profile", userId: creator.id });
		expect([last.status, last.headers.get("ratelimit-policy")]).toEqual([201, `"report-day";q=${REPORTS_A_DAY};w=86400`]);
		expect(last.headers.get("ratelimit")).toMatch(/^"report-day";r=0;t=3[56]\d\d$/);
		const { status, json, headers } = await report(viewer, { kind: "profile", userId: (await newUser(call)).id });
		expect([status, json.code]).toEqual([429, "daily_limit"]);
		expect(json.detail).not.toMatch(/tomorrow/i);
		expect(json.retryAfterSeconds).toBeGreaterThan(3_000);
		expect(json.retryAfterSeconds).toBeLessThanOrEqual(3_600);
		expect(headers.get("ratelimit")).toBe(`"report-day";r=0;t=${json.retryAfterSeconds}`);
	});

	it("weighs less with each report that did not hold, and more with each that did", async () => {
		const [creator, honest, fickle, stranger] = await Promise.all([1, 2, 3, 4].map(() => newUser(call)));
		if (!creator || !honest || !fickle || !stranger) throw new Error("no users");
		await fill(4, { reporterId: honest.id, reporterKey: `user:${honest.id}`, state: "upheld" });
		await fill(4, { reporterId: fickle.id, reporterKey: `user:${fickle.id}`, state: "dismissed" });
		const subject = { kind: "video", videoId: await newVideo(creator) };
		const weights = [];
		for (const by of [honest, stranger, fickle]) weights.push((await rowOf((await report(by, subject)).json.reportId)).weight);
		const [most = 0, middle = 0, least = 0] = weights;
		expect(most).toBeGreaterThan(middle);
		expect(middle).toBeGreaterThan(least);
	});

	it("is told once what came of it, and reads it in their list", async () => {
		const [creator, ann, bob] = [await newUser(call), await newUser(call), await newUser(call)];
		const videoId = await newVideo(creator);
		const commentId = await written(creator, videoId, "You all are idiots");
		const subject = { kind: "comment", videoId, commentId };
		const { json } = await report(ann, subject, "harassment");
		await report(bob, subject, "hate");
		await decideOn(json.reportId, "remove", "Insults everybody.");
		for (const person of [ann, bob]) {
			expect(await noticesOf(person)).toEqual([
				"You reported “You all are idiots”. It breaks the rules, and we did something about it. Thank you.",
			]);
			expect(await listed(person)).toMatchObject([{ state: "upheld", appealUntil: null }]);
		}
		expect(await noticesOf(creator)).toEqual([
			"Your comment “You all are idiots” was removed. It breaks the rule on bullying or harassment. See why, and how to appeal.",
		]);
	});

	it("is told that nothing was wrong, and may ask for another look", async () => {
		const [creator, viewer] = [await newUser(call), await newUser(call)];
		const { json } = await report(viewer, { kind: "video", videoId: await newVideo(creator) });
		await decideOn(json.reportId, "dismiss", "An ordinary video.");
		expect(await noticesOf(viewer)).toEqual([
			"You reported something. A person looked at it and found nothing against the rules. You can ask for another look.",
		]);
		expect(await noticesOf(creator)).toEqual([]);
		const [own] = await listed(viewer);
		expect(own).toMatchObject({ state: "dismissed", appeal: null, appealUntil: expect.any(String) });
		// Reported again it stays decided.
		expect((await report(viewer, { kind: "video", videoId: own.videoId })).status).toBe(200);
		expect((await rowOf(json.reportId)).state).toBe("dismissed");
	});

	it("keeps waiting while the case is handed on", async () => {
		const [creator, viewer] = [await newUser(call), await newUser(call)];
		const { json } = await report(viewer, { kind: "video", videoId: await newVideo(creator) });
		const found = await caseOf(json.reportId);
		if (found === undefined) throw new Error("no case");
		const roles = ["senior" as const, "child_safety" as const];
		expect(await moveTo(services, { id: services.newId(), roles }, found, "child_safety")).toBe(true);
		expect(await listed(viewer)).toMatchObject([{ state: "received" }]);
		expect(await noticesOf(viewer)).toEqual([]);
		// Whoever it was handed to decides it.
		const [gathered] = await directory
			.select()
			.from(moderationCases)
			.where(and(eq(moderationCases.ownerId, creator.id), eq(moderationCases.queue, "child_safety")));
		await decide(services, {
			caseId: gathered?.id ?? "0",
			operator: { id: services.newId(), roles },
			decision: "dismiss",
			reason: "minor_safety",
			note: "Nothing there.",
		});
		expect(await listed(viewer)).toMatchObject([{ state: "dismissed" }]);
		expect(await noticesOf(viewer)).toHaveLength(1);
	});

	it("is erased with their account: the report counts on without them", async () => {
		const [creator, viewer] = [await newUser(call), await newUser(call)];
		const { json } = await report(viewer, { kind: "profile", userId: creator.id }, "spam", "My words");
		await eraseReportsOf(services, viewer.id);
		expect(await rowOf(json.reportId)).toMatchObject({ reporterId: null, note: "", label: `@${creator.user.username}` });
		expect((await rowOf(json.reportId)).reporterKey).not.toContain(viewer.id);
		await eraseReportsOf(services, creator.id);
		expect((await rowOf(json.reportId)).label).toBe("");
	});
});

it("a report that broke off before it had a case gets one", async () => {
	const [creator, viewer] = [await newUser(call), await newUser(call)];
	const { json } = await report(viewer, { kind: "profile", userId: creator.id });
	const before = await caseOf(json.reportId);
	const created = new Date(services.clock() - 120_000);
	await directory.update(reports).set({ caseId: null, createdAt: created }).where(eq(reports.id, json.reportId));
	expect(await sweepReports(services)).toBeGreaterThan(0);
	expect(await caseOf(json.reportId)).toEqual({ ...before, changedAt: expect.any(Date) });
	const evidence = await directory
		.select()
		.from(caseEvidence)
		.where(and(eq(caseEvidence.caseId, before?.id ?? "0")));
	expect(evidence).toHaveLength(1);
});
