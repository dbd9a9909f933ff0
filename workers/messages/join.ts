import type { AnswerOf } from "../../contracts/endpoint.ts";
import type * as groups from "../../contracts/groups.ts";
import { ConversationId } from "../../contracts/messages.ts";
import { joinLinkGone } from "../../contracts/problems/messages.ts";
import type { Services } from "../platform/services.ts";
import type { UserViewer } from "../rules/viewer.ts";
import { isGroup } from "./ids.ts";
import { limitSender } from "./limit.ts";
import { conversationOf } from "./protocol.ts";
import { done } from "./refusals.ts";

/** @throws ProblemError link_expired for what is no link of ours */
function read(token: string): { readonly conversationId: string; readonly secret: string } {
	const [conversationId = "", secret = ""] = token.split(".");
	if (!ConversationId.safeParse(conversationId).success || !isGroup(conversationId)) throw joinLinkGone();
	return { conversationId, secret };
}

/** @throws ProblemError link_expired */
export async function previewJoin(services: Services, { userId }: UserViewer, token: string): Promise<AnswerOf<typeof groups.previewJoin>> {
	const { conversationId, secret } = read(token);
	const preview = await conversationOf(services, conversationId).preview(userId, secret);
	if (preview === null) throw joinLinkGone();
	return { conversationId, ...preview };
}

/** @throws ProblemError link_expired, group_full, not_allowed for who was removed */
export async function joinByLink(services: Services, viewer: UserViewer, token: string): Promise<AnswerOf<typeof groups.joinByLink>> {
	const { userId } = viewer;
	const { conversationId, secret } = read(token);
	await limitSender(services, viewer);
	const { view } = done(await conversationOf(services, conversationId).run(conversationId, { type: "join", by: userId, secret }));
	return { conversationId, joined: view?.facts.standing === "member" };
}
