import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { DAILY_LIMITS, MESSAGES_A_MINUTE, NEW_ACCOUNT_APPROACHES } from "../../contracts/limits.ts";
import { seedCatalogue } from "../feed/catalogue.fixture.ts";
import { newUser, services, type TestUser } from "../gateway/testing/api.ts";
import { TestSocket } from "../live/socket.fixture.ts";
import type { Env } from "../platform/env.ts";
import { emit } from "../platform/events.ts";
import { AFTER_REDIS_RESTED } from "../platform/passed-over.fixture.ts";
import { testEnv } from "../platform/test-env.fixture.ts";
import { acquainted, at, between, call, follow, groupOf, listed, read, say, send, settled, texts } from "./messages.fixture.ts";

const unknownGroup = `g${"0".repeat(32)}`;

describe("two people", () => {
	it("201: write in one order, live on every device, each message once", async () => {
		const { ann, bob, id } = await acquainted();
		const [phone, desk] = [await TestSocket.resumed(bob.token), await TestSocket.resumed(bob.token)];
		const clientId = crypto.randomUUID();
		expect((await say(ann, id, "hello", { clientId })).status).toBe(201);
		const again = await say(ann, id, "hello", { clientId });
		expect([again.status, again.json.message.seq]).toEqual([200, 1]);
		expect((await say(bob, id, "hi", { replyTo: 1 })).json.message.replyTo).toMatchObject({ seq: 1, senderId: ann.id, text: "hello" });
		for (const socket of [phone, desk]) {
			await socket.hears(({ events }) => events.filter(({ event }) => event.kind === "message").length === 2);
			expect(socket.events.flatMap(({ event }) => (event.kind === "message" ? event.message : []))).toEqual(await read(bob, id));
		}
		expect(texts(await read(ann, id))).toEqual(["hello", "hi"]);
		await expect.poll(async () => (await listed(ann)).unread).toBe(1);
		expect((await listed(ann)).conversations).toMatchObject([{ id, otherId: bob.id, accepted: true, lastMessage: { seq: 2 }, unread: 1 }]);
	});

	it("200: see the same conversation before and after it begins", async () => {
		const { ann, bob, id } = await acquainted();
		const open = () => call("POST /api/v1/conversations/direct", { token: ann.token, body: { userId: bob.id } });
		expect((await open()).json.conversation).toMatchObject({ id, accepted: true, mayWrite: true, lastSeq: 0 });
		expect((await listed(bob)).conversations).toEqual([]);
		await say(ann, id, "hello");
		expect((await open()).json.conversation).toMatchObject({ id, lastSeq: 1 });
		expect((await call(`GET ${at(id)}`, { token: bob.token })).json).toMatchObject({
			conversation: { unread: 1, otherId: ann.id },
			members: [{ userId: ann.id }, { userId: bob.id }],
			people: expect.arrayContaining([expect.objectContaining({ id: ann.id }), expect.objectContaining({ id: bob.id })]),
		});
	});

	it("200: show who writes, and how far each has received and read", async () => {
		const { ann, bob, id } = await acquainted();
		await say(ann, id, "hello");
		const socket = await TestSocket.resumed(ann.token);
		(await TestSocket.resumed(bob.token)).say({ type: "typing", conversationId: id });
		const marks = (text: string) => socket.hears(({ signals }) => signals.some((signal) => JSON.stringify(signal).includes(text)));
		await marks('"kind":"typing"');
		await marks('"deliveredSeq":1,"readSeq":0');
		expect((await call(`POST ${at(id, "/read")}`, { token: bob.token, body: { seq: 1 } })).json).toEqual({ readSeq: 1, unread: 0 });
		await marks('"deliveredSeq":1,"readSeq":1');
		expect((await listed(bob)).conversations[0]).toMatchObject({ unread: 0, readSeq: 1 });
	});

	it("200: edit, react to and take back, on every device and in the list", async () => {
		const { ann, bob, id } = await acquainted();
		await say(ann, id, "helo");
		const socket = await TestSocket.resumed(bob.token);
		expect(
			(await call(`PATCH ${at(id, "/messages/1")}`, { token: ann.token, body: { text: "hello" } })).json.message.editedAt,
		).not.toBeNull();
		const emoji = "👩‍🚀";
		const reacted = await call(`PUT ${at(id, "/messages/1/reaction")}`, { token: bob.token, body: { emoji } });
		expect(reacted.json.message.reactions).toEqual([{ emoji, userIds: [bob.id] }]);
		expect((await call(`DELETE ${at(id, "/messages/1/reaction")}`, { token: bob.token })).json.message.reactions).toEqual([]);
		expect((await call(`DELETE ${at(id, "/messages/1")}`, { token: ann.token })).json.message.content).toEqual({ type: "unsent" });
		await socket.hears(({ events }) => events.filter(({ event }) => event.kind === "message_changed").length === 4);
		expect((await listed(bob)).conversations[0]).toMatchObject({ lastMessage: { content: { type: "unsent" } }, unread: 0 });
		// Who comes back later is told nothing of what it said.
		const later = await TestSocket.resumed(bob.token, 0);
		await later.hears(({ events }) => events.length > 0);
		expect(JSON.stringify(later.events)).not.toContain("hello");
	});

	it("200: page both ways and around a message, and find words in any script and case", async () => {
		const { ann, bob, id } = await acquainted();
		for (const text of ["one Straße", "two 日本語です", "three CAFÉ", "four strasse café", "five"]) await say(ann, id, text);
		const page = async (query: string) => {
			const { json } = await call(`GET ${at(id, `/messages?${query}`)}`, { token: bob.token });
			return [texts(json.messages).map((text) => text.split(" ")[0]), json.hasOlder, json.hasNewer];
		};
		expect(await page("limit=2")).toEqual([["four", "five"], true, false]);
		expect(await page("limit=2&before=4")).toEqual([["two", "three"], true, true]);
		expect(await page("limit=2&after=0")).toEqual([["one", "two"], false, true]);
		expect(await page("limit=3&after=3")).toEqual([["four", "five"], true, false]);
		expect(await page("limit=2&around=3")).toEqual([["two", "three"], true, true]);
		const find = async (q: string) =>
			texts((await call(`GET ${at(id, `/search?q=${encodeURIComponent(q)}`)}`, { token: bob.token })).json.messages).map(
				(text) => text.split(" ")[0],
			);
		expect(await find("STRASSE")).toEqual(["four", "one"]);
		expect(await find("cafe stra")).toEqual(["four"]);
		expect(await find("本語")).toEqual(["two"]);
		expect(await find("%")).toEqual([]);
	});

	it("200: mute for a time, and are told of it again after it", async () => {
		const { ann, bob, id } = await acquainted();
		await say(ann, id, "hello");
		const until = new Date(services.clock() + 3_600_000).toISOString();
		expect((await call(`PUT ${at(id, "/mute")}`, { token: bob.token, body: { until } })).json).toEqual({ mutedUntil: until });
		expect(await listed(bob)).toMatchObject({ unread: 0, conversations: [{ mutedUntil: until, unread: 1 }] });
		expect((await call(`DELETE ${at(id, "/mute")}`, { token: bob.token })).json).toEqual({ mutedUntil: null });
		expect((await listed(bob)).unread).toBe(1);
	});

	it("200: share a video, as a card for who may see it", async () => {
		const { ann, bob, id } = await acquainted();
		const { records } = await seedCatalogue(services, { count: 1, creators: 1, overrides: {} });
		const videoId = records[0]?.id ?? "";
		expect((await send(ann, id, { type: "video", videoId, text: "look" })).status).toBe(201);
		expect((await call(`GET ${at(id, "/messages")}`, { token: bob.token })).json.videos).toMatchObject([{ id: videoId }]);
		expect((await send(ann, id, { type: "video", videoId: services.newId() })).json.code).toBe("video_not_found");
	});

	it("204: take it off their list, and have it back with the next message", async () => {
		const { ann, bob, id } = await acquainted();
		await say(ann, id, "old");
		expect((await call(`POST ${at(id, "/leave")}`, { token: bob.token })).status).toBe(204);
		expect((await listed(bob)).conversations).toEqual([]);
		await say(ann, id, "new");
		await expect.poll(async () => (await listed(bob)).conversations.length).toBe(1);
		expect(texts(await read(bob, id))).toEqual(["new"]);
		expect(texts(await read(ann, id))).toEqual(["old", "new"]);
	});
});

describe("what is not there, or not theirs", () => {
	it("404: others' conversations, ones that never were, and ids that are written another way", async () => {
		const { ann, bob, id } = await acquainted();
		await say(ann, id, "hello");
		const cid = await newUser(call);
		const [smaller, greater] = id.split("-");
		for (const other of [id, unknownGroup, between(bob, cid), `${greater}-${smaller}`, `0${id}`]) {
			const { json } = await call(`GET ${at(other, "/messages")}`, { token: cid.token });
			expect(["conversation_not_found", "not_found"]).toContain(json.code);
		}
		expect((await call(`PATCH ${at(id, "/messages/1")}`, { token: cid.token, body: { text: "mine" } })).json.code).toBe(
			"conversation_not_found",
		);
		expect((await call(`PUT ${at(id, "/mute")}`, { token: cid.token, body: {} })).json.code).toBe("conversation_not_found");
	});

	it("404, 403: messages that are not there, and others'", async () => {
		const { ann, bob, id } = await acquainted();
		await say(ann, id, "hello");
		expect((await call(`DELETE ${at(id, "/messages/9")}`, { token: ann.token })).json.code).toBe("message_not_found");
		expect((await call(`DELETE ${at(id, "/messages/1")}`, { token: bob.token })).json.code).toBe("message_not_found");
		expect((await call(`PATCH ${at(id, "/messages/1")}`, { token: bob.token, body: { text: "x" } })).json.code).toBe("not_allowed");
		expect((await say(ann, id, "to what?", { replyTo: 9 })).json.code).toBe("message_not_found");
	});

	it.each([
		{ content: { type: "text", text: " \u200b " } },
		{ content: { type: "text", text: "x".repeat(2_001) } },
		{ content: { type: "photo", mediaId: "no uuid" } },
		{ content: { type: "system", about: "left" } },
		{ content: { type: "text", text: "x" }, clientId: "no uuid" },
		{ content: { type: "text", text: "x" }, replyTo: 0 },
	])("422: %j", async ({ content, ...more }) => {
		const { ann, id } = await acquainted();
		expect((await send(ann, id, content, more)).status).toBe(422);
	});

	it.each(["x", "👍👍", "", "a👍"])("422: a reaction that is no emoji: %s", async (emoji) => {
		const { ann, id } = await acquainted();
		await say(ann, id, "hello");
		expect((await call(`PUT ${at(id, "/messages/1/reaction")}`, { token: ann.token, body: { emoji } })).status).toBe(422);
	});

	it("422: pages of two kinds at once, and a cursor of another list", async () => {
		const { ann, id } = await acquainted();
		await say(ann, id, "hello");
		expect((await call(`GET ${at(id, "/messages?before=2&after=1")}`, { token: ann.token })).status).toBe(422);
		expect((await call("GET /api/v1/conversations?cursor=1-2", { token: ann.token })).status).toBe(422);
	});
});

describe("a list of conversations", () => {
	it("200: pages by what was written last, each conversation once", async () => {
		const ann = await settled();
		const others = [await newUser(call), await newUser(call), await newUser(call)];
		for (const other of others) {
			await follow(other, ann);
			await say(ann, between(ann, other), "hello");
		}
		await expect.poll(async () => (await listed(ann)).conversations.length).toBe(3);
		const first = await call("GET /api/v1/conversations?limit=2", { token: ann.token });
		const rest = await call(`GET /api/v1/conversations?limit=2&cursor=${first.json.nextCursor}`, { token: ann.token });
		const ids = [...first.json.conversations, ...rest.json.conversations].map(({ id }: { id: string }) => id);
		expect(ids).toEqual(others.toReversed().map((other) => between(ann, other)));
		expect(rest.json.nextCursor).toBeNull();
	});
});

describe("limits", () => {
	const bindings = { DAILY_LIMIT_FACTOR: "1" } as Partial<Record<keyof Env, unknown>>;

	// Counted by the minute: one that ends meanwhile begins anew.
	it("429: so many messages a minute, all conversations together", { retry: AFTER_REDIS_RESTED }, async () => {
		const { ann, id } = await acquainted();
		const statuses = new Set<number>();
		for (let sent = 0; sent <= MESSAGES_A_MINUTE; sent++) statuses.add((await say(ann, id, `message ${sent}`)).status);
		expect([...statuses]).toEqual([201, 429]);
	});

	// Counted by the minute: one that ends meanwhile begins anew.
	it("429: nor told of as many changes besides; what is taken back is taken back all the same", { retry: AFTER_REDIS_RESTED }, async () => {
		const { ann, id } = await acquainted();
		await say(ann, id, "hello");
		const react = (emoji: string) => call(`PUT ${at(id, "/messages/1/reaction")}`, { token: ann.token, body: { emoji } });
		const statuses: number[] = [];
		for (let count = 1; count < MESSAGES_A_MINUTE; count++) statuses.push((await react(count % 2 === 0 ? "👍" : "🧀")).status);
		expect(new Set(statuses)).toEqual(new Set([200]));
		const secret = `g${"0".repeat(32)}.${"0".repeat(32)}`;
		const refused = [
			await react("🎬"),
			await call(`DELETE ${at(id, "/messages/1/reaction")}`, { token: ann.token }),
			await call(`PATCH ${at(id, "/messages/1")}`, { token: ann.token, body: { text: "hi" } }),
			await call(`PATCH ${at(unknownGroup)}`, { token: ann.token, body: { name: "Mine" } }),
			await call(`POST /api/v1/conversations/join/${secret}`, { token: ann.token }),
		];
		expect(refused.map(({ json }) => json.code)).toEqual(refused.map(() => "rate_limited"));
		expect((await call(`DELETE ${at(id, "/messages/1")}`, { token: ann.token })).status).toBe(200);
	});

	it("429: of one client id, each conversation is another message of the day", async () => {
		const { ann, bob, id } = await acquainted();
		const day = testEnv.USER_SESSION.get(testEnv.USER_SESSION.idFromName(`user:${ann.id}`));
		const most = DAILY_LIMITS.message.free;
		await runInDurableObject(day, (session) => {
			for (let sent = 2; sent < most; sent++) session.spend("message", String(sent), most);
		});
		const others = [await newUser(call), await newUser(call)];
		for (const other of others) await follow(other, ann);
		const body = { clientId: crypto.randomUUID(), content: { type: "text", text: "hello" } };
		const send = async (to: string) => (await call(`POST ${at(to, "/messages")}`, { token: ann.token, body, bindings })).json;
		expect((await send(id)).message).toBeDefined();
		expect((await send(id)).message).toBeDefined();
		const answers = [await send(between(ann, others[0] ?? bob)), await send(between(ann, others[1] ?? bob))];
		expect(answers.map(({ code }) => code)).toEqual([undefined, "daily_limit"]);
	});

	it("429: so many strangers a day, fewer for who is new", async () => {
		const write = async (who: Awaited<ReturnType<typeof newUser>>, count: number) => {
			const answers: string[] = [];
			for (let sent = 0; sent < count; sent++) {
				const body = { clientId: crypto.randomUUID(), content: { type: "text", text: "hello" } };
				const id = between(who, await newUser(call));
				const { status, json } = await call(`POST ${at(id, "/messages")}`, { token: who.token, body, bindings });
				answers.push(status === 201 ? "sent" : json.code);
			}
			return answers;
		};
		expect((await write(await newUser(call), NEW_ACCOUNT_APPROACHES + 1)).at(-1)).toBe("daily_limit");
		const old = await write(await settled(), DAILY_LIMITS.approach.free + 1);
		expect([old.at(-2), old.at(-1)]).toEqual(["sent", "daily_limit"]);
	});
});

describe("a block", () => {
	it("200: hides from either how far the other reads on", async () => {
		const { ann, bob, id } = await acquainted();
		await say(ann, id, "hello");
		await call(`POST /api/v1/users/${ann.id}/block`, { token: bob.token });
		await call(`POST ${at(id, "/read")}`, { token: bob.token, body: { seq: 1 } });
		const marks = async (who: typeof ann) => (await call(`GET ${at(id)}`, { token: who.token })).json.marks;
		expect(await marks(ann)).toMatchObject([{ userId: ann.id }]);
		expect(await marks(bob)).toMatchObject([{ userId: bob.id }]);
	});

	it("409: closes the conversation at once for both, and unblocking opens it", async () => {
		const { ann, bob, id } = await acquainted();
		await say(ann, id, "hello");
		await call(`POST /api/v1/users/${ann.id}/block`, { token: bob.token });
		for (const who of [ann, bob]) expect((await say(who, id, "?")).json.code).toBe("conversation_closed");
		expect((await listed(ann)).conversations[0]).toMatchObject({ standing: "closed", mayWrite: false });
		expect(texts(await read(ann, id))).toEqual(["hello"]);
		await call(`DELETE /api/v1/users/${ann.id}/block`, { token: bob.token });
		await expect.poll(async () => (await say(ann, id, "again")).status).toBe(201);
	});

	it("keeps each from hearing the other in groups, and nobody else", async () => {
		const [ann, bob, cid] = [await settled(), await settled(), await settled()];
		const id = await groupOf(ann, bob, cid);
		await call(`POST /api/v1/users/${bob.id}/block`, { token: cid.token });
		const [byBob, byCid] = [await TestSocket.resumed(bob.token), await TestSocket.resumed(cid.token)];
		for (const [who, text] of [
			[bob, "of Bob"],
			[cid, "of Cid"],
			[ann, "of Ann"],
		] as const)
			await say(who, id, text);
		for (const socket of [byBob, byCid]) await socket.hears((heard) => JSON.stringify(heard.events).includes("of Ann"));
		expect(JSON.stringify(byBob.events)).not.toContain("of Cid");
		expect(JSON.stringify(byCid.events)).not.toContain("of Bob");
		const [ofCid] = await read(ann, id, "?limit=2");
		await say(ann, id, "I agree", { replyTo: ofCid?.seq });
		const quotes = async (who: TestUser) => (await read(who, id, "?limit=1"))[0]?.replyTo?.text;
		expect([await quotes(bob), await quotes(ann)]).toEqual(["", "of Cid"]);
		await call(`DELETE ${at(id, `/messages/${(ofCid?.seq ?? 0) + 2}`)}`, { token: ann.token });
		expect(texts(await read(bob, id, "?limit=3"))).toEqual(["of Bob", "of Ann", "unsent"]);
		expect(texts(await read(ann, id, "?limit=4"))).toEqual(["of Bob", "of Cid", "of Ann", "unsent"]);
		const { json } = await call(`GET ${at(id)}`, { token: cid.token });
		expect(json.people.map((one: { id: string }) => one.id)).not.toContain(bob.id);
		expect(json.conversation.unread).toBe(1);
	});
});

describe("an erased account", () => {
	it("leaves every conversation; what it wrote stays, without a name", async () => {
		const [ann, bob] = [await settled(), await settled()];
		await follow(bob, ann);
		const [direct, group] = [between(ann, bob), await groupOf(ann, bob)];
		await say(ann, direct, "to you");
		await say(ann, group, "to all");
		await emit(services, "left", { userId: ann.id });
		await emit(services, "erased", { userId: ann.id });
		expect(texts(await read(bob, direct))).toEqual(["to you"]);
		expect(texts(await read(bob, group))).toContain("to all");
		expect((await say(bob, direct, "are you there?")).json.code).toBe("conversation_closed");
		const { json } = await call(`GET ${at(group)}`, { token: bob.token });
		expect(json).toMatchObject({ conversation: { memberCount: 1, role: "owner" }, members: [{ userId: bob.id }] });
		expect(json.people.map((one: { id: string }) => one.id)).not.toContain(ann.id);
	});
});
