import * as z from "zod";
import { ConversationParams, OneConversation } from "./conversations.ts";
import { endpoint } from "./endpoint.ts";
import { Id, Timestamp } from "./ids.ts";
import { GROUP_MAX } from "./limits.ts";
import { ConversationId, Role } from "./messages.ts";
import { UserSummary } from "./users.ts";

/** Operations on a group's members and the link that lets people in. */

const tag = "Messages";
const access = "user";
const MemberParams = z.object({ conversationId: ConversationId, userId: Id });

export const addMembers = endpoint({
	id: "addMembers",
	method: "POST",
	path: "/api/v1/conversations/:conversationId/members",
	tag,
	access,
	status: 200,
	summary: "Ask people into a group: they join when they accept. `notAsked` are those who may not be asked by the viewer",
	params: ConversationParams,
	body: z.object({
		userIds: z
			.array(Id)
			.min(1)
			.max(GROUP_MAX - 1),
	}),
	answer: OneConversation.extend({ notAsked: z.array(Id) }),
	problems: ["conversation_not_found", "group_full", "not_allowed", "daily_limit"],
});
export const removeMember = endpoint({
	id: "removeMember",
	method: "DELETE",
	path: "/api/v1/conversations/:conversationId/members/:userId",
	tag,
	access,
	status: 204,
	summary: "Remove somebody from a group, or take back that they were asked; repeated, it changes nothing",
	params: MemberParams,
	problems: ["conversation_not_found", "not_allowed"],
});
export const setRole = endpoint({
	id: "setRole",
	method: "PUT",
	path: "/api/v1/conversations/:conversationId/members/:userId/role",
	tag,
	access,
	status: 200,
	summary: "Make a member an admin, or no longer; an owner who names another steps back to admin",
	params: MemberParams,
	body: z.object({ role: Role }),
	answer: OneConversation,
	problems: ["conversation_not_found", "user_not_found", "not_allowed"],
});

const Link = z.object({ token: z.string(), approval: z.boolean() });
export const makeJoinLink = endpoint({
	id: "makeJoinLink",
	method: "PUT",
	path: "/api/v1/conversations/:conversationId/link",
	tag,
	access,
	status: 200,
	summary: "The group's link to join, made where there is none; by `approval` owner or admins let people in",
	params: ConversationParams,
	body: z.object({ approval: z.boolean() }),
	answer: z.object({ link: Link }),
	problems: ["conversation_not_found", "not_allowed"],
});
export const revokeJoinLink = endpoint({
	id: "revokeJoinLink",
	method: "DELETE",
	path: makeJoinLink.path,
	tag,
	access,
	status: 204,
	summary: "Nobody joins by the link any more; the next one is another",
	params: ConversationParams,
	problems: ["conversation_not_found", "not_allowed"],
});

const TokenParams = z.object({ token: z.string().max(100) });
export const previewJoin = endpoint({
	id: "previewJoin",
	method: "GET",
	path: "/api/v1/conversations/join/:token",
	tag,
	access,
	status: 200,
	summary: "The group a link leads to",
	params: TokenParams,
	answer: z.object({
		conversationId: ConversationId,
		name: z.string(),
		memberCount: z.int(),
		approval: z.boolean(),
		standing: z.enum(["none", "waiting", "requested", "member"]).describe("`waiting`: asked to be let in; `requested`: was asked to join"),
	}),
	problems: ["link_expired"],
});
export const joinByLink = endpoint({
	id: "joinByLink",
	method: "POST",
	path: previewJoin.path,
	tag,
	access,
	status: 200,
	summary: "Join by a link, or ask to be let in; repeated, it changes nothing",
	params: TokenParams,
	answer: z.object({ conversationId: ConversationId, joined: z.boolean() }),
	problems: ["link_expired", "group_full", "not_allowed"],
});
export const listJoinRequests = endpoint({
	id: "listJoinRequests",
	method: "GET",
	path: "/api/v1/conversations/:conversationId/join-requests",
	tag,
	access,
	status: 200,
	summary: "Who waits to be let in, longest first",
	params: ConversationParams,
	answer: z.object({ requests: z.array(z.object({ user: UserSummary, at: Timestamp })) }),
	problems: ["conversation_not_found", "not_allowed"],
});
export const answerJoinRequest = endpoint({
	id: "answerJoinRequest",
	method: "POST",
	path: "/api/v1/conversations/:conversationId/join-requests/:userId",
	tag,
	access,
	status: 204,
	summary: "Let somebody in, or not; repeated, it changes nothing",
	params: MemberParams,
	body: z.object({ accept: z.boolean() }),
	problems: ["conversation_not_found", "group_full", "not_allowed"],
});
