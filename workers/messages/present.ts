import type { Conversation, Message } from "../../contracts/messages.ts";
import type { UserSummary } from "../../contracts/users.ts";
import { loadSummaries } from "../lists/people.ts";
import type { Services } from "../platform/services.ts";
import { mayMeet } from "../rules/people.ts";
import { relationsOf } from "../rules/relations.ts";
import type { UserViewer } from "../rules/viewer.ts";
import { isGroup } from "./ids.ts";
import type { Entry } from "./list/store.ts";
import { listOf, type Reader, type View } from "./protocol.ts";

/** Who reads a conversation: in a group, nothing of whom they may not meet. What two people wrote stays when one blocks the other. */
export async function readerOf(services: Services, viewer: UserViewer, conversationId: string): Promise<Reader> {
	if (!isGroup(conversationId)) return { userId: viewer.userId, without: [] };
	const { blocked } = await relationsOf(services, viewer);
	return { userId: viewer.userId, without: [...blocked] };
}

/** A conversation as an answer shows it, with who is named in it. */
export async function presentView(
	services: Services,
	viewer: UserViewer,
	view: View,
): Promise<{ readonly conversation: Conversation; readonly people: UserSummary[] }> {
	const { facts, lastMessage, lastSeq, readSeq, unread } = view;
	const entry = await listOf(services, viewer.userId).conversation(facts.id);
	const own = view.members.find(({ userId }) => userId === viewer.userId);
	const at = lastMessage === null ? (entry?.at ?? own?.joinedAt ?? services.clock()) : Date.parse(lastMessage.sentAt);
	const conversation = presentEntry({ facts, lastMessage, lastSeq, readSeq, unread, mutedUntil: entry?.mutedUntil ?? null, at });
	return { conversation, people: await peopleIn(services, viewer, [conversation], lastMessage === null ? [] : [lastMessage]) };
}

export function presentEntry({ facts, lastMessage, lastSeq, readSeq, unread, mutedUntil, at }: Entry): Conversation {
	return {
		...facts,
		lastMessage,
		lastSeq,
		readSeq,
		unread,
		mutedUntil: mutedUntil === null ? null : new Date(mutedUntil).toISOString(),
		updatedAt: new Date(at).toISOString(),
	};
}

/** Who is named by conversations and messages. The other of two people is, also after a block: what they wrote is there. */
export async function peopleIn(
	services: Services,
	viewer: UserViewer,
	conversations: readonly Conversation[],
	messages: readonly Message[],
	more: readonly string[] = [],
): Promise<UserSummary[]> {
	const others = conversations.flatMap(({ otherId }) => otherId ?? []);
	const ids = new Set([
		viewer.userId,
		...others,
		...conversations.flatMap(({ faceIds, invitedById }) => [...faceIds, ...(invitedById === null ? [] : [invitedById])]),
		...messages.flatMap(namedIn),
		...more,
	]);
	const [people, relations] = await Promise.all([loadSummaries(services, ids), relationsOf(services, viewer)]);
	return [...people.values()].filter(({ id }) => others.includes(id) || mayMeet(relations, id));
}

function namedIn({ senderId, content, replyTo, reactions }: Message): string[] {
	const noted = content.type === "system" ? [content.byId, content.userId] : [];
	const ids = [senderId, replyTo?.senderId ?? null, ...noted, ...reactions.flatMap(({ userIds }) => userIds)];
	return ids.filter((id) => id !== null);
}
