import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { ClientUuid, Timestamp } from "./ids.ts";
import { PHOTO_MAX_BYTES, VOICE_MAX_BYTES } from "./limits.ts";
import { ConversationId } from "./messages.ts";

/** Photos and voice notes: uploaded first, re-encoded, then sent by a message that names them. */

const tag = "Messages";
const access = "user";
const ConversationParams = z.object({ conversationId: ConversationId });

export const beginMessageMedia = endpoint({
	id: "beginMessageMedia",
	method: "POST",
	path: "/api/v1/conversations/:conversationId/media",
	tag,
	access,
	status: 201,
	alsoStatus: [200],
	summary: "An address that takes a photo or voice note; send its bytes there by PUT, then complete it",
	params: ConversationParams,
	body: z.discriminatedUnion("kind", [
		z.object({ kind: z.literal("photo"), clientId: ClientUuid, bytes: z.int().min(1).max(PHOTO_MAX_BYTES) }),
		z.object({ kind: z.literal("voice"), clientId: ClientUuid, bytes: z.int().min(1).max(VOICE_MAX_BYTES) }),
	]),
	answer: z.object({ mediaId: ClientUuid, uploadUrl: z.string(), expiresAt: Timestamp }),
	problems: ["conversation_not_found", "conversation_closed", "not_accepted", "not_allowed", "daily_limit"],
});
export const completeMessageMedia = endpoint({
	id: "completeMessageMedia",
	method: "POST",
	path: "/api/v1/conversations/:conversationId/media/:mediaId/complete",
	tag,
	access,
	status: 200,
	summary: "Re-encodes what was uploaded, so that it can be sent; repeated, it changes nothing",
	params: z.object({ conversationId: ConversationId, mediaId: ClientUuid }),
	answer: z.object({
		media: z.discriminatedUnion("kind", [
			z.object({ kind: z.literal("photo"), url: z.string(), width: z.int(), height: z.int(), blurhash: z.string() }),
			z.object({ kind: z.literal("voice"), url: z.string(), durationMs: z.int(), peaks: z.array(z.int()) }),
		]),
	}),
	problems: ["conversation_not_found", "media_not_ready", "picture_refused", "voice_refused"],
});
