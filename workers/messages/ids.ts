import { createHash } from "node:crypto";
import { conversationNotFound } from "../../contracts/problems/messages.ts";

/** The conversation of two people: both their ids, the smaller first, so that both open the same one. */
export function directId(one: string, other: string): string {
	const [smaller, greater] = BigInt(one) < BigInt(other) ? [one, other] : [other, one];
	return `${smaller}-${greater}`;
}

/** A group's id follows from who made it and the client's own id of the request: asked for again, it is the same group. */
export const groupId = (userId: string, clientId: string): string =>
	`g${createHash("sha256").update(`${userId} ${clientId.toLowerCase()}`).digest("hex").slice(0, 32)}`;

export const isGroup = (conversationId: string): boolean => conversationId.startsWith("g");

/**
 * The other of two people; null for a group.
 * @throws ProblemError conversation_not_found when the id is of two others, or not written as ours are: no object is asked for it
 */
export function otherIn(conversationId: string, userId: string): string | null {
	if (isGroup(conversationId)) return null;
	const other = conversationId.split("-").find((id) => id !== userId);
	if (other === undefined || directId(userId, other) !== conversationId) throw conversationNotFound();
	return other;
}
