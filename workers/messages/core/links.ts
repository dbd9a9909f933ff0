import { GROUP_MAX } from "../../../contracts/limits.ts";
import { type Command, type Outcome, refuse, unchanged } from "./commands.ts";
import { leads } from "./facts.ts";
import { joins, noted } from "./members.ts";
import { present, type State, takesPart } from "./state.ts";

type Of<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Who waits to be let in, at most: what comes by a link that went around is bounded. */
const JOIN_REQUESTS_MAX = 200;

/** One link at a time; how it lets in can be changed. */
export function makeLink(state: State, { by, approval, secret }: Of<"link">): Outcome {
	const member = state.members.get(by);
	if (state.kind === "direct" || !takesPart(member)) return refuse("no_conversation");
	if (!leads(member)) return refuse("not_leading");
	return unchanged({ ...state, link: { secret: state.link?.secret ?? secret, approval } });
}

/** Who waits to be let in by it waits no more. */
export function revokeLink(state: State, { by }: Of<"unlink">): Outcome {
	const member = state.members.get(by);
	if (state.kind === "direct" || !takesPart(member)) return refuse("no_conversation");
	return leads(member) ? unchanged({ ...state, link: null, joinRequests: new Map() }) : refuse("not_leading");
}

export function join(state: State, { by, secret }: Of<"join">, now: number): Outcome {
	if (state.link === null || state.link.secret !== secret) return refuse("no_link");
	const member = state.members.get(by);
	if (takesPart(member) || state.joinRequests.has(by)) return unchanged(state);
	// Who was taken out comes back when somebody asks them in.
	if (member?.standing === "removed") return refuse("was_removed");
	const isAsked = member?.standing === "invited";
	if (!isAsked && present(state).length >= GROUP_MAX) return refuse("full");
	if (isAsked || !state.link.approval) return noted(joins(state, by, now), now, { about: "joined", byId: by, userId: by });
	if (state.joinRequests.size >= JOIN_REQUESTS_MAX) return refuse("full");
	const asking = { ...state, joinRequests: new Map(state.joinRequests).set(by, now) };
	const leaders = [...state.members.values()].filter(leads);
	const event = { kind: "join_requested", conversationId: state.id, userId: by } as const;
	return { ...unchanged(asking), personal: leaders.map(({ userId }) => ({ userId, event })) };
}

export function letIn(state: State, { by, userId, accept }: Of<"letIn">, now: number): Outcome {
	const member = state.members.get(by);
	if (state.kind === "direct" || !takesPart(member)) return refuse("no_conversation");
	if (!leads(member)) return refuse("not_leading");
	if (!state.joinRequests.has(userId)) return unchanged(state);
	if (!accept) {
		const joinRequests = new Map(state.joinRequests);
		joinRequests.delete(userId);
		return unchanged({ ...state, joinRequests });
	}
	const isPlaced = state.members.get(userId)?.standing === "invited";
	if (!isPlaced && present(state).length >= GROUP_MAX) return refuse("full");
	return noted(joins(state, userId, now), now, { about: "joined", byId: by, userId });
}
