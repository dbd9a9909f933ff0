import { REQUEST_MESSAGES_MAX } from "../../../contracts/limits.ts";
import type { ConversationFacts, Message, Role } from "../../../contracts/messages.ts";
import { isAccepted, type Member, otherOf, present, type State, type StoredMessage, takesPart } from "./state.ts";

/** Members of a group that its picture is made of. */
const FACES = 3;

const rank: Readonly<Record<Role, number>> = { owner: 2, admin: 1, member: 0 };

/** Who decides on a group: its owner and admins. */
export const leads = (member: Member | undefined): member is Member & { readonly standing: "member" } =>
	takesPart(member) && rank[member.role] > 0;
/** Whether one may take the other out, or change what they may. */
export const outranks = (one: Member, other: Member): boolean => rank[one.role] > rank[other.role];

/** Whether this person may write now, whatever it is. */
export function mayWrite(state: State, member: Member): boolean {
	if (state.blockers.length > 0) return false;
	const other = otherOf(state, member.userId);
	// Who writes to somebody has answered them. While the other has not, or has said no, a few messages can be left: a no is not told.
	if (other !== null) return other.standing === "member" || (other.standing !== "left" && state.lastSeq < REQUEST_MESSAGES_MAX);
	return takesPart(member) && (!state.locked || leads(member));
}

function standingOf(state: State, { userId, standing }: Member): ConversationFacts["standing"] {
	if (standing === "invited") return "requested";
	const isOver = state.blockers.length > 0 || otherOf(state, userId)?.standing === "left";
	return standing === "removed" || isOver ? "closed" : "member";
}

/** A group's name, people and lock as a member sees them; who was taken out is told nothing that came later. */
function groupFor(state: State, member: Member): Pick<ConversationFacts, "name" | "faceIds" | "memberCount" | "locked"> {
	const { kind, name, locked } = state;
	if (kind === "direct") return { name, faceIds: [], memberCount: 2, locked };
	if (member.standing === "removed") return { name: null, memberCount: 0, ...member.left, faceIds: [], locked: false };
	const people = present(state).filter(takesPart);
	const others = people.filter(({ userId }) => userId !== member.userId);
	return { name, faceIds: others.slice(0, FACES).map(({ userId }) => userId), memberCount: people.length, locked };
}

/** The conversation as one of its people sees it. */
export function factsFor(state: State, member: Member): ConversationFacts {
	return {
		id: state.id,
		kind: state.kind,
		...groupFor(state, member),
		otherId: otherOf(state, member.userId)?.userId ?? null,
		standing: standingOf(state, member),
		invitedById: member.standing === "invited" ? member.invitedById : null,
		role: takesPart(member) ? member.role : null,
		accepted: isAccepted(state),
		mayWrite: mayWrite(state, member),
	};
}

/** What a message says in short, where another answers it. */
export function quoteOf({ content }: StoredMessage): string {
	if (content.type === "text") return content.text;
	if (content.type === "video") return content.text ?? "";
	return content.type === "photo" ? content.alt : "";
}

const QUOTE_LENGTH = 120;
const instant = (at: number): string => new Date(at).toISOString();

/** What is told of a message to who may not meet the sender of the one it answers: that it answers something. */
export const withoutQuote = (message: Message): Message =>
	message.replyTo === null ? message : { ...message, replyTo: { ...message.replyTo, text: "" } };

/** @param answered the message that this one answers; null when there is none, or it is gone from the reader's sight */
export function messageOf(conversationId: string, stored: StoredMessage, answered: StoredMessage | null): Message {
	const { seq, revision, senderId, clientId, sentAt, editedAt, content, reactions } = stored;
	return {
		conversationId,
		seq,
		revision,
		senderId,
		clientId,
		sentAt: instant(sentAt),
		editedAt: editedAt === null ? null : instant(editedAt),
		content,
		replyTo:
			answered === null
				? null
				: {
						seq: answered.seq,
						senderId: answered.senderId,
						type: answered.content.type,
						text: [...quoteOf(answered)].slice(0, QUOTE_LENGTH).join(""),
					},
		reactions,
	};
}
