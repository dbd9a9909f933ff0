import { beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../../contracts/messages.ts";
import { newUser, type TestUser, testApp } from "../gateway/testing/api.ts";
import { liveRoutes } from "../live/routes.ts";
import { TestSocket } from "../live/socket.fixture.ts";
import { socialRoutes } from "../social/routes.ts";
import { directId } from "./ids.ts";
import { messageRoutes } from "./routes.ts";

const call = testApp(messageRoutes, socialRoutes, liveRoutes);

let ann: TestUser;
let bob: TestUser;
let id: string;

beforeEach(async () => {
	[ann, bob] = [await newUser(call), await newUser(call)];
	id = directId(ann.id, bob.id);
});

const at = (path: string, conversationId = id) => `/api/v1/conversations/${conversationId}${path}` as const;
const follow = (who: TestUser, whom: TestUser) => call(`POST /api/v1/users/${whom.id}/follow`, { token: who.token });
const say = (who: TestUser, text: string, more: { clientId?: string; replyTo?: number; conversationId?: string } = {}) => {
	const { clientId = crypto.randomUUID(), replyTo, conversationId = id } = more;
	const body = { clientId, content: { type: "text", text }, ...(replyTo === undefined ? {} : { replyTo }) };
	return call(`POST ${at("/messages", conversationId)}`, { token: who.token, body });
};
const list = async (who: TestUser, folder = "inbox") =>
	(await call(`GET /api/v1/conversations?folder=${folder}`, { token: who.token })).json;
const read = async (who: TestUser, query = "", conversationId = id): Promise<Message[]> =>
	(await call(`GET ${at(`/messages${query}`, conversationId)}`, { token: who.token })).json.messages;
const texts = (messages: readonly Message[]) => messages.map(({ content }) => (content.type === "text" ? content.text : content.type));
/** Bob follows Ann, so that she writes to him straight. */
const known = () => follow(bob, ann);

describe("two people", () => {
	it("write to each other in one order, live on every device, and each message once", async () => {
		await known();
		const [phone, desk] = [await TestSocket.resumed(bob.token), await TestSocket.resumed(bob.token)];
		const clientId = crypto.randomUUID();
		const first = await say(ann, "hello", { clientId });
		expect(first.status).toBe(201);
		const again = await say(ann, "hello", { clientId });
		expect([again.status, again.json.message.seq]).toEqual([200, first.json.message.seq]);
		expect((await say(bob, "hi", { replyTo: 1 })).json.message.replyTo).toMatchObject({ seq: 1, senderId: ann.id, text: "hello" });
		for (const socket of [phone, desk]) {
			await socket.hears(({ events }) => events.filter(({ event }) => event.kind === "message").length === 2);
			const told = socket.events.flatMap(({ event }) => (event.kind === "message" ? event.message : []));
			expect(told).toEqual(await read(bob));
		}
		expect(texts(await read(ann))).toEqual(["hello", "hi"]);
		expect((await list(ann)).conversations).toMatchObject([{ id, otherId: bob.id, accepted: true, lastMessage: { seq: 2 }, unread: 1 }]);
	});
});
