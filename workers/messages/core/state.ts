import type { ConversationFacts, Message, MessageContent, Role } from "../../../contracts/messages.ts";

/** How somebody stands in a conversation. Who left or declined is remembered: what they wrote stays, and where they had come to. */
export type Standing =
	/** Takes part. */
	| "member"
	/** Was asked, and has not answered. */
	| "invited"
	/** Said no. The other of two people is not told, and goes on as if there were no answer yet. */
	| "declined"
	/** Was taken out by others, and reads what was written until then. */
	| "removed"
	| "left";

export interface Member {
	readonly userId: string;
	readonly standing: Standing;
	readonly role: Role;
	readonly invitedById: string | null;
	/** Milliseconds since 1970. */
	readonly joinedAt: number;
	/** Sees what comes after this message … */
	readonly fromSeq: number;
	/** … and nothing after this one, where it is not null. */
	readonly toSeq: number | null;
	/** Of two people: the newest message that reached one of their devices. */
	readonly deliveredSeq: number;
	readonly readSeq: number;
	/** Took a conversation of two off their list: the next message brings it back. */
	readonly hidden: boolean;
	/** Of a group, what who was taken out goes on seeing: it as it was then. */
	readonly left?: { readonly name: string | null; readonly memberCount: number };
}

export interface JoinLink {
	readonly secret: string;
	/** Owner or admins let people in. */
	readonly approval: boolean;
}

/** All of a conversation but its messages. */
export interface State {
	readonly id: string;
	readonly kind: ConversationFacts["kind"];
	readonly name: string | null;
	readonly locked: boolean;
	/** Number of the newest message. */
	readonly lastSeq: number;
	/** By user id, in the order they came. */
	readonly members: ReadonlyMap<string, Member>;
	/** Of two people, those who block the other. */
	readonly blockers: readonly string[];
	readonly link: JoinLink | null;
	/** Who asked to be let in, and when, milliseconds since 1970. */
	readonly joinRequests: ReadonlyMap<string, number>;
}

/** A message as it is kept. */
export interface StoredMessage {
	readonly seq: number;
	readonly revision: number;
	readonly senderId: string | null;
	readonly clientId: string | null;
	/** Milliseconds since 1970, as `editedAt`. */
	readonly sentAt: number;
	readonly editedAt: number | null;
	readonly content: MessageContent;
	readonly replySeq: number | null;
	readonly reactions: Message["reactions"];
}

export const takesPart = (member: Member | undefined): member is Member & { readonly standing: "member" } => member?.standing === "member";

/** In the group, or asked into it: these take its places. */
export const present = ({ members }: State): Member[] =>
	[...members.values()].filter(({ standing }) => standing === "member" || standing === "invited");

/** The other of two people. */
export const otherOf = ({ kind, members }: State, userId: string): Member | null =>
	kind === "group" ? null : ([...members.values()].find((member) => member.userId !== userId) ?? null);

/** Both of two people agreed to it. */
export const isAccepted = ({ kind, members }: State): boolean =>
	kind === "group" || ([...members.values()].every(({ standing }) => standing === "member") && members.size === 2);

/** Hears of every message. Who was asked into a group hears of it once they are in it; a stranger's request is read before it is answered. */
export const isTold = ({ kind }: State, { standing }: Member): boolean =>
	standing === "member" || (kind === "direct" && standing === "invited");

/** Which messages somebody reads: those after `from`, up to `to`; null for none. */
export function readable(state: State, userId: string): { readonly from: number; readonly to: number } | null {
	const member = state.members.get(userId);
	if (member === undefined || !(isTold(state, member) || member.standing === "removed")) return null;
	return { from: member.fromSeq, to: member.toSeq ?? Number.MAX_SAFE_INTEGER };
}
