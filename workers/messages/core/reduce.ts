import type { MessageEvent } from "../../../contracts/messages.ts";
import { accept, create, decline, invite, leave, remove, setRole, update } from "./belonging.ts";
import { type Change, type Command, type Found, type Outcome, refuse, unchanged } from "./commands.ts";
import { factsFor, messageOf } from "./facts.ts";
import { join, letIn, makeLink, revokeLink } from "./links.ts";
import { withMember } from "./members.ts";
import { isTold, type Member, type State, type StoredMessage } from "./state.ts";
import { deliver, edit, react, read, send, unsend } from "./writing.ts";

/**
 * What becomes of a conversation by a command: the whole of its rules, without storage, clock or network.
 * @param found what of its messages the command needs to know
 * @param now milliseconds since 1970
 */
export function reduce(state: State, command: Command, found: Found, now: number): Outcome {
	switch (command.type) {
		case "send":
			return send(state, command, found, now);
		case "edit":
			return edit(state, command, found, now);
		case "unsend":
			return unsend(state, command, found);
		case "react":
			return react(state, command, found);
		case "read":
			return read(state, command, found);
		case "deliver":
			return deliver(state, command);
		case "create":
			return create(state, command, now);
		case "invite":
			return invite(state, command, now);
		case "accept":
			return accept(state, command, now);
		case "decline":
			return decline(state, command);
		case "leave":
			return leave(state, command, now);
		case "remove":
			return remove(state, command, now);
		case "role":
			return setRole(state, command, now);
		case "update":
			return update(state, command, now);
		case "link":
			return makeLink(state, command);
		case "unlink":
			return revokeLink(state, command);
		case "join":
			return join(state, command, now);
		case "letIn":
			return letIn(state, command, now);
		case "block":
			return block(state, command.by, command.blocked);
		case "erase":
			return erase(state, command.by, now);
	}
}

/** Closes a conversation of two at once, and opens it when neither blocks the other any more. In groups each reader's inbox leaves out who is blocked. */
function block(state: State, by: string, blocked: boolean): Outcome {
	if (state.kind === "group" || !state.members.has(by)) return unchanged(state);
	const others = state.blockers.filter((userId) => userId !== by);
	const blockers = blocked ? [...others, by] : others;
	return blockers.length === state.blockers.length ? unchanged(state) : unchanged({ ...state, blockers });
}

/** They leave, and of two people nobody writes any more. */
function erase(state: State, by: string, now: number): Outcome {
	const member = state.members.get(by);
	if (member === undefined) return refuse("no_conversation");
	if (state.kind === "group") return leave(state, { type: "leave", by }, now);
	return unchanged(withMember(state, { ...member, standing: "left", hidden: true }));
}

/** An event, and whom it goes to. */
export interface Told {
	readonly to: readonly string[];
	readonly event: MessageEvent;
	/** The last event with this name says all that those before it said. */
	readonly replaces: string;
}

/**
 * What its people are told of a change, in this order: how the conversation stands to each of them, messages, what is for one alone.
 * @param answers the messages that written ones answer, by number
 */
export function toldOf(before: State, change: Change, answers: ReadonlyMap<number, StoredMessage>): Told[] {
	const { state, messages, personal } = change;
	const told = [...state.members.values()].filter((member) => isTold(state, member)).map(({ userId }) => userId);
	const written = messages.map((stored): Told => {
		const answered = stored.replySeq === null ? null : (answers.get(stored.replySeq) ?? null);
		const message = messageOf(state.id, stored, answered);
		const kind = stored.seq > before.lastSeq ? "message" : "message_changed";
		return { to: told, event: { kind, message }, replaces: `message ${state.id} ${stored.seq}` };
	});
	const own = personal.map(({ userId, event }) => ({ to: [userId], event, replaces: `${event.kind} ${state.id}` }));
	return [...standings(before, state), ...written, ...own];
}

function standings(before: State, state: State): Told[] {
	if (state.kind === "group" && isSame(before, state)) return [];
	const told: Told[] = [];
	for (const member of state.members.values()) {
		const [was, is] = [listed(before, before.members.get(member.userId)), listed(state, member)];
		if (is === was) continue;
		const event: MessageEvent =
			is === null
				? { kind: "conversation_gone", conversationId: state.id }
				: { kind: "conversation_changed", conversation: factsFor(state, member) };
		told.push({ to: [member.userId], event, replaces: `conversation ${state.id}` });
	}
	return told;
}

/** Messages alone change nothing about how a group stands to anybody. */
const isSame = (before: State, { members, name, locked }: State): boolean =>
	name === before.name && locked === before.locked && hasSameStandings(before.members, members);

function hasSameStandings(before: State["members"], after: State["members"]): boolean {
	if (before === after) return true;
	if (before.size !== after.size) return false;
	for (const [userId, { standing, role }] of after) {
		const was = before.get(userId);
		if (was?.standing !== standing || was.role !== role) return false;
	}
	return true;
}

/** Up to so many members everybody is told how many there are now. */
const COUNTED_UP_TO = 20;

/** How it stands in somebody's list, to be compared; null when it is not there. */
function listed(state: State, member: Member | undefined): string | null {
	if (member === undefined || member.hidden || member.standing === "left" || member.standing === "declined") return null;
	const facts = factsFor(state, member);
	// In a large group, who comes and goes is told by the message about it: telling all how many they are now would be a second one.
	return JSON.stringify(facts.memberCount > COUNTED_UP_TO ? { ...facts, memberCount: null } : facts);
}
