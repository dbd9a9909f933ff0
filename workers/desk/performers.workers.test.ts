import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Decision, Reason, Subject } from "../../contracts/moderation.ts";
import { sounds } from "../../db/schema/directory.ts";
import { accountLimits, caseEvidence } from "../../db/schema/moderation.ts";
import { profiles } from "../../db/schema/users.ts";
import { videos } from "../../db/schema/videos.ts";
import { newUser, PASSWORD, services, testApp } from "../gateway/testing/api.ts";
import { acquainted, read, say } from "../messages/messages.fixture.ts";
import { list, newVideo, texts, truth, written } from "../social/comments/comments.fixture.ts";
import { socialRoutes } from "../social/routes.ts";
import { decide, endLimits, eraseCasesOf, openCase, readmitDue } from "../trust/index.ts";
import { publishedVideo } from "../videos/testing/fixtures.ts";

const call = testApp(socialRoutes);
const reviewer = { id: services.newId(), roles: ["moderator", "senior"] as const };
const second = { id: services.newId(), roles: ["senior"] as const };

async function decided(subject: Subject, decision: Decision, { until, reason = "harassment" }: { until?: Date; reason?: Reason } = {}) {
	const evidence = { kind: "scores", model: "test", scores: { n: Math.random() } } as const;
	const { caseId } = await openCase(services, { subject, queue: "content", reason, severity: 2, source: "report", evidence });
	const { decisionId, performed } = await decide(services, {
		caseId,
		operator: reviewer,
		decision,
		reason,
		note: "",
		...(until === undefined ? {} : { until }),
	});
	expect(performed).toBe(true);
	return decisionId;
}
async function granted(subject: Subject, decisionId: string) {
	const { caseId } = await openCase(services, {
		subject,
		queue: "appeals",
		reason: "harassment",
		severity: 1,
		source: "appeal",
		evidence: { kind: "appeal", appealId: services.newId(), decisionId, text: "Please." },
	});
	const { performed } = await decide(services, { caseId, operator: second, decision: "approve", reason: "harassment", note: "" });
	expect(performed).toBe(true);
}
const limitsEnd = (ownerId: string, set: Partial<typeof accountLimits.$inferInsert>) =>
	services.db.directory().update(accountLimits).set(set).where(eq(accountLimits.ownerId, ownerId));

describe("what is decided is carried out", () => {
	it("a comment is gone, counts and all, and comes back in its own words when an appeal is granted", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		const videoId = await newVideo(ann);
		const id = await written(bob, videoId, "rude words");
		const subject = { kind: "comment", id, ownerId: bob.id, videoId } as const;
		const decisionId = await decided(subject, "remove");
		expect(await list(videoId, ann)).toMatchObject({ comments: [], commentCount: 0 });
		expect(await truth(videoId)).toEqual([0, 0]);
		await granted(subject, decisionId);
		expect(texts(await list(videoId, ann))).toEqual(["rude words"]);
		expect(await truth(videoId)).toEqual([1, 1]);
	});

	it("a comment with answers leaves an empty place, which it takes again", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		const videoId = await newVideo(ann);
		const id = await written(bob, videoId, "rude words");
		await written(ann, videoId, "an answer", { replyTo: id });
		const subject = { kind: "comment", id, ownerId: bob.id, videoId } as const;
		const decisionId = await decided(subject, "remove");
		expect(texts(await list(videoId, ann))).toEqual([""]);
		await granted(subject, decisionId);
		expect(texts(await list(videoId, ann))).toEqual(["rude words"]);
		expect(await truth(videoId)).toEqual([2, 2]);
	});

	it("a message is taken back for everybody in the conversation", async () => {
		const { ann, bob, id } = await acquainted();
		const { json } = await say(ann, id, "rude words");
		await decided({ kind: "message", id: `${id}:${json.message.seq}`, ownerId: ann.id }, "remove");
		const last = (await read(bob, id)).find(({ seq }) => seq === json.message.seq);
		expect(last?.content).toEqual({ type: "unsent" });
	});

	it("a profile is cleared and keeps its handle; a granted appeal gives name and bio back", async () => {
		const ann = await newUser(call);
		await call("PATCH /api/v1/auth/me", { token: ann.token, body: { displayName: "Rude", bio: "Ruder" } });
		const subject = { kind: "profile", id: ann.id, ownerId: ann.id } as const;
		const shown = async () => (await call(`GET /api/v1/users/${ann.id}`)).json.user;
		const decisionId = await decided(subject, "remove");
		expect(await shown()).toMatchObject({ username: ann.user.username, displayName: ann.user.username, bio: "" });
		await granted(subject, decisionId);
		expect(await shown()).toMatchObject({ displayName: "Rude", bio: "Ruder" });
	});

	it("a sound may be used nowhere, until an appeal is granted", async () => {
		const [id, ownerId] = [services.newId(), services.newId()];
		const directory = services.db.directory();
		const row = { id, creatorId: ownerId, durationMs: 1, isCopyrighted: false, licenseType: "free", peaks: [1] } as const;
		await directory.insert(sounds).values({ ...row, peaks: [1] });
		const territories = async () => (await directory.select().from(sounds).where(eq(sounds.id, id)))[0]?.territories;
		const subject = { kind: "sound", id, ownerId } as const;
		const decisionId = await decided(subject, "remove");
		expect(await territories()).toEqual([]);
		await granted(subject, decisionId);
		expect(await territories()).toBeNull();
	});

	it("a suspended account is hidden at once, signs in nowhere, in words, and is there again when its time is over", async () => {
		const ann = await newUser(call);
		const login = () => call("POST /api/v1/auth/login", { body: { username: ann.user.username, password: PASSWORD } });
		const profile = async () => (await call(`GET /api/v1/users/${ann.id}`)).status;
		const until = new Date(Date.now() + 86_400_000);
		await decided({ kind: "profile", id: ann.id, ownerId: ann.id }, "suspend", { until });
		expect(await profile()).toBe(404);
		expect((await call("GET /api/v1/auth/me", { token: ann.token })).status).toBe(401);
		const refused = await login();
		expect([refused.status, refused.json.code]).toEqual([403, "account_suspended"]);
		expect(refused.json.detail).toContain(until.toISOString().slice(0, 10));
		await limitsEnd(ann.id, { suspendedUntil: new Date(Date.now() - 1) });
		await readmitDue(services);
		expect([await profile(), (await login()).status]).toEqual([200, 200]);
	});

	it("a limited account's videos are recommended to nobody, what it posts next too, until its time is over", async () => {
		const ann = await newUser(call);
		const viewer = { kind: "user", userId: ann.id, sessionId: "s", teen: false } as const;
		const first = await publishedVideo(viewer);
		await decided({ kind: "profile", id: ann.id, ownerId: ann.id }, "shadow_limit");
		const next = await publishedVideo(viewer);
		const restrictions = async () =>
			Promise.all(
				[first, next].map(async (id) => (await services.db.video(id).select().from(videos).where(eq(videos.id, id)))[0]?.restriction),
			);
		expect(await restrictions()).toEqual(["limited", "limited"]);
		await limitsEnd(ann.id, { limitedUntil: new Date(Date.now() - 1) });
		await endLimits(services);
		expect(await restrictions()).toEqual(["none", "none"]);
	});

	it("who is leaving stays hidden when their suspension ends", async () => {
		const ann = await newUser(call);
		await decided({ kind: "profile", id: ann.id, ownerId: ann.id }, "suspend", { until: new Date(Date.now() + 86_400_000) });
		await services.db.directory().execute(`update account_users set erase_at = now() + interval '9 days' where id = '${ann.id}'`);
		await limitsEnd(ann.id, { suspendedUntil: new Date(Date.now() - 1) });
		await readmitDue(services);
		const [row] = await services.db.user(ann.id).select().from(profiles).where(eq(profiles.userId, ann.id));
		expect(row?.deletedAt).not.toBeNull();
	});
});

describe("an account that is erased", () => {
	it("takes its cases and evidence along, but for what is under legal hold", async () => {
		const ownerId = services.newId();
		const evidence = { kind: "report", reportId: "1", reason: "spam", note: "Their words." } as const;
		const open = (queue: "content" | "child_safety") =>
			openCase(services, {
				subject: { kind: "comment", id: services.newId(), ownerId },
				queue,
				reason: "spam",
				severity: 1,
				source: "report",
				evidence,
			});
		const [content, held] = [await open("content"), await open("child_safety")];
		await eraseCasesOf(services, ownerId);
		const kept = async (caseId: string) =>
			(await services.db.directory().select().from(caseEvidence).where(eq(caseEvidence.caseId, caseId))).length;
		expect([await kept(content.caseId), await kept(held.caseId)]).toEqual([0, 1]);
	});
});
