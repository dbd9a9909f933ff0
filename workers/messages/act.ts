import type * as contract from "../../contracts/conversations.ts";
import type { AnswerOf, BodyOf } from "../../contracts/endpoint.ts";
import type * as groups from "../../contracts/groups.ts";
import type { Message } from "../../contracts/messages.ts";
import { conversationNotFound } from "../../contracts/problems/messages.ts";
import type { Services } from "../platform/services.ts";
import type { UserViewer } from "../rules/viewer.ts";
import { screenText } from "../trust/index.ts";
import { askable } from "./approach.ts";
import type { Command } from "./core/commands.ts";
import { groupId, isGroup, otherIn } from "./ids.ts";
import { limitSender } from "./limit.ts";
import { presentView, readerOf } from "./present.ts";
import { conversationOf, listOf, type View } from "./protocol.ts";
import { tokenOf } from "./read.ts";
import { done } from "./refusals.ts";
import { screenMessage } from "./send.ts";

type Of<C> = C extends { readonly by: string } ? Omit<C, "by"> : never;
/** A command but for who asks. */
export type Asked = Of<Exclude<Command, { type: "send" }>>;

/** Has a conversation do what the viewer asks. @throws ProblemError conversation_not_found, and what it refuses with */
export async function act(services: Services, viewer: UserViewer, conversationId: string, asked: Asked) {
	otherIn(conversationId, viewer.userId);
	const { without } = await readerOf(services, viewer, conversationId);
	const command = { ...asked, by: viewer.userId } as Exclude<Command, { type: "send" }>;
	return done(await conversationOf(services, conversationId).run(conversationId, command, without));
}

/** The same, where a message is answered. */
export async function actOnMessage(
	services: Services,
	viewer: UserViewer,
	conversationId: string,
	asked: Asked,
): Promise<{ message: Message }> {
	// What was taken back is gone, whatever else one did.
	if (asked.type !== "unsend") await limitSender(services, viewer);
	const { message } = await act(services, viewer, conversationId, asked);
	if (message === null) throw new Error("a message that was changed is not there");
	if (asked.type === "edit") screenMessage(services, viewer.userId, conversationId, message.seq, asked.text);
	return { message };
}

/** The same, where the conversation is answered. */
export async function actOnConversation(
	services: Services,
	viewer: UserViewer,
	conversationId: string,
	asked: Asked,
): Promise<AnswerOf<typeof contract.updateConversation>> {
	if (asked.type === "update") await limitSender(services, viewer);
	const { view } = await act(services, viewer, conversationId, asked);
	if (asked.type === "update") screenGroup(services, viewer.userId, conversationId, asked.name);
	return presentView(services, viewer, seen(view));
}

function seen(view: View | null): View {
	if (view === null) throw conversationNotFound();
	return view;
}

/** Never backwards. @returns where the viewer is now */
export async function readConversation(services: Services, viewer: UserViewer, conversationId: string, seq: number) {
	const { readSeq, unread } = seen((await act(services, viewer, conversationId, { type: "read", seq })).view);
	return { readSeq, unread };
}

/** @param until null for a mute without an end @throws ProblemError conversation_not_found */
export async function muteConversation(services: Services, viewer: UserViewer, conversationId: string, until: number | null) {
	otherIn(conversationId, viewer.userId);
	if (!(await listOf(services, viewer.userId).muteConversation(conversationId, until))) throw conversationNotFound();
	return { mutedUntil: until === null ? null : new Date(until).toISOString() };
}

/** The last moment a time stamp can name: until it is taken back. */
export const FOR_EVER = Date.parse("9999-12-31T23:59:59.999Z");

/** Makes a group; who may not be asked is named. @throws ProblemError not_allowed, daily_limit */
export async function createGroup(
	services: Services,
	viewer: UserViewer,
	{ clientId, name, userIds }: BodyOf<typeof contract.createGroup>,
): Promise<AnswerOf<typeof contract.createGroup> & { readonly isNew: boolean }> {
	const id = groupId(viewer.userId, clientId);
	await limitSender(services, viewer);
	const asked = await askable(services, viewer, userIds);
	const ran = done(await conversationOf(services, id).run(id, { type: "create", by: viewer.userId, name, userIds: asked }));
	if (ran.isNew) screenGroup(services, viewer.userId, id, name);
	const presented = await presentView(services, viewer, seen(ran.view));
	return { ...presented, notAsked: userIds.filter((userId) => !asked.includes(userId)), isNew: ran.isNew };
}

const screenGroup = (services: Services, userId: string, id: string, name: string | undefined): void =>
	screenText(services, { subject: { kind: "conversation", id, ownerId: userId }, fields: { name } });

/** @throws ProblemError conversation_not_found, group_full, not_allowed, daily_limit */
export async function addMembers(
	services: Services,
	viewer: UserViewer,
	conversationId: string,
	userIds: readonly string[],
): Promise<AnswerOf<typeof groups.addMembers>> {
	if (!isGroup(conversationId)) throw conversationNotFound();
	// Before anybody is counted against the day.
	await act(services, viewer, conversationId, { type: "invite", userIds: [] });
	const asked = await askable(services, viewer, userIds);
	const { view } = await act(services, viewer, conversationId, { type: "invite", userIds: asked });
	const there = new Set(seen(view).members.map(({ userId }) => userId));
	return { ...(await presentView(services, viewer, seen(view))), notAsked: userIds.filter((userId) => !there.has(userId)) };
}

/** Of a link's secret: nobody guesses 128 bits. */
const SECRET_BYTES = 16;

export async function makeJoinLink(services: Services, viewer: UserViewer, conversationId: string, approval: boolean) {
	const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
	const secret = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
	const { link } = seen((await act(services, viewer, conversationId, { type: "link", approval, secret })).view);
	if (link === null) throw new Error("a link that was made is not there");
	return { link: { token: tokenOf(conversationId, link.secret), approval: link.approval } };
}
