import type { ConversationFacts, Mark, Message, MessageInput, MessageSignal } from "../../contracts/messages.ts";
import { errorFields } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import type { Begins, Command, Refusal } from "./core/commands.ts";
import type { JoinLink, Member } from "./core/state.ts";
import type { Entry, Folder, ListPage } from "./list/store.ts";
import type { Encoded, MediaRow } from "./media/rows.ts";
import type { OutboxEvent } from "./outbox.ts";

/** A message as it is to be sent: a photo or voice note by the name it was uploaded under. */
export interface Sending {
	readonly by: string;
	readonly clientId: string;
	readonly content: MessageInput;
	readonly replyTo: number | null;
	readonly begins: Begins | null;
}

/** A conversation as one of its people sees it. */
export interface View {
	readonly facts: ConversationFacts;
	readonly lastMessage: Message | null;
	readonly lastSeq: number;
	readonly readSeq: number;
	readonly unread: number;
	readonly members: readonly Pick<Member, "userId" | "role" | "joinedAt" | "standing">[];
	readonly marks: readonly Mark[];
	/** Null for who has no say in it. */
	readonly link: JoinLink | null;
	readonly joinRequests: readonly { readonly userId: string; readonly at: number }[];
}

export type Ran =
	| { readonly refused: Refusal }
	| {
			/** What was written or changed, the last of it. */
			readonly message: Message | null;
			/** False when it had been done before. */
			readonly isNew: boolean;
			/** For who asked; null when they are not in it any more. */
			readonly view: View | null;
	  };

/** A page's place: one of the three, or none for the newest. */
export interface PageAt {
	readonly limit: number;
	readonly before?: number | undefined;
	readonly after?: number | undefined;
	readonly around?: number | undefined;
}
export interface Page {
	readonly messages: readonly Message[];
	readonly hasOlder: boolean;
	readonly hasNewer: boolean;
}

/** Whom the reader may not meet: nothing of theirs is given. */
export interface Reader {
	readonly userId: string;
	readonly without: readonly string[];
}

/** What a conversation's object can be asked. It has no name of its own: each call says which it is. */
export interface ConversationRpc extends Rpc.DurableObjectBranded {
	/** Durable when it returns; others are told right after. */
	send(conversationId: string, sending: Sending): Promise<Ran>;
	run(conversationId: string, command: Exclude<Command, { type: "send" }>, without?: readonly string[]): Promise<Ran>;
	/** Null for who is not in it. */
	view(reader: Reader): View | null;
	page(reader: Reader, at: PageAt): Page | null;
	search(reader: Reader, text: string, limit: number, before: number | null): Omit<Page, "hasNewer"> | null;
	/** Somebody writes. */
	typing(userId: string): Promise<void>;
	/** Makes room for a photo or voice note of somebody who may send one. */
	beginMedia(wanted: Pick<MediaRow, "id" | "ownerId" | "kind" | "bytes">): MediaBegun;
	/** Keeps what became of an upload. @returns false when it is not waited for any more */
	encoded(mediaId: string, encoded: Encoded): boolean;
	/** What may be given to somebody: their own, and what was sent to them. */
	media(userId: string, mediaId: string): MediaRow | null;
	/** The group a link leads to; null when the link is none of it. */
	preview(userId: string, secret: string): JoinPreview | null;
}

export type MediaBegun = { readonly refused: Refusal } | { readonly row: MediaRow; readonly isNew: boolean };

export interface JoinPreview {
	readonly name: string;
	readonly memberCount: number;
	readonly approval: boolean;
	readonly standing: "none" | "waiting" | "requested" | "member";
}

export const conversationOf = ({ objects }: Pick<Services, "objects">, conversationId: string): DurableObjectStub<ConversationRpc> =>
	objects.conversation<ConversationRpc>(conversationId);

/** What of a person's inbox object has to do with conversations: the list of them, and the way to their open clients. */
export interface ConversationListRpc extends Rpc.DurableObjectBranded {
	/** Takes events of a conversation, each once and in order, and tells the person's clients. @returns whether any of them is connected */
	takeEvents(userId: string, conversationId: string, events: readonly OutboxEvent[]): boolean;
	/** Tells the person's clients something that is not kept. @returns whether any of them is connected */
	takeSignal(signal: MessageSignal, fromIds: readonly string[]): boolean;
	/** Shows the person's clients what was just written, before they are told it in order. @returns whether any of them is connected */
	takeAhead(messages: readonly Message[]): boolean;
	conversations(folder: Folder, limit: number, after: { readonly at: number; readonly id: string } | null): ListPage;
	/** Null when it is in neither of the person's lists. */
	conversation(conversationId: string): Entry | null;
	/** @param until milliseconds since 1970; null for no mute @returns false when it is in neither list */
	muteConversation(conversationId: string, until: number | null): boolean;
	/** Nothing of this person's is heard in groups any more, or again. */
	hearOf(otherId: string, isBlocked: boolean): void;
	/** All conversations this person is in. */
	conversationIds(): string[];
}

export const listOf = ({ objects }: Pick<Services, "objects">, userId: string): DurableObjectStub<ConversationListRpc> =>
	objects.inbox<ConversationListRpc>(userId);

/** Messages of two people reached a device of one of them. Never throws: what is not heard of is said with the next. */
export async function tellReached(
	services: Services,
	userId: string,
	reached: readonly { readonly id: string; readonly seq: number }[],
): Promise<void> {
	const told = reached.map(({ id, seq }) => conversationOf(services, id).run(id, { type: "deliver", by: userId, seq }));
	for (const result of await Promise.allSettled(told)) logLost(services, result);
}

/** Somebody writes. Never throws. */
export async function tellTyping(services: Services, userId: string, conversationId: string): Promise<void> {
	const [result] = await Promise.allSettled([conversationOf(services, conversationId).typing(userId)]);
	logLost(services, result);
}

function logLost({ log }: Services, result: PromiseSettledResult<unknown>): void {
	if (result.status === "rejected") log.warn("message_mark_lost", errorFields(result.reason));
}
