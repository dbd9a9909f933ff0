import * as z from "zod";
import { ClientUuid, ID_DIGITS, Id, Timestamp } from "./ids.ts";
import { ALT_TEXT_MAX, GROUP_MAX, GROUP_NAME_MAX, MESSAGE_MAX, VOICE_MAX_MS, VOICE_PEAKS } from "./limits.ts";
import { VISIBLE } from "./text.ts";

/**
 * What messages and conversations are, wherever they cross the network: in answers and in the live log. People stand in them by their ids
 * alone; an answer says beside them who they are, as far as the viewer may meet them.
 */

/** Of two people: both their ids, the smaller first, so that both open the same one. A group: `g` and 32 letters and digits. */
export const CONVERSATION_ID = `(?:${ID_DIGITS}-${ID_DIGITS}|g[0-9a-z]{32})`;
export const ConversationId = z.string().regex(new RegExp(`^${CONVERSATION_ID}$`), "This names no conversation.");
/** A message's number within its conversation: they are shown in this order, and none is left out or given twice. */
export const Seq = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
/** As in an address. */
export const SeqParam = z.coerce.number().pipe(Seq);

export const MessageText = z.string().trim().regex(VISIBLE, "Write something first.").max(MESSAGE_MAX);
export const GroupName = z.string().trim().regex(VISIBLE, "A group's name has at least one letter, digit or sign.").max(GROUP_NAME_MAX);
const EMOJI = /^\p{RGI_Emoji}$/v;
export const Emoji = z
	.string()
	.max(32)
	.refine((text) => EMOJI.test(text), "A reaction is one emoji.");

export const Role = z.enum(["owner", "admin", "member"]);
export type Role = z.infer<typeof Role>;

/** What a client sends. A photo or voice note is uploaded first: `beginMessageMedia`. */
export const MessageInput = z.discriminatedUnion("type", [
	z.object({ type: z.literal("text"), text: MessageText }),
	z.object({ type: z.literal("video"), videoId: Id, text: MessageText.optional() }),
	z.object({ type: z.literal("photo"), mediaId: ClientUuid, alt: z.string().trim().max(ALT_TEXT_MAX).default("") }),
	z.object({ type: z.literal("voice"), mediaId: ClientUuid }),
]);
export type MessageInput = z.infer<typeof MessageInput>;

const SystemNote = z.enum(["created", "joined", "left", "removed", "renamed", "locked", "unlocked", "role"]);
export type SystemNote = z.infer<typeof SystemNote>;

export const MessageContent = z.discriminatedUnion("type", [
	z.object({ type: z.literal("text"), text: z.string() }),
	/** Its card is among the answer's `videos` when the viewer may see it. */
	z.object({ type: z.literal("video"), videoId: Id, text: z.string().nullable() }),
	z.object({
		type: z.literal("photo"),
		url: z.string().describe("For members alone, by their session"),
		width: z.int(),
		height: z.int(),
		blurhash: z.string(),
		alt: z.string(),
	}),
	z.object({
		type: z.literal("voice"),
		url: z.string().describe("For members alone, by their session"),
		durationMs: z.int().max(VOICE_MAX_MS),
		peaks: z.array(z.int().min(0).max(100)).length(VOICE_PEAKS),
	}),
	/** What happened to the group: who did it, to whom, and its new name or their new role. */
	z.object({
		type: z.literal("system"),
		about: SystemNote,
		byId: Id,
		userId: Id.nullable(),
		name: z.string().nullable(),
		role: Role.nullable(),
	}),
	/** Its sender took it back: nothing of it is left. */
	z.object({ type: z.literal("unsent") }),
]);
export type MessageContent = z.infer<typeof MessageContent>;

export const Message = z.object({
	conversationId: ConversationId,
	seq: Seq,
	/** Grows by each change of this message: of two copies the one with the higher revision is true. */
	revision: z.int().min(0),
	/** Null for what the conversation says itself. */
	senderId: Id.nullable(),
	/** What the sender's client named it by. */
	clientId: z.string().nullable(),
	sentAt: Timestamp,
	editedAt: Timestamp.nullable(),
	content: MessageContent,
	/** What it answers, in short; the text is empty where there is none, or it was unsent. */
	replyTo: z.object({ seq: Seq, senderId: Id.nullable(), type: z.string(), text: z.string() }).nullable(),
	/** One a person, in the order the emojis first came. */
	reactions: z.array(z.object({ emoji: z.string(), userIds: z.array(Id) })),
});
export type Message = z.infer<typeof Message>;

/** A conversation as the viewer sees it, but for what only their own list knows. */
export const ConversationFacts = z.object({
	id: ConversationId,
	kind: z.enum(["direct", "group"]),
	/** A group's; null for two people. */
	name: z.string().nullable(),
	/** The other of two people. */
	otherId: Id.nullable(),
	/** Some members of a group beside the viewer, for its picture. */
	faceIds: z.array(Id).max(3),
	/** Above 20, others are told of who comes and goes by the message about it, and of the number when they read the conversation. */
	memberCount: z.int().max(GROUP_MAX),
	/**
	 * `member`: reads and, unless `mayWrite` is false, writes. `requested`: waits for the viewer to accept or decline. `closed`: can be read,
	 * and nothing is written any more: one blocked the other, or the viewer was removed.
	 */
	standing: z.enum(["member", "requested", "closed"]),
	/** Who the request is of; of a group, who asked the viewer in. */
	invitedById: Id.nullable(),
	/** Null for one who is not in it. */
	role: Role.nullable(),
	/** Only the owner and admins write. */
	locked: z.boolean(),
	/** False while a stranger has not answered: text without links, a few messages at most. */
	accepted: z.boolean(),
	mayWrite: z.boolean(),
});
export type ConversationFacts = z.infer<typeof ConversationFacts>;

export const Conversation = ConversationFacts.extend({
	lastMessage: Message.nullable(),
	/** Number of the newest message, 0 before the first. */
	lastSeq: z.int().min(0),
	/** All up to this number was read. */
	readSeq: z.int().min(0),
	/** Messages of others that were not read. */
	unread: z.int().min(0),
	/** Nothing is notified until then; null when it is. A mute without an end lasts until the year 9999. */
	mutedUntil: Timestamp.nullable(),
	/** When something was last written; the list is in this order. */
	updatedAt: Timestamp,
});
export type Conversation = z.infer<typeof Conversation>;

/** How far a member has received and read. */
export const Mark = z.object({ userId: Id, deliveredSeq: z.int().min(0), readSeq: z.int().min(0) });
export type Mark = z.infer<typeof Mark>;

/** What of messages stands in a person's live log. */
export const MESSAGE_EVENTS = [
	/** A message, the viewer's own too. */
	z.object({ kind: z.literal("message"), message: Message }),
	/** Edited, unsent or reacted to; whole. */
	z.object({ kind: z.literal("message_changed"), message: Message }),
	/** Begun, accepted, renamed, locked, left, muted: as it is now. */
	z.object({ kind: z.literal("conversation_changed"), conversation: ConversationFacts }),
	/** It is no longer in the viewer's lists. */
	z.object({ kind: z.literal("conversation_gone"), conversationId: ConversationId }),
	/** The viewer read up to here, perhaps on another device. */
	z.object({ kind: z.literal("conversation_read"), conversationId: ConversationId, readSeq: z.int().min(0), unread: z.int().min(0) }),
	z.object({ kind: z.literal("conversation_muted"), conversationId: ConversationId, mutedUntil: Timestamp.nullable() }),
	/** Somebody asked to be let in by the link; for the owner and admins. */
	z.object({ kind: z.literal("join_requested"), conversationId: ConversationId, userId: Id }),
] as const;
const MessageEvent = z.discriminatedUnion("kind", MESSAGE_EVENTS);
export type MessageEvent = z.infer<typeof MessageEvent>;

/** What is told of conversations to who is there, and not kept. */
export const MESSAGE_SIGNALS = [
	/** Somebody writes; forget it after `TYPING_MS`, or with their message. */
	z.object({ kind: z.literal("typing"), conversationId: ConversationId, userId: Id }),
	/** How far others have received and read. */
	z.object({ kind: z.literal("marks"), conversationId: ConversationId, marks: z.array(Mark) }),
	/** In a large group, a message before its event: shown where the conversation is open. What is listed and counted goes by the event. */
	z.object({ kind: z.literal("message"), message: Message }),
] as const;
const MessageSignal = z.discriminatedUnion("kind", MESSAGE_SIGNALS);
export type MessageSignal = z.infer<typeof MessageSignal>;

/** What a client says while somebody writes in it, every `TYPING_EVERY_MS` at most. */
export const TypingFrame = z.object({ type: z.literal("typing"), conversationId: ConversationId });
export const TYPING_EVERY_MS = 3_000;
export const TYPING_MS = 6_000;

/** Who may begin to write to somebody, or ask them into groups, without being refused at once. Whom they follow comes in straight, the others as a request. */
export const Circle = z.enum(["everyone", "followers", "mutuals", "no_one"]);
export type Circle = z.infer<typeof Circle>;
