import type { AnswerOf, BodyOf } from "../../../contracts/endpoint.ts";
import { PART_URL_LIFETIME_S } from "../../../contracts/limits.ts";
import type * as contract from "../../../contracts/message-media.ts";
import { PICTURE_TYPE } from "../../../contracts/pictures.ts";
import { mediaNotReady } from "../../../contracts/problems/messages.ts";
import { VOICE_TYPE } from "../../../contracts/voice.ts";
import { remakePicture } from "../../platform/pictures.ts";
import type { Services } from "../../platform/services.ts";
import { remakeVoice } from "../../platform/voices.ts";
import { spendAllowance } from "../../quotas/index.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { refuseExplicit } from "../../trust/index.ts";
import { browserEndpoint, presignPart } from "../../videos/index.ts";
import { otherIn } from "../ids.ts";
import { conversationOf } from "../protocol.ts";
import { refuse } from "../refusals.ts";
import { mediaKey, uploadKey } from "./files.ts";
import { type Encoded, mediaAddress } from "./rows.ts";

/** Photos are at most so wide and high, pixels: what a phone shows when one looks closely. */
const PHOTO_SIDE = 2_048;

/** An address that takes exactly the announced bytes; asked again under the same client id, one for the same upload. */
export async function beginMedia(
	services: Services,
	{ userId }: UserViewer,
	conversationId: string,
	{ kind, clientId, bytes }: BodyOf<typeof contract.beginMessageMedia>,
	requestUrl: string,
): Promise<AnswerOf<typeof contract.beginMessageMedia> & { readonly isNew: boolean }> {
	otherIn(conversationId, userId);
	await spendAllowance(services, userId, "message", clientId, () => Promise.resolve(false));
	const begun = await conversationOf(services, conversationId).beginMedia({ id: clientId, ownerId: userId, kind, bytes });
	if ("refused" in begun) throw refuse(begun.refused);
	const endpoint = browserEndpoint(services.config, requestUrl);
	const uploadUrl = await presignPart(services.config, endpoint, uploadKey(conversationId, clientId), begun.row.bytes);
	const expiresAt = new Date(services.clock() + PART_URL_LIFETIME_S * 1_000).toISOString();
	return { mediaId: clientId, uploadUrl, expiresAt, isNew: begun.isNew };
}

/** Encodes anew what was uploaded, and forgets the file as it was; repeated, it changes nothing. */
export async function completeMedia(
	services: Services,
	{ userId }: UserViewer,
	conversationId: string,
	mediaId: string,
): Promise<AnswerOf<typeof contract.completeMessageMedia>> {
	otherIn(conversationId, userId);
	const conversation = conversationOf(services, conversationId);
	const row = await conversation.media(userId, mediaId);
	if (row === null || row.ownerId !== userId) throw mediaNotReady();
	const encoded = row.encoded ?? (await encode(services, conversationId, row));
	if (row.encoded === null && !(await conversation.encoded(mediaId, encoded))) throw mediaNotReady();
	await services.ingest.delete(uploadKey(conversationId, mediaId));
	const url = mediaAddress(conversationId, mediaId);
	return { media: encoded.kind === "photo" ? { ...encoded, url } : { ...encoded, peaks: [...encoded.peaks], url } };
}

async function encode(
	services: Services,
	conversationId: string,
	{ id, ownerId, kind, bytes }: { readonly id: string; readonly ownerId: string; readonly kind: Encoded["kind"]; readonly bytes: number },
): Promise<Encoded> {
	const uploaded = await services.ingest.get(uploadKey(conversationId, id));
	if (uploaded === null || uploaded.size !== bytes) throw mediaNotReady();
	const file = await uploaded.arrayBuffer();
	const key = mediaKey(conversationId, id);
	if (kind === "voice") {
		const { bytes: sound, durationMs, peaks } = await remakeVoice(services, ownerId, file);
		await services.media.put(key, sound, { httpMetadata: { contentType: VOICE_TYPE } });
		return { kind, durationMs, peaks };
	}
	const spec = { fit: "inside", width: PHOTO_SIDE, height: PHOTO_SIDE } as const;
	const made = await remakePicture(services, ownerId, file, spec);
	refuseExplicit(made);
	const { bytes: picture, width, height, blurhash } = made;
	await services.media.put(key, picture, { httpMetadata: { contentType: PICTURE_TYPE } });
	return { kind, width, height, blurhash };
}
