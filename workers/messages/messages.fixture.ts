import { NEW_ACCOUNT_MS } from "../../contracts/limits.ts";
import type { Conversation, Message } from "../../contracts/messages.ts";
import { type CallAnswer, newUser, services, type TestUser, testApp } from "../gateway/testing/api.ts";
import { snowflakes } from "../platform/snowflake.ts";
import { socialRoutes } from "../social/routes.ts";
import { directId } from "./ids.ts";
import { messageRoutes } from "./routes.ts";

export const call = testApp(messageRoutes, socialRoutes);

/** Somebody whose account is no longer new. */
export async function settled(): Promise<TestUser> {
	const id = snowflakes(() => Date.now() - 2 * NEW_ACCOUNT_MS)();
	return newUser(call, undefined, { id });
}

export const teen = (): Promise<TestUser> =>
	newUser(call, undefined, { birthdate: `${new Date(services.clock()).getUTCFullYear() - 15}-01-01` });

export const at = (conversationId: string, path = "") => `/api/v1/conversations/${conversationId}${path}` as const;
export const between = (one: TestUser, other: TestUser) => directId(one.id, other.id);
export const follow = (who: TestUser, whom: TestUser) => call(`POST /api/v1/users/${whom.id}/follow`, { token: who.token });

export const send = (who: TestUser, conversationId: string, content: object, more: object = {}): Promise<CallAnswer> =>
	call(`POST ${at(conversationId, "/messages")}`, { token: who.token, body: { clientId: crypto.randomUUID(), content, ...more } });
export const say = (who: TestUser, conversationId: string, text: string, more: object = {}): Promise<CallAnswer> =>
	send(who, conversationId, { type: "text", text }, more);

export const listed = async (who: TestUser, query = ""): Promise<{ conversations: Conversation[]; unread: number; requests: number }> =>
	(await call(`GET /api/v1/conversations${query}`, { token: who.token })).json;
export const read = async (who: TestUser, conversationId: string, query = ""): Promise<Message[]> =>
	(await call(`GET ${at(conversationId, `/messages${query}`)}`, { token: who.token })).json.messages;
export const texts = (messages: readonly Message[]): string[] =>
	messages.map(({ content }) => (content.type === "text" ? content.text : content.type === "system" ? content.about : content.type));

/** Two people of whom the second follows the first, so that the first writes straight to the second. */
export async function acquainted(): Promise<{ ann: TestUser; bob: TestUser; id: string }> {
	const [ann, bob] = [await newUser(call), await newUser(call)];
	await follow(bob, ann);
	return { ann, bob, id: between(ann, bob) };
}

/** A group of a settled account's, which all others have joined. */
export async function groupOf(owner: TestUser, ...others: TestUser[]): Promise<string> {
	const body = { clientId: crypto.randomUUID(), name: "Friday", userIds: others.map(({ id }) => id) };
	const { json } = await call("POST /api/v1/conversations", { token: owner.token, body });
	const { id } = json.conversation as Conversation;
	for (const { token } of others) await call(`POST ${at(id, "/accept")}`, { token });
	return id;
}
