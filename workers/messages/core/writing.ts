import { EDIT_MESSAGE_MS } from "../../../contracts/limits.ts";
import { hasLink } from "../../../contracts/links.ts";
import type { MessageContent } from "../../../contracts/messages.ts";
import { type Begins, type Command, type Found, type Outcome, type Refusal, refuse, unchanged } from "./commands.ts";
import { leads, mayWrite } from "./facts.ts";
import { newMember, withMember, write } from "./members.ts";
import { isAccepted, type Member, otherOf, readable, type State, type StoredMessage, takesPart } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

export function send(before: State, command: Of<"send">, { previous, target }: Found, now: number): Outcome {
	// Sent already: nothing that changed since makes it unsent.
	if (previous !== null) return unchanged(before);
	const state = before.members.size === 0 && command.begins !== null ? begin(before, command.by, command.begins, now) : before;
	const sender = state.members.get(command.by);
	if (sender === undefined) return refuse(state.members.size === 0 && state.kind === "direct" ? "not_begun" : "no_conversation");
	const why = refusalOf(state, sender) ?? refusalOfContent(answered(state, sender), command.content);
	if (why !== null) return refuse(why);
	if (command.replyTo !== null && (target === null || !sees(state, sender, target))) return refuse("no_message");
	const { clientId, content, replyTo } = command;
	const written = write(answered(state, sender), { senderId: command.by, clientId, sentAt: now, content, replySeq: replyTo });
	return { ...unchanged(readTo(shown(written.state), command.by, written.message.seq)), messages: [written.message] };
}

function begin(state: State, by: string, { withId, as }: Begins, now: number): State {
	const other = as === "request" ? newMember(withId, "invited", now, { invitedById: by }) : newMember(withId, "member", now);
	return withMember(withMember(state, newMember(by, "member", now)), other);
}

/** Who writes to somebody has accepted their request by it, and takes an earlier no back. */
function answered(state: State, sender: Member): State {
	const isAnswer = state.kind === "direct" && (sender.standing === "invited" || sender.standing === "declined");
	return isAnswer ? withMember(state, { ...sender, standing: "member", invitedById: null }) : state;
}

/** A conversation of two that one took off their list is back with the next message. */
function shown(state: State): State {
	return [...state.members.values()].filter(({ hidden }) => hidden).reduce((now, one) => withMember(now, { ...one, hidden: false }), state);
}

const readTo = (state: State, userId: string, seq: number): State => {
	const member = state.members.get(userId);
	return member === undefined ? state : withMember(state, { ...member, readSeq: Math.max(member.readSeq, seq) });
};

function refusalOf(state: State, sender: Member): Refusal | null {
	if (mayWrite(state, sender)) return null;
	if (state.kind === "group") {
		if (takesPart(sender)) return "locked";
		return sender.standing === "removed" ? "closed" : "no_conversation";
	}
	return state.blockers.length > 0 || otherOf(state, sender.userId)?.standing === "left" ? "closed" : "not_accepted";
}

/** A stranger sends words alone, and no links. */
function refusalOfContent(state: State, content: MessageContent): Refusal | null {
	if (isAccepted(state)) return null;
	return content.type === "text" && !hasLink(content.text) ? null : "not_accepted";
}

const sees = (state: State, { userId }: Member, { seq }: StoredMessage): boolean => {
	const range = readable(state, userId);
	return range !== null && seq > range.from && seq <= range.to;
};

/** The message a command names, as far as who asks may see it. */
function named(state: State, by: string, target: StoredMessage | null): { member: Member; message: StoredMessage } | Refusal {
	const member = state.members.get(by);
	if (member === undefined || readable(state, by) === null) return "no_conversation";
	if (target === null || !sees(state, member, target) || target.content.type === "system") return "no_message";
	return target.content.type === "unsent" ? "no_message" : { member, message: target };
}

const changed = (state: State, message: StoredMessage): Outcome => ({
	...unchanged(state),
	messages: [{ ...message, revision: message.revision + 1 }],
});

export function edit(state: State, { by, text }: Of<"edit">, { target }: Found, now: number): Outcome {
	const found = named(state, by, target);
	if (typeof found === "string") return refuse(found);
	const { member, message } = found;
	if (message.senderId !== by) return refuse("not_own");
	if (message.content.type !== "text") return refuse("not_text");
	if (message.content.text === text) return unchanged(state);
	// Who may no longer write says nothing new by editing.
	const why = member.standing === "removed" ? "closed" : editRefusal(state, member, text);
	if (why !== null) return refuse(why);
	if (now - message.sentAt > EDIT_MESSAGE_MS) return refuse("too_late");
	return changed(state, { ...message, editedAt: now, content: { type: "text", text } });
}

function editRefusal(state: State, member: Member, text: string): Refusal | null {
	// The last of a stranger's few messages can still be set right.
	const other = otherOf(state, member.userId)?.standing;
	const isWaiting = state.blockers.length === 0 && (other === "invited" || other === "declined");
	return (isWaiting ? null : refusalOf(state, member)) ?? refusalOfContent(state, { type: "text", text });
}

/** What was taken back stays taken back, also where nothing else can be done any more. */
export function unsend(state: State, { by }: Of<"unsend">, { target }: Found): Outcome {
	if (target?.content.type === "unsent" && target.senderId === by) return unchanged(state);
	const found = named(state, by, target);
	if (typeof found === "string") return refuse(found);
	const { member, message } = found;
	if (message.senderId !== by && !(state.kind === "group" && leads(member))) return refuse("no_message");
	return changed(state, { ...message, content: { type: "unsent" }, reactions: [], editedAt: null });
}

export function react(state: State, { by, emoji }: Of<"react">, { target }: Found): Outcome {
	const found = named(state, by, target);
	if (typeof found === "string") return refuse(found);
	const { member, message } = found;
	if (emoji !== null && (state.blockers.length > 0 || member.standing === "removed")) return refuse("closed");
	if (emoji !== null && !isAccepted(state)) return refuse("not_accepted");
	const has = message.reactions.find(({ userIds }) => userIds.includes(by))?.emoji ?? null;
	if (has === emoji) return unchanged(state);
	return changed(state, { ...message, reactions: reactionsWith(message.reactions, by, emoji) });
}

function reactionsWith(reactions: StoredMessage["reactions"], by: string, emoji: string | null): StoredMessage["reactions"] {
	const without = reactions.map((one) => ({ ...one, userIds: one.userIds.filter((userId) => userId !== by) }));
	const isThere = without.some((one) => one.emoji === emoji);
	const all = emoji === null || isThere ? without : [...without, { emoji, userIds: [] }];
	return all
		.map((one) => (one.emoji === emoji ? { ...one, userIds: [...one.userIds, by] } : one))
		.filter(({ userIds }) => userIds.length > 0);
}

/** Never backwards, and never past the end. A stranger is not told that their request was read. */
export function read(state: State, { by, seq }: Of<"read">, { unread }: Found): Outcome {
	const member = state.members.get(by);
	if (member === undefined || readable(state, by) === null) return refuse("no_conversation");
	const readSeq = Math.min(state.lastSeq, member.toSeq ?? state.lastSeq, seq);
	if (readSeq <= member.readSeq) return unchanged(state);
	return {
		...unchanged(withMember(state, { ...member, readSeq })),
		personal: [{ userId: by, event: { kind: "conversation_read", conversationId: state.id, readSeq, unread } }],
		marked: member.standing === "member" ? by : null,
	};
}

/** Shown of two people alone, and not by who has not answered yet. */
export function deliver(state: State, { by, seq }: Of<"deliver">): Outcome {
	const member = state.members.get(by);
	const deliveredSeq = Math.min(seq, state.lastSeq);
	if (state.kind === "group" || member?.standing !== "member" || deliveredSeq <= member.deliveredSeq) return unchanged(state);
	return { ...unchanged(withMember(state, { ...member, deliveredSeq })), marked: by };
}
