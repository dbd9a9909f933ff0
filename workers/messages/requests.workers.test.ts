import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { REPORTS_A_DAY } from "../../contracts/limits.ts";
import type { Circle } from "../../contracts/messages.ts";
import { auditLog, caseEvidence } from "../../db/schema/moderation.ts";
import { reports } from "../../db/schema/reports.ts";
import { newOperatorToken, newUser, services, type TestUser, testApp } from "../gateway/testing/api.ts";
import { opsRoutes } from "../ops/routes.ts";
import { at, between, call, follow, groupOf, listed, read, say, settled, teen, texts } from "./messages.fixture.ts";
import { messageRoutes } from "./routes.ts";

const operators = testApp(messageRoutes, opsRoutes);

/** Ann, a stranger to Bob, has written to him. */
async function requested() {
	const [ann, bob] = [await newUser(call), await newUser(call)];
	const id = between(ann, bob);
	expect((await say(ann, id, "hello")).status).toBe(201);
	await expect.poll(async () => (await listed(bob, "?folder=requests")).requests).toBe(1);
	return { ann, bob, id };
}

describe("a stranger's request", () => {
	it("200: stands apart, and comes into the inbox when it is accepted", async () => {
		const { ann, bob, id } = await requested();
		expect(await listed(bob)).toMatchObject({ conversations: [], unread: 0, requests: 1 });
		expect((await listed(bob, "?folder=requests")).conversations).toMatchObject([{ id, standing: "requested", invitedById: ann.id }]);
		expect(texts(await read(bob, id))).toEqual(["hello"]);
		const accepted = await call(`POST ${at(id, "/accept")}`, { token: bob.token });
		expect(accepted.json.conversation).toMatchObject({ standing: "member", accepted: true });
		expect((await call(`POST ${at(id, "/accept")}`, { token: bob.token })).status).toBe(200);
		expect((await listed(bob)).conversations).toMatchObject([{ id }]);
		expect((await say(ann, id, "see https://reelay.example")).status).toBe(201);
	});

	it("409: has no links, no videos and no files, and few messages", async () => {
		const { ann, id } = await requested();
		const media = { kind: "photo", clientId: crypto.randomUUID(), bytes: 100 };
		for (const answer of [
			await say(ann, id, "see evil.com"),
			await call(`POST ${at(id, "/media")}`, { token: ann.token, body: media }),
			await call(`PUT ${at(id, "/messages/1/reaction")}`, { token: ann.token, body: { emoji: "👍" } }),
		])
			expect([answer.status, answer.json.code]).toEqual([409, "not_accepted"]);
		for (const status of [201, 201, 409]) expect((await say(ann, id, "are you there?")).status).toBe(status);
	});

	it("204: is declined without who sent it being told", async () => {
		const { ann, bob, id } = await requested();
		const before = (await call(`GET ${at(id)}`, { token: ann.token })).json.conversation;
		expect((await call(`POST ${at(id, "/decline")}`, { token: bob.token })).status).toBe(204);
		expect(await listed(bob, "?folder=requests")).toMatchObject({ conversations: [], requests: 0 });
		expect((await call(`GET ${at(id)}`, { token: ann.token })).json.conversation).toEqual(before);
		expect((await say(ann, id, "still there?")).status).toBe(201);
		expect(await listed(bob, "?folder=requests")).toMatchObject({ requests: 0 });
	});

	it("200: a report of grooming is shown to who is cleared alone, and each reading is in the audit log", async () => {
		const { bob, id } = await requested();
		const body = { clientId: crypto.randomUUID(), reason: "grooming", seq: 1, note: "" };
		const { json } = await call(`POST ${at(id, "/report")}`, { token: bob.token, body });
		const [senior, cleared] = [await newOperatorToken("senior"), await newOperatorToken("moderator", "child_safety")];
		const ids = async ({ headers }: typeof senior) =>
			(await operators("GET /api/v1/admin/conversation-reports?limit=20", { headers })).json.reports.map((one: { id: string }) => one.id);
		expect(await ids(senior)).not.toContain(json.reportId);
		expect(await ids(cleared)).toContain(json.reportId);
		const read = await services.db.directory().select().from(auditLog).where(eq(auditLog.operatorId, senior.id));
		expect(read).toMatchObject([{ action: "messages.read" }]);
	});

	it("429: a person who reported as much as a day takes reports no conversation either, and is told until when", async () => {
		const { bob, id } = await requested();
		const filed = Array.from({ length: REPORTS_A_DAY }, () => ({
			id: services.newId(),
			reporterId: bob.id,
			reporterKey: `user:${bob.id}`,
			subjectKind: "video" as const,
			subjectId: services.newId(),
			label: "",
			reason: "spam" as const,
			note: "",
			weight: 0.1,
			caseId: "1",
			createdAt: new Date(services.clock()),
		}));
		await services.db.directory().insert(reports).values(filed);
		const body = { clientId: crypto.randomUUID(), reason: "spam", seq: 1, note: "" };
		const { status, json } = await call(`POST ${at(id, "/report")}`, { token: bob.token, body });
		expect([status, json.code]).toEqual([429, "daily_limit"]);
		expect(json.retryAfterSeconds).toBeGreaterThan(80_000);
	});

	it("201: is reported with what was written, and declined by it; operators read it, unsent or not", async () => {
		const { ann, bob, id } = await requested();
		const body = { clientId: crypto.randomUUID(), reason: "spam", seq: 1, note: "who is this?" };
		const report = () => call(`POST ${at(id, "/report")}`, { token: bob.token, body });
		expect((await report()).status).toBe(201);
		await call(`DELETE ${at(id, "/messages/1")}`, { token: ann.token });
		expect(await listed(bob, "?folder=requests")).toMatchObject({ requests: 0 });
		const { json } = await operators("GET /api/v1/admin/conversation-reports?limit=1", {
			headers: { "x-admin-token": services.config.ADMIN_TOKEN },
		});
		expect(json.reports).toMatchObject([{ conversationId: id, reporterId: bob.id, reportedId: ann.id, seq: 1, reason: "spam" }]);
		expect(texts(json.reports[0].context)).toEqual(["hello"]);
		// It is a case for the desk, with what was written.
		const directory = services.db.directory();
		const [row] = await directory.select().from(reports).where(eq(reports.id, json.reports[0].id));
		expect(row).toMatchObject({ subjectKind: "message", subjectId: `${id}:1`, ownerId: ann.id, label: "hello" });
		const evidence = await directory
			.select()
			.from(caseEvidence)
			.where(eq(caseEvidence.caseId, row?.caseId ?? "0"));
		expect(evidence.map((one) => one.evidence)).toEqual(
			expect.arrayContaining([
				{ kind: "report", reportId: json.reports[0].id, reason: "spam", note: "who is this?" },
				{ kind: "context", messages: [expect.objectContaining({ seq: 1, senderId: ann.id, text: "hello" })] },
			]),
		);
	});

	it("403, 422: one's own message is not reported, nor for a reason that messages have not", async () => {
		const { ann, bob, id } = await requested();
		await call(`POST ${at(id, "/accept")}`, { token: bob.token });
		const refusal = async (reporter: TestUser, reason: string) => {
			const body = { clientId: crypto.randomUUID(), reason, seq: 1 };
			return (await call(`POST ${at(id, "/report")}`, { token: reporter.token, body })).json.code;
		};
		expect([await refusal(ann, "spam"), await refusal(bob, "intellectual_property")]).toEqual(["forbidden", "invalid_fields"]);
	});

	it("200, 404: a report that is repeated is one, and is of a message that is there", async () => {
		const { ann, bob, id } = await requested();
		await call(`POST ${at(id, "/accept")}`, { token: bob.token });
		const body = { clientId: crypto.randomUUID(), reason: "hate" };
		const [first, again] = [
			await call(`POST ${at(id, "/report")}`, { token: bob.token, body }),
			await call(`POST ${at(id, "/report")}`, { token: bob.token, body }),
		];
		expect([first.status, again.status, again.json.reportId]).toEqual([201, 200, first.json.reportId]);
		const unknown = { clientId: crypto.randomUUID(), reason: "hate", seq: 9 };
		expect((await call(`POST ${at(id, "/report")}`, { token: bob.token, body: unknown })).json.code).toBe("message_not_found");
		expect((await listed(ann)).conversations).toMatchObject([{ id, standing: "member" }]);
	});
});

describe("who may write to somebody", () => {
	const set = (who: TestUser, settings: object) => call("PATCH /api/v1/messages/settings", { token: who.token, body: settings });
	const relations = ["none", "follows them", "is followed", "mutual"] as const;
	const relate = async (writer: TestUser, other: TestUser, relation: (typeof relations)[number]) => {
		if (relation === "follows them" || relation === "mutual") await follow(writer, other);
		if (relation === "is followed" || relation === "mutual") await follow(other, writer);
	};

	it.each<[Circle, ("no" | "request" | "straight")[]]>([
		["everyone", ["request", "request", "straight", "straight"]],
		["followers", ["no", "request", "straight", "straight"]],
		["mutuals", ["no", "no", "no", "straight"]],
		["no_one", ["no", "no", "no", "no"]],
	])("%s", async (whoMayWrite, expected) => {
		const found: string[] = [];
		for (const relation of relations) {
			const [writer, other] = [await newUser(call), await newUser(call)];
			await set(other, { whoMayWrite });
			await relate(writer, other, relation);
			const { status, json } = await call("POST /api/v1/conversations/direct", { token: writer.token, body: { userId: other.id } });
			found.push(status === 403 ? "no" : json.conversation.accepted ? "straight" : "request");
			expect((await say(writer, between(writer, other), "hello")).status).toBe(status === 403 ? 403 : 201);
		}
		expect(found).toEqual(expected);
	});

	it("403: nobody whom a teen does not know from both sides, whatever was chosen", async () => {
		const [young, grown] = [await teen(), await newUser(call)];
		expect((await call("GET /api/v1/messages/settings", { token: young.token })).json).toEqual({
			whoMayWrite: "mutuals",
			whoMayAdd: "mutuals",
		});
		expect((await set(young, { whoMayWrite: "everyone" })).json.code).toBe("not_allowed");
		expect((await set(young, { whoMayAdd: "no_one" })).status).toBe(200);
		await follow(young, grown);
		for (const writer of [young, grown]) expect((await say(writer, between(young, grown), "hello")).json.code).toBe("not_allowed");
		// A teen's account is private: they let in who follows them.
		await follow(grown, young);
		await call(`PUT /api/v1/users/me/follow-requests/${grown.id}`, { token: young.token });
		expect((await say(grown, between(young, grown), "hello")).status).toBe(201);
	});

	it("404: nobody is written to by another spelling of their id", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		const content = { type: "text", text: "hello" };
		for (const id of [`${ann.id}-0${bob.id}`, `0${ann.id}-${bob.id}`, `${ann.id}-9999999999999999999`]) {
			const body = { clientId: crypto.randomUUID(), content };
			expect((await call(`POST ${at(id, "/messages")}`, { token: ann.token, body })).status).toBe(404);
		}
	});

	it("403, 404: not to oneself, nor to whom one blocked, who blocked one, or who never was", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		const open = (userId: string, who = ann) => call("POST /api/v1/conversations/direct", { token: who.token, body: { userId } });
		expect((await open(ann.id)).json.code).toBe("not_allowed");
		expect((await open(services.newId())).json.code).toBe("user_not_found");
		await call(`POST /api/v1/users/${bob.id}/block`, { token: ann.token });
		expect([(await open(bob.id)).status, (await open(ann.id, bob)).json.code]).toEqual([403, "user_not_found"]);
	});

	it("200: a conversation that was accepted goes on, whoever may begin one now", async () => {
		const { ann, bob, id } = await requested();
		await call(`POST ${at(id, "/accept")}`, { token: bob.token });
		await set(bob, { whoMayWrite: "no_one" });
		expect((await say(ann, id, "still here")).status).toBe(201);
	});
});

describe("a group", () => {
	const create = (who: TestUser, userIds: string[], clientId = crypto.randomUUID()) =>
		call("POST /api/v1/conversations", { token: who.token, body: { clientId, name: "Friday", userIds } });

	it("201, 200: is made once by a request, and asks people in; who may not be asked is named", async () => {
		const [ann, bob, cid] = [await settled(), await newUser(call), await newUser(call)];
		await call("PATCH /api/v1/messages/settings", { token: cid.token, body: { whoMayAdd: "no_one" } });
		const clientId = crypto.randomUUID();
		const made = await create(ann, [bob.id, cid.id], clientId);
		expect([made.status, made.json.notAsked]).toEqual([201, [cid.id]]);
		const again = await create(ann, [bob.id, cid.id], clientId);
		expect([again.status, again.json.conversation.id]).toEqual([200, made.json.conversation.id]);
		await expect
			.poll(async () => (await listed(bob, "?folder=requests")).conversations)
			.toMatchObject([{ name: "Friday", invitedById: ann.id }]);
		expect(await listed(cid, "?folder=requests")).toMatchObject({ requests: 0 });
		const { id } = made.json.conversation;
		expect((await call(`GET ${at(id, "/messages")}`, { token: bob.token })).json.code).toBe("conversation_not_found");
	});

	it("403: is not made by an account of today", async () => {
		expect((await create(await newUser(call), [(await newUser(call)).id])).json.code).toBe("not_allowed");
	});

	it("200: is renamed, locked and led by its owner and admins", async () => {
		const [ann, bob, cid] = [await settled(), await settled(), await settled()];
		const id = await groupOf(ann, bob, cid);
		const patch = (who: TestUser, body: object) => call(`PATCH ${at(id)}`, { token: who.token, body });
		expect((await patch(bob, { name: "Mine" })).json.code).toBe("not_allowed");
		const role = (who: TestUser, of: TestUser, given: string) =>
			call(`PUT ${at(id, `/members/${of.id}/role`)}`, { token: who.token, body: { role: given } });
		expect((await role(ann, bob, "admin")).status).toBe(200);
		expect((await role(ann, await newUser(call), "admin")).json.code).toBe("user_not_found");
		expect((await patch(bob, { name: "Ours", locked: true })).json.conversation).toMatchObject({
			name: "Ours",
			locked: true,
			role: "admin",
		});
		expect((await say(cid, id, "?")).json.code).toBe("not_allowed");
		expect((await call(`DELETE ${at(id, `/members/${ann.id}`)}`, { token: bob.token })).json.code).toBe("not_allowed");
		expect((await call(`DELETE ${at(id, `/members/${cid.id}`)}`, { token: bob.token })).status).toBe(204);
		expect((await say(cid, id, "?")).json.code).toBe("conversation_closed");
		expect(texts(await read(ann, id))).toEqual(["created", "joined", "joined", "role", "renamed", "locked", "removed"]);
	});

	it("200: shows who was taken out what it was until then, and nobody who is in it now", async () => {
		const [ann, bob, cid] = [await settled(), await newUser(call), await newUser(call)];
		const id = await groupOf(ann, bob);
		await say(ann, id, "before");
		await call(`DELETE ${at(id, `/members/${bob.id}`)}`, { token: ann.token });
		const seen = async () => (await call(`GET ${at(id)}`, { token: bob.token })).json;
		const before = await seen();
		expect(before).toMatchObject({ conversation: { name: "Friday", standing: "closed", faceIds: [] }, members: [], marks: [] });
		await call(`PATCH ${at(id)}`, { token: ann.token, body: { name: "Without Bob", locked: true } });
		await call(`POST ${at(id, "/members")}`, { token: ann.token, body: { userIds: [cid.id] } });
		await call(`POST ${at(id, "/accept")}`, { token: cid.token });
		await say(ann, id, "after");
		expect(await seen()).toEqual(before);
		expect((await listed(bob)).conversations[0]).toMatchObject({ name: "Friday", memberCount: 1 });
	});

	it("200: shows who is only asked into it nothing of how far others read", async () => {
		const [ann, bob] = [await settled(), await newUser(call)];
		const body = { clientId: crypto.randomUUID(), name: "Friday", userIds: [bob.id] };
		const { id } = (await call("POST /api/v1/conversations", { token: ann.token, body })).json.conversation;
		await say(ann, id, "one");
		expect((await call(`GET ${at(id)}`, { token: bob.token })).json).toMatchObject({ marks: [], conversation: { lastSeq: 0 } });
	});

	it("200: asks more people in, and 204: is left", async () => {
		const [ann, bob, cid] = [await settled(), await settled(), await newUser(call)];
		const id = await groupOf(ann, bob);
		const added = await call(`POST ${at(id, "/members")}`, { token: bob.token, body: { userIds: [cid.id] } });
		expect([added.status, added.json.notAsked]).toEqual([200, []]);
		expect((await call(`POST ${at(id, "/members")}`, { token: cid.token, body: { userIds: [ann.id] } })).json.code).toBe(
			"conversation_not_found",
		);
		expect((await call(`POST ${at(id, "/leave")}`, { token: ann.token })).status).toBe(204);
		expect((await call(`GET ${at(id)}`, { token: bob.token })).json.conversation.role).toBe("owner");
		expect((await say(ann, id, "?")).json.code).toBe("conversation_not_found");
	});

	it("200, 410: is joined by its link, with approval or without, until it is revoked", async () => {
		const [ann, bob, cid, dan] = [await settled(), await settled(), await newUser(call), await newUser(call)];
		const id = await groupOf(ann, bob);
		const link = (who: TestUser, approval: boolean) => call(`PUT ${at(id, "/link")}`, { token: who.token, body: { approval } });
		expect((await link(bob, true)).json.code).toBe("not_allowed");
		const { token } = (await link(ann, false)).json.link;
		const join = (who: TestUser) => call(`POST /api/v1/conversations/join/${token}`, { token: who.token });
		expect((await call(`GET /api/v1/conversations/join/${token}`, { token: cid.token })).json).toMatchObject({
			name: "Friday",
			memberCount: 2,
			standing: "none",
		});
		expect((await join(cid)).json).toEqual({ conversationId: id, joined: true });
		expect((await link(ann, true)).json.link).toEqual({ token, approval: true });
		expect((await join(dan)).json).toEqual({ conversationId: id, joined: false });
		expect((await call(`GET ${at(id, "/join-requests")}`, { token: bob.token })).json.code).toBe("not_allowed");
		expect((await call(`GET ${at(id, "/join-requests")}`, { token: ann.token })).json.requests).toMatchObject([{ user: { id: dan.id } }]);
		const answer = (accept: boolean) => call(`POST ${at(id, `/join-requests/${dan.id}`)}`, { token: ann.token, body: { accept } });
		expect([(await answer(true)).status, (await answer(true)).status]).toEqual([204, 204]);
		expect((await say(dan, id, "thanks")).status).toBe(201);
		expect((await call(`DELETE ${at(id, "/link")}`, { token: ann.token })).status).toBe(204);
		for (const stale of [token, `${id}.0`, "nothing", `${between(ann, bob)}.0`])
			expect((await call(`POST /api/v1/conversations/join/${stale}`, { token: cid.token })).json.code).toBe("link_expired");
		expect((await call(`GET /api/v1/conversations/join/${token}`, { token: cid.token })).status).toBe(410);
	});
});
