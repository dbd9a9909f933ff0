import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { CLIENT_FRAME_MAX, CLOSED, FRAMES_MAX, SOCKETS_MAX } from "../../contracts/live.ts";
import { newUser, services, testApp } from "../gateway/testing/api.ts";
import { testEnv } from "../platform/test-env.fixture.ts";
import { LOG_LENGTH, type NewEvent } from "./log.ts";
import { liveOf } from "./protocol.ts";
import { liveRoutes } from "./routes.ts";
import { askForSocket, TestSocket } from "./socket.fixture.ts";

const call = testApp(liveRoutes);
const unread = (count: number, key = `test-${count}`): NewEvent => ({ key, event: { kind: "notices", unread: count } });
const counts = (socket: TestSocket) => socket.events.map(({ event }) => (event.kind === "notices" ? event.unread : null));
const objectOf = (userId: string) => testEnv.INBOX.get(testEnv.INBOX.idFromName(userId));

describe("GET /api/v1/live", () => {
	it("101: opens a socket by token, and by cookie from our own pages", async () => {
		const { token, cookie } = await newUser(call);
		expect((await askForSocket({ authorization: `Bearer ${token}` })).status).toBe(101);
		expect((await askForSocket({ cookie, origin: "https://reelay.test" })).status).toBe(101);
	});

	it("401: not for guests, nor with a token that is no good", async () => {
		expect((await askForSocket({})).status).toBe(401);
		expect((await askForSocket({ authorization: "Bearer nothing.AAAA" })).status).toBe(401);
	});

	it.each([[{}], [{ origin: "https://evil.test" }], [{ origin: "null" }], [{ "sec-fetch-site": "cross-site" }]])(
		"403: with a cookie, not from another site's page: %j",
		async (headers) => {
			const { cookie } = await newUser(call);
			const answer = await askForSocket({ cookie, ...headers });
			expect([answer.status, (await answer.json<{ code: string }>()).code]).toEqual([403, "csrf_rejected"]);
		},
	);

	it("403: says so by the contract", async () => {
		const { cookie } = await newUser(call);
		const headers = { upgrade: "websocket", origin: "https://evil.test" };
		expect((await call("GET /api/v1/live", { cookie, headers })).json.code).toBe("csrf_rejected");
	});

	it("426: is no ordinary address", async () => {
		const { token } = await newUser(call);
		expect((await call("GET /api/v1/live", { token })).json.code).toBe("upgrade_required");
	});
});

describe("a socket", () => {
	it("tells what is delivered to all of a person's clients, in order, and to nobody else", async () => {
		const [ann, bob] = [await newUser(call), await newUser(call)];
		const devices = [await TestSocket.resumed(ann.token), await TestSocket.resumed(ann.token), await TestSocket.resumed(ann.token)];
		const other = await TestSocket.resumed(bob.token);
		await liveOf(services, ann.id).deliver([unread(1), unread(2)]);
		await liveOf(services, ann.id).deliver([unread(3)]);
		for (const device of devices) {
			await device.hears(({ events }) => events.length === 3);
			expect(counts(device)).toEqual([1, 2, 3]);
			expect(device.events.map(({ rev }) => rev)).toEqual([1, 2, 3]);
		}
		await liveOf(services, bob.id).deliver([unread(9)]);
		await other.hears(({ events }) => events.length > 0);
		expect(counts(other)).toEqual([9]);
	});

	it("is told nothing before it said where it goes on", async () => {
		const { id, token } = await newUser(call);
		const socket = await TestSocket.open(token);
		await liveOf(services, id).deliver([unread(1)]);
		socket.say({ type: "resume", rev: null });
		await liveOf(services, id).deliver([unread(2)]);
		await socket.hears(({ events }) => events.length > 0);
		expect(socket.frames[0]?.type).toBe("hello");
		expect(socket.helloRev).toBeGreaterThan(0);
		expect(counts(socket).at(-1)).toBe(2);
		expect(socket.events.every(({ rev }) => rev > socket.helloRev)).toBe(true);
	});

	it("delivers an event once per key", async () => {
		const { id, token } = await newUser(call);
		const socket = await TestSocket.resumed(token);
		await liveOf(services, id).deliver([unread(1, "same"), unread(2, "same")]);
		await liveOf(services, id).deliver([unread(3, "same"), unread(4)]);
		await socket.hears(({ events }) => events.length === 2);
		expect(counts(socket)).toEqual([1, 4]);
	});

	it("goes on without a gap after a break, an eviction in between", async () => {
		const { id, token } = await newUser(call);
		const first = await TestSocket.resumed(token);
		await liveOf(services, id).deliver([unread(1)]);
		await first.hears(({ events }) => events.length === 1);
		first.close();
		await liveOf(services, id).deliver([unread(2), unread(3)]);
		await evictDurableObject(objectOf(id));
		await liveOf(services, id).deliver([unread(4)]);
		const second = await TestSocket.resumed(token, first.events.at(-1)?.rev ?? null);
		await liveOf(services, id).deliver([unread(5)]);
		await second.hears(({ events }) => events.length === 4);
		expect(counts(second)).toEqual([2, 3, 4, 5]);
	});

	it("sleeps with its object, and hears what comes after", async () => {
		const { id, token } = await newUser(call);
		const socket = await TestSocket.resumed(token);
		await evictDurableObject(objectOf(id), { webSockets: "hibernate" });
		await liveOf(services, id).deliver([unread(1)]);
		await socket.hears(({ events }) => events.length === 1);
		expect(socket.closed).toBeNull();
	});

	it("is answered its ping", async () => {
		const { token } = await newUser(call);
		const socket = await TestSocket.resumed(token);
		socket.sayRaw("ping");
		await socket.hears(({ pongs }) => pongs.length === 1);
	});

	it("is told to read anew where its revision is too old, or of another log", async () => {
		const { id, token } = await newUser(call);
		const strange = await TestSocket.resumed(token, 4_711);
		expect(strange.frames).toEqual([{ type: "reset", rev: 0 }]);
		await runInDurableObject(objectOf(id), (inbox) => {
			for (let count = 1; count <= LOG_LENGTH + 200; count++) inbox.deliver([unread(count)]);
		});
		const late = await TestSocket.resumed(token, 50);
		expect(late.frames).toEqual([{ type: "reset", rev: LOG_LENGTH + 200 }]);
		const close = await TestSocket.resumed(token, LOG_LENGTH + 190);
		await close.hears(({ events }) => events.length === 10);
	});

	it("is closed when its session ends, and no other is", async () => {
		const ann = await newUser(call);
		const { user } = ann;
		const login = await call("POST /api/v1/auth/login", { body: { username: user.username, password: "correct horse battery" } });
		const [here, there] = [await TestSocket.resumed(ann.token), await TestSocket.resumed(login.json.token)];
		await call("POST /api/v1/auth/logout", { token: login.json.token });
		await there.hears(({ closed }) => closed !== null);
		expect(there.closed?.code).toBe(CLOSED.signedOut);
		await call("DELETE /api/v1/auth/sessions", { token: ann.token });
		await here.hears(({ closed }) => closed !== null);
		expect(here.closed?.code).toBe(CLOSED.signedOut);
	});

	it("makes room: one more than a person may have closes the oldest", async () => {
		const { token } = await newUser(call);
		const sockets = [];
		for (let count = 0; count <= SOCKETS_MAX; count++) sockets.push(await TestSocket.resumed(token));
		const [oldest, next] = sockets;
		await oldest?.hears(({ closed }) => closed !== null);
		expect([oldest?.closed?.code, next?.closed]).toEqual([CLOSED.tooMany, null]);
	});

	it("is closed when it says far more than any client of ours", async () => {
		const { token } = await newUser(call);
		const socket = await TestSocket.resumed(token);
		for (let count = 0; count < FRAMES_MAX; count++) socket.say({ type: "unwatch" });
		await socket.hears(({ closed }) => closed !== null);
		expect(socket.closed?.code).toBe(CLOSED.tooFast);
	});

	it("is closed when it asks for its whole log once more", async () => {
		const { token } = await newUser(call);
		const socket = await TestSocket.resumed(token, 0);
		socket.say({ type: "resume", rev: 0 });
		await socket.hears(({ closed }) => closed !== null);
		expect(socket.closed?.code).toBe(CLOSED.unreadable);
		expect(socket.frames.filter(({ type }) => type === "hello")).toHaveLength(1);
	});

	it.each([
		["no JSON", "{"],
		["an unknown frame", '{"type":"shout"}'],
		["a revision below zero", '{"type":"resume","rev":-1}'],
		["too much", `"${"x".repeat(CLIENT_FRAME_MAX)}"`],
	])("is closed over %s", async (_, text) => {
		const { token } = await newUser(call);
		const socket = await TestSocket.resumed(token);
		socket.sayRaw(text);
		await socket.hears(({ closed }) => closed !== null);
		expect(socket.closed?.code).toBe(CLOSED.unreadable);
	});
});
