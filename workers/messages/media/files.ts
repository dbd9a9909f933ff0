import type { Services } from "../../platform/services.ts";

/** Where a photo or voice note of a conversation is kept, re-encoded, in the media bucket. */
export const mediaKey = (conversationId: string, mediaId: string): string => `messages/${conversationId}/${mediaId}`;
/** Where its bytes arrive, as they were chosen or recorded; never served. */
export const uploadKey = (conversationId: string, mediaId: string): string => `messages/${conversationId}/${mediaId}`;

/** Removes files for good; that they are gone already is no fault. */
export async function removeMedia({ media, ingest }: Services, conversationId: string, mediaIds: readonly string[]): Promise<void> {
	await Promise.all([
		media.delete(mediaIds.map((id) => mediaKey(conversationId, id))),
		ingest.delete(mediaIds.map((id) => uploadKey(conversationId, id))),
	]);
}
