import type { EventMap } from "../platform/event-map.ts";
import type { Services } from "../platform/services.ts";
import { relationsOf } from "../rules/relations.ts";
import { directId } from "./ids.ts";
import { conversationOf, listOf } from "./protocol.ts";

/** A block closes the conversation of the two at once, and neither hears the other in groups; the last unblocking takes both back. */
export async function separate(services: Services, { userId, otherId, kind }: EventMap["followed"]): Promise<void> {
	if (kind !== "block" && kind !== "unblock") return;
	const isBlocking = kind === "block";
	const id = directId(userId, otherId);
	const { blocked } = await relationsOf(services, { kind: "user", userId });
	// The other may block them, too.
	const isApart = isBlocking || blocked.has(otherId);
	await Promise.all([
		listOf(services, userId).hearOf(otherId, isApart),
		listOf(services, otherId).hearOf(userId, isApart),
		conversationOf(services, id).run(id, { type: "block", by: userId, blocked: isBlocking }),
	]);
}
