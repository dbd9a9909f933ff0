import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { ClientUuid, Cursor, Id, Timestamp } from "./ids.ts";
import { GROUP_MAX } from "./limits.ts";
import {
	Circle,
	Conversation,
	ConversationId,
	Emoji,
	GroupName,
	Mark,
	Message,
	MessageInput,
	MessageText,
	Role,
	Seq,
	SeqParam,
} from "./messages.ts";
import { Reason } from "./moderation.ts";
import { VISIBLE } from "./text.ts";
import { UserSummary } from "./users.ts";
import { VideoCard } from "./videos.ts";

/** Operations on conversations. Who is not in one, and who asks for one that never was, are answered alike: `conversation_not_found`. */

const tag = "Messages";
const access = "user";
export const ConversationParams = z.object({ conversationId: ConversationId });
const MessageParams = z.object({ conversationId: ConversationId, seq: SeqParam });
const People = z.array(UserSummary).describe("Who is named by an id beside; who left, or may not be met, is not among them");
export const OneConversation = z.object({ conversation: Conversation, people: People });
const OneMessage = z.object({ message: Message });

export const listConversations = endpoint({
	id: "listConversations",
	method: "GET",
	path: "/api/v1/conversations",
	tag,
	access,
	status: 200,
	summary: "One's conversations, what was written last first; requests stand apart",
	query: z.object({
		folder: z.enum(["inbox", "requests"]).default("inbox"),
		limit: z.coerce.number().int().min(1).max(60).default(30),
		cursor: Cursor.optional(),
	}),
	answer: z.object({
		conversations: z.array(Conversation),
		people: People,
		unread: z.int().describe("Conversations of the inbox with something unread, muted ones left out"),
		requests: z.int().describe("Requests that wait for an answer"),
		nextCursor: Cursor.nullable(),
	}),
});

export const openConversation = endpoint({
	id: "openConversation",
	method: "POST",
	path: "/api/v1/conversations/direct",
	tag,
	access,
	status: 200,
	summary: "The conversation with somebody, begun or not: the first message begins it. `accepted` is false where that will be a request",
	body: z.object({ userId: Id }),
	answer: OneConversation,
	problems: ["user_not_found", "not_allowed", "forbidden"],
});

export const createGroup = endpoint({
	id: "createGroup",
	method: "POST",
	path: "/api/v1/conversations",
	tag,
	access,
	status: 201,
	alsoStatus: [200],
	summary: "Make a group and ask people into it; `notAsked` are those who may not be asked by the viewer",
	body: z.object({
		clientId: ClientUuid,
		name: GroupName,
		userIds: z
			.array(Id)
			.min(1)
			.max(GROUP_MAX - 1),
	}),
	answer: OneConversation.extend({ notAsked: z.array(Id) }),
	problems: ["not_allowed", "daily_limit"],
});

export const getConversation = endpoint({
	id: "getConversation",
	method: "GET",
	path: "/api/v1/conversations/:conversationId",
	tag,
	access,
	status: 200,
	summary: "A conversation with its members",
	params: ConversationParams,
	answer: OneConversation.extend({
		members: z.array(
			z.object({ userId: Id, role: Role, joinedAt: Timestamp, invited: z.boolean().describe("Was asked, and has not answered yet") }),
		),
		marks: z.array(Mark),
		link: z.object({ token: z.string(), approval: z.boolean() }).nullable().describe("For the owner and admins; null where there is none"),
		joinRequests: z.int().describe("Who waits to be let in; 0 for who has no say in it"),
	}),
	problems: ["conversation_not_found"],
});

export const updateConversation = endpoint({
	id: "updateConversation",
	method: "PATCH",
	path: "/api/v1/conversations/:conversationId",
	tag,
	access,
	status: 200,
	summary: "Rename a group, or lock it so that only its owner and admins write",
	params: ConversationParams,
	body: z.object({ name: GroupName.optional(), locked: z.boolean().optional() }),
	answer: OneConversation,
	problems: ["conversation_not_found", "not_allowed"],
});

export const leaveConversation = endpoint({
	id: "leaveConversation",
	method: "POST",
	path: "/api/v1/conversations/:conversationId/leave",
	tag,
	access,
	status: 204,
	summary: "Leave a group; of a conversation of two, take it off one's own list with all that was written until now",
	params: ConversationParams,
	problems: ["conversation_not_found"],
});

export const acceptConversation = endpoint({
	id: "acceptConversation",
	method: "POST",
	path: "/api/v1/conversations/:conversationId/accept",
	tag,
	access,
	status: 200,
	summary: "Accept a stranger's request, or join a group one was asked into; repeated, it changes nothing",
	params: ConversationParams,
	answer: OneConversation,
	problems: ["conversation_not_found"],
});
export const declineConversation = endpoint({
	...leaveConversation,
	id: "declineConversation",
	path: "/api/v1/conversations/:conversationId/decline",
	summary: "Decline a request: it is taken off the list, and who sent it is not told",
	problems: ["conversation_not_found"],
});
export const reportConversation = endpoint({
	id: "reportConversation",
	method: "POST",
	path: "/api/v1/conversations/:conversationId/report",
	tag,
	access,
	status: 201,
	alsoStatus: [200],
	summary: "Report a conversation, or one message of it, with what was written around it; a request is declined by it",
	params: ConversationParams,
	body: z.object({
		clientId: ClientUuid,
		reason: Reason,
		seq: Seq.optional().describe("The message; left out for the whole conversation"),
		note: z.string().trim().max(1_000).default(""),
	}),
	answer: z.object({ reportId: Id }),
	problems: ["conversation_not_found", "message_not_found", "forbidden", "daily_limit"],
});

export const listMessages = endpoint({
	id: "listMessages",
	method: "GET",
	path: "/api/v1/conversations/:conversationId/messages",
	tag,
	access,
	status: 200,
	summary: "Messages in their order: the newest, those before or after one, or those around one",
	params: ConversationParams,
	query: z
		.object({
			limit: z.coerce.number().int().min(1).max(100).default(40),
			before: SeqParam.optional(),
			after: z.coerce.number().pipe(z.int().min(0)).optional(),
			around: SeqParam.optional(),
		})
		.refine(
			({ before, after, around }) => [before, after, around].filter((one) => one !== undefined).length <= 1,
			"Name one of before, after and around.",
		),
	answer: z.object({
		messages: z.array(Message),
		people: People,
		videos: z.array(VideoCard).describe("Shared videos that the viewer may see"),
		hasOlder: z.boolean(),
		hasNewer: z.boolean(),
	}),
	problems: ["conversation_not_found"],
});

export const sendMessage = endpoint({
	id: "sendMessage",
	method: "POST",
	path: "/api/v1/conversations/:conversationId/messages",
	tag,
	access,
	status: 201,
	alsoStatus: [200],
	summary: "Send; repeated under the same client id, it answers the message it sent",
	params: ConversationParams,
	body: z.object({ clientId: ClientUuid, content: MessageInput, replyTo: Seq.optional() }),
	answer: OneMessage,
	problems: [
		"conversation_not_found",
		"message_not_found",
		"video_not_found",
		"user_not_found",
		"conversation_closed",
		"not_accepted",
		"media_not_ready",
		"not_allowed",
		"daily_limit",
	],
});

export const editMessage = endpoint({
	id: "editMessage",
	method: "PATCH",
	path: "/api/v1/conversations/:conversationId/messages/:seq",
	tag,
	access,
	status: 200,
	summary: "Edit the text of one's own message within 15 minutes",
	params: MessageParams,
	body: z.object({ text: MessageText }),
	answer: OneMessage,
	problems: ["conversation_not_found", "message_not_found", "conversation_closed", "not_accepted", "edit_expired", "not_allowed"],
});
export const unsendMessage = endpoint({
	id: "unsendMessage",
	method: "DELETE",
	path: "/api/v1/conversations/:conversationId/messages/:seq",
	tag,
	access,
	status: 200,
	summary: "Take one's own message back, for everyone; a group's owner and admins may take any",
	params: MessageParams,
	answer: OneMessage,
	problems: ["conversation_not_found", "message_not_found"],
});
export const react = endpoint({
	id: "react",
	method: "PUT",
	path: "/api/v1/conversations/:conversationId/messages/:seq/reaction",
	tag,
	access,
	status: 200,
	summary: "React by an emoji, in place of the one before",
	params: MessageParams,
	body: z.object({ emoji: Emoji }),
	answer: OneMessage,
	problems: ["conversation_not_found", "message_not_found", "conversation_closed", "not_accepted"],
});
export const unreact = endpoint({
	id: "unreact",
	method: "DELETE",
	path: react.path,
	tag,
	access,
	status: 200,
	summary: "Take one's reaction back",
	params: MessageParams,
	answer: OneMessage,
	problems: ["conversation_not_found", "message_not_found"],
});

export const readConversation = endpoint({
	id: "readConversation",
	method: "POST",
	path: "/api/v1/conversations/:conversationId/read",
	tag,
	access,
	status: 200,
	summary: "Mark all up to a message as read; never backwards",
	params: ConversationParams,
	body: z.object({ seq: z.int().min(0) }),
	answer: z.object({ readSeq: z.int(), unread: z.int() }),
	problems: ["conversation_not_found"],
});
export const muteConversation = endpoint({
	id: "muteConversation",
	method: "PUT",
	path: "/api/v1/conversations/:conversationId/mute",
	tag,
	access,
	status: 200,
	summary: "Be told nothing of it until then, or until it is unmuted",
	params: ConversationParams,
	body: z.object({ until: Timestamp.nullable().default(null) }),
	answer: z.object({ mutedUntil: Timestamp.nullable() }),
	problems: ["conversation_not_found"],
});
export const unmuteConversation = endpoint({
	id: "unmuteConversation",
	method: "DELETE",
	path: muteConversation.path,
	tag,
	access,
	status: 200,
	summary: "Be told of it again",
	params: ConversationParams,
	answer: muteConversation.answer,
	problems: ["conversation_not_found"],
});

export const searchMessages = endpoint({
	id: "searchMessages",
	method: "GET",
	path: "/api/v1/conversations/:conversationId/search",
	tag,
	access,
	status: 200,
	summary: "Messages with all of these words or parts of words, newest first; case and accents don't matter",
	params: ConversationParams,
	query: z.object({
		q: z.string().trim().regex(VISIBLE, "Enter what to look for.").max(100),
		limit: z.coerce.number().int().min(1).max(50).default(20),
		before: SeqParam.optional(),
	}),
	answer: z.object({ messages: z.array(Message), people: People, hasOlder: z.boolean() }),
	problems: ["conversation_not_found"],
});

const Settings = z.object({
	whoMayWrite: Circle.describe("Who may begin to write: whom one follows comes in straight, others as a request"),
	whoMayAdd: Circle.describe("Who may ask one into groups"),
});
export const messageSettings = endpoint({
	id: "messageSettings",
	method: "GET",
	path: "/api/v1/messages/settings",
	tag,
	access,
	status: 200,
	summary: "Who may write to one, and ask one into groups",
	answer: Settings,
});
export const changeMessageSettings = endpoint({
	id: "changeMessageSettings",
	method: "PATCH",
	path: messageSettings.path,
	tag,
	access,
	status: 200,
	summary: "Change who may; teens choose between mutuals and no one",
	body: Settings.partial(),
	answer: Settings,
	problems: ["not_allowed"],
});

export const listConversationReports = endpoint({
	id: "listConversationReports",
	method: "GET",
	path: "/api/v1/admin/conversation-reports",
	tag: "Operators",
	access: "admin",
	roles: ["moderator", "senior"],
	status: 200,
	summary:
		"Reports of conversations, newest first, each with what was written around the message when it was reported. That they were read is noted; those of child safety are for the cleared",
	query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), cursor: Cursor.optional() }),
	answer: z.object({
		reports: z.array(
			z.object({
				id: Id,
				conversationId: ConversationId,
				reporterId: Id,
				reportedId: Id.nullable(),
				seq: Seq.nullable(),
				reason: Reason,
				note: z.string(),
				at: Timestamp,
				context: z.array(Message),
			}),
		),
		nextCursor: Cursor.nullable(),
	}),
});
