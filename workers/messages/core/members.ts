import type { MessageContent, Role, SystemNote } from "../../../contracts/messages.ts";
import type { Change } from "./commands.ts";
import { unchanged } from "./commands.ts";
import type { Member, Standing, State, StoredMessage } from "./state.ts";

/** Small steps that the commands are made of. */

export const withMember = (state: State, member: Member): State => ({
	...state,
	members: new Map(state.members).set(member.userId, member),
});

export const newMember = (userId: string, standing: Standing, now: number, given: Partial<Member> = {}): Member => ({
	userId,
	standing,
	role: "member",
	invitedById: null,
	joinedAt: now,
	fromSeq: 0,
	toSeq: null,
	deliveredSeq: 0,
	readSeq: 0,
	hidden: false,
	...given,
});

/** Somebody takes part from now on, and sees what is written from now on. */
export function joins(state: State, userId: string, now: number): State {
	const { lastSeq } = state;
	const joinRequests = new Map(state.joinRequests);
	joinRequests.delete(userId);
	const member = newMember(userId, "member", now, { fromSeq: lastSeq, readSeq: lastSeq });
	return withMember({ ...state, joinRequests }, member);
}

interface Note {
	readonly about: SystemNote;
	readonly byId: string;
	readonly userId?: string;
	readonly name?: string;
	readonly role?: Role;
}

/** Writes the next message. */
export function write(
	state: State,
	message: Pick<StoredMessage, "senderId" | "clientId" | "sentAt" | "content" | "replySeq">,
): { readonly state: State; readonly message: StoredMessage } {
	const seq = state.lastSeq + 1;
	return { state: { ...state, lastSeq: seq }, message: { ...message, seq, revision: 0, editedAt: null, reactions: [] } };
}

/** A change that the conversation itself tells of. */
export function noted(state: State, now: number, { about, byId, userId, name, role }: Note): Change {
	const content: MessageContent = { type: "system", about, byId, userId: userId ?? null, name: name ?? null, role: role ?? null };
	const written = write(state, { senderId: null, clientId: null, sentAt: now, content, replySeq: null });
	return { ...unchanged(written.state), messages: [written.message] };
}
