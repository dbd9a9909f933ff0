import type * as contract from "../../../contracts/conversations.ts";
import type { AnswerOf, BodyInput, QueryInput } from "../../../contracts/endpoint.ts";
import type * as groups from "../../../contracts/groups.ts";
import type * as media from "../../../contracts/message-media.ts";
import { call } from "./request.ts";

export type {
	Circle,
	Conversation,
	ConversationFacts,
	Mark,
	Message,
	MessageContent,
	MessageEvent,
	MessageInput,
	MessageSignal,
	Role,
} from "../../../contracts/messages.ts";
export type ConversationDetails = AnswerOf<typeof contract.getConversation>;
export type Member = ConversationDetails["members"][number];
export type MessagePage = AnswerOf<typeof contract.listMessages>;
export type MessageSettings = AnswerOf<typeof contract.messageSettings>;
export type JoinPreview = AnswerOf<typeof groups.previewJoin>;

const of = (conversationId: string) => ({ params: { conversationId } });

export const listConversations = (folder: "inbox" | "requests", cursor?: string) =>
	call<typeof contract.listConversations>("GET", "/api/v1/conversations", {
		query: { folder, limit: 30, ...(cursor ? { cursor } : {}) },
	});
export const openConversation = (userId: string) =>
	call<typeof contract.openConversation>("POST", "/api/v1/conversations/direct", { body: { userId } });
export const createGroup = (body: BodyInput<typeof contract.createGroup>) =>
	call<typeof contract.createGroup>("POST", "/api/v1/conversations", { body });
export const getConversation = (id: string) =>
	call<typeof contract.getConversation>("GET", "/api/v1/conversations/:conversationId", of(id));
export const updateConversation = (id: string, body: BodyInput<typeof contract.updateConversation>) =>
	call<typeof contract.updateConversation>("PATCH", "/api/v1/conversations/:conversationId", { ...of(id), body });
export const leaveConversation = (id: string) =>
	call<typeof contract.leaveConversation>("POST", "/api/v1/conversations/:conversationId/leave", of(id));
export const acceptConversation = (id: string) =>
	call<typeof contract.acceptConversation>("POST", "/api/v1/conversations/:conversationId/accept", of(id));
export const declineConversation = (id: string) =>
	call<typeof contract.declineConversation>("POST", "/api/v1/conversations/:conversationId/decline", of(id));
export const reportConversation = (id: string, body: BodyInput<typeof contract.reportConversation>) =>
	call<typeof contract.reportConversation>("POST", "/api/v1/conversations/:conversationId/report", { ...of(id), body });

export const listMessages = (id: string, at: QueryInput<typeof contract.listMessages> = {}) =>
	call<typeof contract.listMessages>("GET", "/api/v1/conversations/:conversationId/messages", { ...of(id), query: { limit: 40, ...at } });
export const sendMessage = (id: string, body: BodyInput<typeof contract.sendMessage>) =>
	call<typeof contract.sendMessage>("POST", "/api/v1/conversations/:conversationId/messages", { ...of(id), body });
export const editMessage = (conversationId: string, seq: number, text: string) =>
	call<typeof contract.editMessage>("PATCH", "/api/v1/conversations/:conversationId/messages/:seq", {
		params: { conversationId, seq },
		body: { text },
	});
export const unsendMessage = (conversationId: string, seq: number) =>
	call<typeof contract.unsendMessage>("DELETE", "/api/v1/conversations/:conversationId/messages/:seq", {
		params: { conversationId, seq },
	});
/** @param emoji null takes one's reaction back */
export const react = (conversationId: string, seq: number, emoji: string | null) => {
	const path = "/api/v1/conversations/:conversationId/messages/:seq/reaction" as const;
	const params = { conversationId, seq };
	return emoji === null
		? call<typeof contract.unreact>("DELETE", path, { params })
		: call<typeof contract.react>("PUT", path, { params, body: { emoji } });
};
export const readConversation = (id: string, seq: number) =>
	call<typeof contract.readConversation>("POST", "/api/v1/conversations/:conversationId/read", { ...of(id), body: { seq } });
/** @param until ISO time; null for as long as it is not unmuted */
export const muteConversation = (id: string, until: string | null) =>
	call<typeof contract.muteConversation>("PUT", "/api/v1/conversations/:conversationId/mute", { ...of(id), body: { until } });
export const unmuteConversation = (id: string) =>
	call<typeof contract.unmuteConversation>("DELETE", "/api/v1/conversations/:conversationId/mute", of(id));
export const searchMessages = (id: string, q: string, before?: number) =>
	call<typeof contract.searchMessages>("GET", "/api/v1/conversations/:conversationId/search", {
		...of(id),
		query: { q, limit: 20, ...(before ? { before } : {}) },
	});

export const addMembers = (id: string, userIds: string[]) =>
	call<typeof groups.addMembers>("POST", "/api/v1/conversations/:conversationId/members", { ...of(id), body: { userIds } });
export const removeMember = (conversationId: string, userId: string) =>
	call<typeof groups.removeMember>("DELETE", "/api/v1/conversations/:conversationId/members/:userId", {
		params: { conversationId, userId },
	});
export const setRole = (conversationId: string, userId: string, role: "owner" | "admin" | "member") =>
	call<typeof groups.setRole>("PUT", "/api/v1/conversations/:conversationId/members/:userId/role", {
		params: { conversationId, userId },
		body: { role },
	});
export const makeJoinLink = (id: string, approval: boolean) =>
	call<typeof groups.makeJoinLink>("PUT", "/api/v1/conversations/:conversationId/link", { ...of(id), body: { approval } });
export const revokeJoinLink = (id: string) =>
	call<typeof groups.revokeJoinLink>("DELETE", "/api/v1/conversations/:conversationId/link", of(id));
export const previewJoin = (token: string) =>
	call<typeof groups.previewJoin>("GET", "/api/v1/conversations/join/:token", { params: { token } });
export const joinByLink = (token: string) =>
	call<typeof groups.joinByLink>("POST", "/api/v1/conversations/join/:token", { params: { token } });
export const listJoinRequests = (id: string) =>
	call<typeof groups.listJoinRequests>("GET", "/api/v1/conversations/:conversationId/join-requests", of(id));
export const answerJoinRequest = (conversationId: string, userId: string, accept: boolean) =>
	call<typeof groups.answerJoinRequest>("POST", "/api/v1/conversations/:conversationId/join-requests/:userId", {
		params: { conversationId, userId },
		body: { accept },
	});

export const messageSettings = () => call<typeof contract.messageSettings>("GET", "/api/v1/messages/settings", {});
export const changeMessageSettings = (body: BodyInput<typeof contract.changeMessageSettings>) =>
	call<typeof contract.changeMessageSettings>("PATCH", "/api/v1/messages/settings", { body });

export const beginMessageMedia = (id: string, body: BodyInput<typeof media.beginMessageMedia>) =>
	call<typeof media.beginMessageMedia>("POST", "/api/v1/conversations/:conversationId/media", { ...of(id), body });
export const completeMessageMedia = (conversationId: string, mediaId: string) =>
	call<typeof media.completeMessageMedia>("POST", "/api/v1/conversations/:conversationId/media/:mediaId/complete", {
		params: { conversationId, mediaId },
	});
