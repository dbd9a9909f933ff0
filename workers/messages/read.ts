import type * as contract from "../../contracts/conversations.ts";
import type { AnswerOf, QueryOf } from "../../contracts/endpoint.ts";
import type * as groups from "../../contracts/groups.ts";
import { conversationNotFound, leadersOnly } from "../../contracts/problems/messages.ts";
import { conversationCursor } from "../lists/cursor.ts";
import { loadSummaries } from "../lists/people.ts";
import type { Services } from "../platform/services.ts";
import { mayMeet } from "../rules/people.ts";
import { relationsOf } from "../rules/relations.ts";
import type { UserViewer } from "../rules/viewer.ts";
import { hydrateCards } from "../videos/cards/index.ts";
import { visibleVideos } from "../videos/index.ts";
import { mayBegin } from "./approach.ts";
import { directId, otherIn } from "./ids.ts";
import { peopleIn, presentEntry, presentView, readerOf } from "./present.ts";
import { conversationOf, listOf, type View } from "./protocol.ts";

/** A page of the viewer's own list: one read of their inbox object, however many conversations there are. */
export async function listConversations(
	services: Services,
	viewer: UserViewer,
	{ folder, limit, cursor }: QueryOf<typeof contract.listConversations>,
): Promise<AnswerOf<typeof contract.listConversations>> {
	const after = conversationCursor.decode(cursor);
	const { entries, next, unread, requests } = await listOf(services, viewer.userId).conversations(folder, limit, after);
	const conversations = entries.map(presentEntry);
	const messages = conversations.flatMap(({ lastMessage }) => lastMessage ?? []);
	const people = await peopleIn(services, viewer, conversations, messages);
	return { conversations, people, unread, requests, nextCursor: next === null ? null : conversationCursor.encode(next) };
}

/** The viewer's view of a conversation. @throws ProblemError conversation_not_found */
export async function viewOf(services: Services, viewer: UserViewer, conversationId: string): Promise<View> {
	otherIn(conversationId, viewer.userId);
	const view = await conversationOf(services, conversationId).view(await readerOf(services, viewer, conversationId));
	if (view === null) throw conversationNotFound();
	return view;
}

/**
 * The conversation with somebody; one that was not begun is shown as it will be.
 * @throws ProblemError user_not_found; not_allowed when it may not be begun
 */
export async function openConversation(
	services: Services,
	viewer: UserViewer,
	otherId: string,
): Promise<AnswerOf<typeof contract.openConversation>> {
	const id = directId(viewer.userId, otherId);
	const known = viewer.userId === otherId ? null : await conversationOf(services, id).view({ userId: viewer.userId, without: [] });
	if (known !== null) return presentView(services, viewer, known);
	const { as } = await mayBegin(services, viewer, otherId);
	return presentView(services, viewer, notBegun(id, viewer.userId, otherId, as === "member"));
}

const notBegun = (id: string, userId: string, otherId: string, accepted: boolean): View => ({
	facts: {
		id,
		kind: "direct",
		name: null,
		otherId,
		faceIds: [],
		memberCount: 2,
		standing: "member",
		invitedById: null,
		role: "member",
		locked: false,
		accepted,
		mayWrite: true,
	},
	lastMessage: null,
	lastSeq: 0,
	readSeq: 0,
	unread: 0,
	members: [],
	marks: [{ userId, deliveredSeq: 0, readSeq: 0 }],
	link: null,
	joinRequests: [],
});

/** @throws ProblemError conversation_not_found */
export async function getConversation(
	services: Services,
	viewer: UserViewer,
	conversationId: string,
): Promise<AnswerOf<typeof contract.getConversation>> {
	const view = await viewOf(services, viewer, conversationId);
	const [presented, relations] = await Promise.all([presentView(services, viewer, view), relationsOf(services, viewer)]);
	const isMet = ({ userId }: { readonly userId: string }) => view.facts.kind === "direct" || mayMeet(relations, userId);
	const members = view.members.filter(isMet);
	const people = await peopleIn(
		services,
		viewer,
		[presented.conversation],
		view.lastMessage === null ? [] : [view.lastMessage],
		members.map(({ userId }) => userId),
	);
	return {
		conversation: presented.conversation,
		people,
		members: members.map(({ userId, role, joinedAt, standing }) => ({
			userId,
			role,
			joinedAt: new Date(joinedAt).toISOString(),
			invited: standing === "invited",
		})),
		marks: view.marks.filter(isMet),
		link: view.link === null ? null : { token: tokenOf(conversationId, view.link.secret), approval: view.link.approval },
		joinRequests: view.joinRequests.length,
	};
}

/** What is written in a link to a group. */
export const tokenOf = (conversationId: string, secret: string): string => `${conversationId}.${secret}`;

/** @throws ProblemError conversation_not_found */
export async function listMessages(
	services: Services,
	viewer: UserViewer,
	conversationId: string,
	query: QueryOf<typeof contract.listMessages>,
): Promise<AnswerOf<typeof contract.listMessages>> {
	otherIn(conversationId, viewer.userId);
	const reader = await readerOf(services, viewer, conversationId);
	const page = await conversationOf(services, conversationId).page(reader, query);
	if (page === null) throw conversationNotFound();
	const messages = [...page.messages];
	const videoIds = [...new Set(messages.flatMap(({ content }) => (content.type === "video" ? content.videoId : [])))];
	const [people, visible] = await Promise.all([
		peopleIn(services, viewer, [], messages, otherPeople(conversationId, viewer)),
		visibleVideos(services, viewer, videoIds),
	]);
	const videos = await hydrateCards(services, viewer, [...visible.keys()]);
	return { messages, people, videos, hasOlder: page.hasOlder, hasNewer: page.hasNewer };
}

const otherPeople = (conversationId: string, { userId }: UserViewer): string[] => {
	const otherId = otherIn(conversationId, userId);
	return otherId === null ? [] : [otherId];
};

/** @throws ProblemError conversation_not_found */
export async function searchMessages(
	services: Services,
	viewer: UserViewer,
	conversationId: string,
	{ q, limit, before }: QueryOf<typeof contract.searchMessages>,
): Promise<AnswerOf<typeof contract.searchMessages>> {
	otherIn(conversationId, viewer.userId);
	const reader = await readerOf(services, viewer, conversationId);
	const found = await conversationOf(services, conversationId).search(reader, q, limit, before ?? null);
	if (found === null) throw conversationNotFound();
	const messages = [...found.messages];
	return { messages, people: await peopleIn(services, viewer, [], messages), hasOlder: found.hasOlder };
}

/** @throws ProblemError conversation_not_found; not_allowed for who has no say in it */
export async function listJoinRequests(
	services: Services,
	viewer: UserViewer,
	conversationId: string,
): Promise<AnswerOf<typeof groups.listJoinRequests>> {
	const { facts, joinRequests } = await viewOf(services, viewer, conversationId);
	if (facts.role !== "owner" && facts.role !== "admin") throw leadersOnly();
	const people = await loadSummaries(
		services,
		joinRequests.map(({ userId }) => userId),
	);
	const requests = joinRequests.flatMap(({ userId, at }) => {
		const user = people.get(userId);
		return user === undefined ? [] : [{ user, at: new Date(at).toISOString() }];
	});
	return { requests };
}
