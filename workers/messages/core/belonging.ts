import { GROUP_MAX } from "../../../contracts/limits.ts";
import { type Change, type Command, type Outcome, refuse, unchanged } from "./commands.ts";
import { leads, outranks } from "./facts.ts";
import { joins, newMember, noted, withMember } from "./members.ts";
import { type Member, present, type State, takesPart } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

export function create(state: State, { by, name, userIds }: Of<"create">, now: number): Outcome {
	// Made already, by the same client's request.
	if (state.members.size > 0) return state.members.has(by) ? unchanged(state) : refuse("no_conversation");
	const owner = newMember(by, "member", now, { role: "owner" });
	const asked = invited(withMember({ ...state, name }, owner), by, userIds, now);
	return noted(asked, now, { about: "created", byId: by, name });
}

/** Asks everybody who is not in it and was not asked. */
function invited(state: State, by: string, userIds: readonly string[], now: number): State {
	const wanted = userIds.filter((userId) => {
		const standing = state.members.get(userId)?.standing;
		return standing !== "member" && standing !== "invited";
	});
	return wanted.reduce((all, userId) => withMember(all, newMember(userId, "invited", now, { invitedById: by })), state);
}

export function invite(state: State, { by, userIds }: Of<"invite">, now: number): Outcome {
	const asker = state.members.get(by);
	if (state.kind === "direct" || !takesPart(asker)) return refuse("no_conversation");
	if (state.locked && !leads(asker)) return refuse("not_leading");
	const sameAgain = userIds.filter((userId) => isClosedTo(state, asker, userId));
	const after = invited(
		state,
		by,
		userIds.filter((userId) => !sameAgain.includes(userId)),
		now,
	);
	return present(after).length > GROUP_MAX ? refuse("full") : unchanged(after);
}

/** Who left or was taken out, or said no, is not asked again by just anybody. */
const isClosedTo = (state: State, asker: Member, userId: string): boolean => {
	const standing = state.members.get(userId)?.standing;
	return standing !== undefined && standing !== "member" && standing !== "invited" && !leads(asker);
};

/** A stranger's request becomes a conversation; who was asked into a group takes part from here on. */
export function accept(state: State, { by }: Of<"accept">, now: number): Outcome {
	const member = state.members.get(by);
	if (takesPart(member)) return unchanged(state);
	if (member?.standing !== "invited") return refuse("no_conversation");
	if (state.kind === "direct") return unchanged(withMember(state, { ...member, standing: "member", invitedById: null }));
	return noted(joins(state, by, now), now, { about: "joined", byId: member.invitedById ?? by, userId: by });
}

/** Who asked is not told. */
export function decline(state: State, { by }: Of<"decline">): Outcome {
	const member = state.members.get(by);
	if (member?.standing === "declined") return unchanged(state);
	if (member?.standing !== "invited") return refuse("no_conversation");
	return unchanged(withMember(state, { ...member, standing: "declined" }));
}

export function leave(state: State, { by }: Of<"leave">, now: number): Outcome {
	const member = state.members.get(by);
	if (member === undefined) return refuse("no_conversation");
	if (member.standing === "left") return unchanged(state);
	if (state.kind === "direct") {
		const { lastSeq } = state;
		return unchanged(withMember(state, { ...member, hidden: true, fromSeq: lastSeq, readSeq: lastSeq }));
	}
	if (!takesPart(member)) return unchanged(withMember(state, { ...member, standing: "left" }));
	return noted(goes(state, member), now, { about: "left", byId: by, userId: by });
}

/** A group whose owner goes is owned by an admin, else by who has been in it longest. */
function goes(state: State, member: Member): State {
	const after = withMember(state, { ...member, standing: "left", role: "member" });
	if (member.role !== "owner") return after;
	const left = [...after.members.values()].filter(takesPart).sort((a, b) => a.joinedAt - b.joinedAt);
	const heir = left.find(({ role }) => role === "admin") ?? left[0];
	return heir === undefined ? after : withMember(after, { ...heir, role: "owner" });
}

export function remove(state: State, { by, userId }: Of<"remove">, now: number): Outcome {
	const remover = state.members.get(by);
	if (state.kind === "direct" || !takesPart(remover)) return refuse("no_conversation");
	const member = state.members.get(userId);
	if (member?.standing === "invited" && (leads(remover) || member.invitedById === by)) {
		return unchanged(withMember(state, { ...member, standing: "left" }));
	}
	if (!leads(remover)) return refuse("not_leading");
	if (!takesPart(member)) return unchanged(state);
	if (!outranks(remover, member)) return refuse("not_leading");
	const { name, lastSeq } = state;
	const left = { name, memberCount: present(state).filter(takesPart).length - 1 };
	const gone = withMember(state, { ...member, standing: "removed", role: "member", toSeq: lastSeq, left });
	return noted(gone, now, { about: "removed", byId: by, userId });
}

export function setRole(state: State, { by, userId, role }: Of<"role">, now: number): Outcome {
	const giver = state.members.get(by);
	if (state.kind === "direct" || !takesPart(giver)) return refuse("no_conversation");
	if (giver.role !== "owner") return refuse("not_leading");
	const member = state.members.get(userId);
	if (!takesPart(member)) return refuse("no_member");
	if (member.role === role) return unchanged(state);
	// A group always has an owner: naming another is the way to step back.
	if (userId === by) return refuse("owner_stays");
	const given = withMember(state, { ...member, role });
	const after = role === "owner" ? withMember(given, { ...giver, role: "admin" }) : given;
	return noted(after, now, { about: "role", byId: by, userId, role });
}

export function update(state: State, { by, name, locked }: Of<"update">, now: number): Outcome {
	const member = state.members.get(by);
	if (state.kind === "direct" || !takesPart(member)) return refuse("no_conversation");
	if (!leads(member)) return refuse("not_leading");
	let change: Change = unchanged(state);
	if (name !== undefined && name !== state.name) change = noted({ ...state, name }, now, { about: "renamed", byId: by, name });
	if (locked !== undefined && locked !== state.locked) {
		const next = noted({ ...change.state, locked }, now, { about: locked ? "locked" : "unlocked", byId: by });
		change = { ...next, messages: [...change.messages, ...next.messages] };
	}
	return change;
}
