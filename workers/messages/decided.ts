import type { EventMap } from "../platform/event-map.ts";
import type { Services } from "../platform/services.ts";
import { conversationOf } from "./protocol.ts";

/** Of a message as a case names it: its conversation, and its number there. */
const MESSAGE = /^(.+):(\d{1,15})$/;

/** A step of `decided`: a message that was removed is taken back for everybody in the conversation, as if its sender had. */
export async function performOnMessage(services: Services, { subject, decision }: EventMap["decided"]): Promise<void> {
	if (subject.kind !== "message" || decision !== "remove") return;
	const [, conversationId, seq] = MESSAGE.exec(subject.id) ?? [];
	if (conversationId === undefined || seq === undefined) throw new Error(`not the name of a message: ${subject.id}`);
	const ran = await conversationOf(services, conversationId).run(conversationId, { type: "unsend", by: subject.ownerId, seq: Number(seq) });
	// One that is gone already is as it should be; anything else is tried again.
	if ("refused" in ran && ran.refused !== "no_message" && ran.refused !== "no_conversation")
		throw new Error(`not taken back: ${ran.refused}`);
}
