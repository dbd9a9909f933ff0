import type { MessageContent, MessageEvent, Role } from "../../../contracts/messages.ts";
import type { State, StoredMessage } from "./state.ts";

/** What is asked of a conversation; `by` is who asks. */
export type Command =
	/** `begins` says how the first message of two people comes in; without it there has to be a conversation already. */
	| {
			readonly type: "send";
			readonly by: string;
			readonly clientId: string;
			readonly content: MessageContent;
			readonly replyTo: number | null;
			readonly begins: Begins | null;
	  }
	| { readonly type: "edit"; readonly by: string; readonly seq: number; readonly text: string }
	| { readonly type: "unsend"; readonly by: string; readonly seq: number }
	| { readonly type: "react"; readonly by: string; readonly seq: number; readonly emoji: string | null }
	| { readonly type: "read"; readonly by: string; readonly seq: number }
	/** A message reached one of their devices. */
	| { readonly type: "deliver"; readonly by: string; readonly seq: number }
	| { readonly type: "accept"; readonly by: string }
	| { readonly type: "decline"; readonly by: string }
	| { readonly type: "leave"; readonly by: string }
	| { readonly type: "create"; readonly by: string; readonly name: string; readonly userIds: readonly string[] }
	| { readonly type: "invite"; readonly by: string; readonly userIds: readonly string[] }
	| { readonly type: "remove"; readonly by: string; readonly userId: string }
	| { readonly type: "role"; readonly by: string; readonly userId: string; readonly role: Role }
	| { readonly type: "update"; readonly by: string; readonly name?: string | undefined; readonly locked?: boolean | undefined }
	/** `secret` is taken where there is no link yet. */
	| { readonly type: "link"; readonly by: string; readonly approval: boolean; readonly secret: string }
	| { readonly type: "unlink"; readonly by: string }
	| { readonly type: "join"; readonly by: string; readonly secret: string }
	| { readonly type: "letIn"; readonly by: string; readonly userId: string; readonly accept: boolean }
	/** Of two people, one blocks the other, or no longer. */
	| { readonly type: "block"; readonly by: string; readonly blocked: boolean }
	/** The person's account is erased: what they wrote stays with who has it, without a name. */
	| { readonly type: "erase"; readonly by: string };

/** A stranger's first message is a request, that of somebody the other follows is not. */
export interface Begins {
	readonly withId: string;
	readonly as: "member" | "request";
}

/** What a command needs to know of messages. */
export interface Found {
	/** What this sender sent under this client id before. */
	readonly previous: StoredMessage | null;
	/** The message that is named. */
	readonly target: StoredMessage | null;
	/** Messages of others after the one named, which the reader may meet. */
	readonly unread: number;
}
export const NOTHING_FOUND: Found = { previous: null, target: null, unread: 0 };

/** Why it was not done; the sentence for it is the catalogue's. */
export type Refusal =
	/** There is none, or who asks is not in it. */
	| "no_conversation"
	/** Two people have not begun one. */
	| "not_begun"
	| "no_message"
	| "no_member"
	| "closed"
	| "locked"
	| "not_accepted"
	| "too_late"
	| "not_own"
	| "not_text"
	| "not_leading"
	| "owner_stays"
	| "full"
	| "no_link"
	| "media_not_ready"
	| "was_removed";

export interface Change {
	readonly state: State;
	/** Written anew or changed, whole. */
	readonly messages: readonly StoredMessage[];
	/** For one person alone. */
	readonly personal: readonly { readonly userId: string; readonly event: MessageEvent }[];
	/** Who has received or read further, and shows it to the others. */
	readonly marked: string | null;
}

export type Outcome = { readonly refused: Refusal } | Change;

export const refuse = (refused: Refusal): Outcome => ({ refused });
export const unchanged = (state: State): Change => ({ state, messages: [], personal: [], marked: null });
