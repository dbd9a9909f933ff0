import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it, vi } from "vitest";
import { DAILY_LIMITS, GROUP_MAX } from "../../contracts/limits.ts";
import { newUser, services, type TestUser } from "../gateway/testing/api.ts";
import type { Env } from "../platform/env.ts";
import { fakePictures } from "../platform/pictures.fixture.ts";
import { testEnv } from "../platform/test-env.fixture.ts";
import { uploadKey } from "./media/files.ts";
import { acquainted, at, between, call, groupOf, say, send, settled } from "./messages.fixture.ts";
import { conversationOf } from "./protocol.ts";

/** Every refusal that the contract promises, where no other test meets it on its way. */

const as = async (who: TestUser, operation: `${string} /${string}`, body?: unknown) =>
	(await call(operation, { token: who.token, ...(body === undefined ? {} : { body }) })).json.code;
const clientId = () => crypto.randomUUID();

/** Fills a group's places with people who were asked. */
async function fill(owner: TestUser, id: string) {
	const { members } = (await call(`GET ${at(id)}`, { token: owner.token })).json;
	const userIds = Array.from({ length: GROUP_MAX - members.length }, () => services.newId());
	expect(await conversationOf(services, id).run(id, { type: "invite", by: owner.id, userIds })).not.toHaveProperty("refused");
}

/** As if somebody had done this all day. */
async function spendAll(who: TestUser, act: "message" | "approach") {
	const session = testEnv.USER_SESSION.get(testEnv.USER_SESSION.idFromName(`user:${who.id}`));
	await session.spend(act, "first", 1);
	await runInDurableObject(session, (_, { storage }) =>
		storage.sql.exec(
			`with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
			insert into spent select ?, 'spent ' || i, (select day from spent limit 1) from n`,
			DAILY_LIMITS[act].free,
			act,
		),
	);
}
const bindings = { DAILY_LIMIT_FACTOR: "1" } as Partial<Record<keyof Env, unknown>>;
const limited = async (who: TestUser, operation: `${string} /${string}`, body: unknown) =>
	(await call(operation, { token: who.token, body, bindings })).json.code;

describe("who is not in it", () => {
	it.each<[method: string, path: string, body?: unknown]>([
		["GET", ""],
		["PATCH", "", { name: "Mine" }],
		["POST", "/leave"],
		["POST", "/accept"],
		["POST", "/decline"],
		["POST", "/report", { clientId: clientId(), reason: "spam" }],
		["GET", "/messages"],
		["POST", "/messages", { clientId: clientId(), content: { type: "text", text: "x" } }],
		["PATCH", "/messages/1", { text: "x" }],
		["DELETE", "/messages/1"],
		["PUT", "/messages/1/reaction", { emoji: "👍" }],
		["DELETE", "/messages/1/reaction"],
		["POST", "/read", { seq: 1 }],
		["PUT", "/mute", {}],
		["DELETE", "/mute"],
		["GET", "/search?q=x"],
		["POST", "/members", { userIds: ["1"] }],
		["DELETE", "/members/1"],
		["PUT", "/members/1/role", { role: "admin" }],
		["PUT", "/link", { approval: true }],
		["DELETE", "/link"],
		["GET", "/join-requests"],
		["POST", "/join-requests/1", { accept: true }],
		["POST", "/media", { kind: "photo", clientId: clientId(), bytes: 1 }],
	])("404: %s %s", async (method, path, body) => {
		const [owner, stranger] = [await settled(), await settled()];
		const id = await groupOf(owner, await newUser(call));
		expect(await as(stranger, `${method} ${at(id, path)}`, body)).toBe("conversation_not_found");
	});

	it("404: completing a file", async () => {
		const { id } = await acquainted();
		expect(await as(await newUser(call), `POST ${at(id, `/media/${clientId()}/complete`)}`)).toBe("conversation_not_found");
	});
});

describe("messages", () => {
	it("404: that are not there", async () => {
		const { ann, id } = await acquainted();
		await say(ann, id, "hello");
		expect(await as(ann, `PATCH ${at(id, "/messages/9")}`, { text: "x" })).toBe("message_not_found");
		expect(await as(ann, `PUT ${at(id, "/messages/9/reaction")}`, { emoji: "👍" })).toBe("message_not_found");
		expect(await as(ann, `DELETE ${at(id, "/messages/9/reaction")}`)).toBe("message_not_found");
	});

	it("404: to nobody", async () => {
		const ann = await newUser(call);
		const nobody = { ...ann, id: services.newId() };
		expect((await say(ann, between(ann, nobody), "hello")).json.code).toBe("user_not_found");
	});

	it("409: edited, reacted to or uploaded for after a block", async () => {
		const { ann, bob, id } = await acquainted();
		await say(ann, id, "hello");
		await call(`POST /api/v1/users/${ann.id}/block`, { token: bob.token });
		expect(await as(ann, `PATCH ${at(id, "/messages/1")}`, { text: "x" })).toBe("conversation_closed");
		expect(await as(ann, `PUT ${at(id, "/messages/1/reaction")}`, { emoji: "👍" })).toBe("conversation_closed");
		expect(await as(ann, `POST ${at(id, "/media")}`, { kind: "photo", clientId: clientId(), bytes: 1 })).toBe("conversation_closed");
	});

	it("409: edited so that a stranger's has a link", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		await say(ann, between(ann, bob), "hello");
		expect(await as(ann, `PATCH ${at(between(ann, bob), "/messages/1")}`, { text: "evil.com" })).toBe("not_accepted");
	});

	it("410: edited after their time", async () => {
		const { ann, id } = await acquainted();
		await say(ann, id, "hello");
		const object = testEnv.CONVERSATION.get(testEnv.CONVERSATION.idFromName(id));
		await runInDurableObject(object, (_, { storage }) => storage.sql.exec("update messages set sent_at = 1"));
		expect(await as(ann, `PATCH ${at(id, "/messages/1")}`, { text: "hello!" })).toBe("edit_expired");
	});

	it("422: what is no picture is not sent", async () => {
		const pictures = fakePictures();
		pictures.next.push({ code: "not_a_picture", message: "This is not a picture. Choose another file." });
		const { ann, id } = await acquainted();
		await say(ann, id, "hello");
		const mediaId = clientId();
		await call(`POST ${at(id, "/media")}`, { token: ann.token, body: { kind: "photo", clientId: mediaId, bytes: 3 } });
		await services.ingest.put(uploadKey(id, mediaId), "raw");
		expect(await as(ann, `POST ${at(id, `/media/${mediaId}/complete`)}`)).toBe("picture_refused");
		vi.restoreAllMocks();
	});

	it("429: enough for a day", async () => {
		const { ann, id } = await acquainted();
		await say(ann, id, "hello");
		await spendAll(ann, "message");
		const text = { clientId: clientId(), content: { type: "text", text: "one more" } };
		expect(await limited(ann, `POST ${at(id, "/messages")}`, text)).toBe("daily_limit");
		expect(await limited(ann, `POST ${at(id, "/media")}`, { kind: "photo", clientId: clientId(), bytes: 1 })).toBe("daily_limit");
	});
});

describe("groups", () => {
	it("409: that are full", async () => {
		const [ann, bob] = [await settled(), await settled()];
		const id = await groupOf(ann, bob);
		const { link } = (await call(`PUT ${at(id, "/link")}`, { token: ann.token, body: { approval: true } })).json;
		const late = await newUser(call);
		expect((await call(`POST /api/v1/conversations/join/${link.token}`, { token: late.token })).status).toBe(200);
		await fill(ann, id);
		expect(await as(ann, `POST ${at(id, "/members")}`, { userIds: [(await newUser(call)).id] })).toBe("group_full");
		expect(await as(ann, `POST ${at(id, `/join-requests/${late.id}`)}`, { accept: true })).toBe("group_full");
		expect(await as(await newUser(call), `POST /api/v1/conversations/join/${link.token}`)).toBe("group_full");
	});

	it("403: where one has no say", async () => {
		const [ann, bob] = [await settled(), await settled()];
		const id = await groupOf(ann, bob);
		expect(await as(bob, `PUT ${at(id, `/members/${ann.id}/role`)}`, { role: "member" })).toBe("not_allowed");
		expect(await as(bob, `DELETE ${at(id, "/link")}`)).toBe("not_allowed");
		expect(await as(bob, `POST ${at(id, `/join-requests/${ann.id}`)}`, { accept: true })).toBe("not_allowed");
		await call(`PATCH ${at(id)}`, { token: ann.token, body: { locked: true } });
		expect(await as(bob, `POST ${at(id, "/members")}`, { userIds: [ann.id] })).toBe("not_allowed");
		expect(await as(bob, `POST ${at(id, "/media")}`, { kind: "voice", clientId: clientId(), bytes: 1 })).toBe("not_allowed");
		expect((await send(bob, id, { type: "text", text: "x" })).json.code).toBe("not_allowed");
	});

	it("403: by the link, for who was removed", async () => {
		const [ann, bob] = [await settled(), await settled()];
		const id = await groupOf(ann, bob);
		const { link } = (await call(`PUT ${at(id, "/link")}`, { token: ann.token, body: { approval: false } })).json;
		await call(`DELETE ${at(id, `/members/${bob.id}`)}`, { token: ann.token });
		expect(await as(bob, `POST /api/v1/conversations/join/${link.token}`)).toBe("not_allowed");
	});

	it("429: with more strangers than a day has", async () => {
		const [ann, bob] = [await settled(), await settled()];
		const id = await groupOf(ann, bob);
		await spendAll(ann, "approach");
		const userIds = [(await newUser(call)).id];
		expect(await limited(ann, "POST /api/v1/conversations", { clientId: clientId(), name: "More", userIds })).toBe("daily_limit");
		expect(await limited(ann, `POST ${at(id, "/members")}`, { userIds })).toBe("daily_limit");
	});
});
