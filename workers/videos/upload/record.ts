import { eq } from "drizzle-orm";
import { PART_URL_LIFETIME_S } from "../../../contracts/limits.ts";
import { ingestKeys } from "../../../contracts/media.ts";
import { uploadComplete, uploadExpired, uploadGivenUp, uploadNotFound } from "../../../contracts/problems/uploads.ts";
import type { Upload } from "../../../contracts/videos.ts";
import { uploads } from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";
import { askStore } from "../media-store.ts";
import { type ArrivedPart, arrivedParts, partSizes } from "./parts.ts";
import { presignPart } from "./presign.ts";

/** An upload as it is stored. */
export type UploadRecord = typeof uploads.$inferSelect;

/** @throws ProblemError upload_not_found, also for somebody else's upload */
export async function loadUpload(services: Services, userId: string, videoId: string): Promise<UploadRecord> {
	const [record] = await services.db.video(videoId).select().from(uploads).where(eq(uploads.videoId, videoId)).limit(1);
	if (record === undefined || record.userId !== userId) throw uploadNotFound();
	return record;
}

/** @throws ProblemError upload_closed or upload_expired when no more parts may come */
export function refuseClosed(record: UploadRecord, now: number): void {
	if (record.state === "completed") throw uploadComplete();
	if (record.state === "aborted") throw uploadGivenUp();
	if (record.expiresAt.getTime() <= now) throw uploadExpired();
}

/**
 * An upload as the client sees it: what arrived in full, and addresses for the rest. A part of a wrong size counts as not arrived.
 * @param arrived what lies in the bucket; asked for when left out
 */
export async function presentUpload(
	services: Services,
	record: UploadRecord,
	arrived: readonly ArrivedPart[] | undefined,
	endpoint: string,
): Promise<Upload> {
	const { videoId } = record;
	const there = arrived ?? (await askStore(services, "ingest", videoId, (ingest) => arrivedParts(ingest, record)));
	const sizes = partSizes(record.filesize, record.partBytes);
	const whole = there.filter((part) => sizes[part.partNumber - 1] === part.bytes);
	const have = new Set(whole.map((part) => part.partNumber));
	const lifetime = Math.min(PART_URL_LIFETIME_S, (record.expiresAt.getTime() - services.clock()) / 1000);
	const address = (partNumber: number) => {
		const key = ingestKeys.part(videoId, record.folder, partNumber);
		return presignPart(services.config, endpoint, key, sizes[partNumber - 1] ?? 0, lifetime);
	};
	const wanted = record.state === "open" ? sizes.map((_, index) => index + 1).filter((partNumber) => !have.has(partNumber)) : [];
	const parts = await Promise.all(wanted.map(async (partNumber) => ({ partNumber, url: await address(partNumber) })));
	return {
		videoId,
		chunkSize: record.partBytes,
		uploadUrl: parts[0]?.url ?? "",
		parts,
		arrived: whole.map(({ partNumber, bytes, etag }) => ({ partNumber, bytes, etag })),
		expiresAt: record.expiresAt.toISOString(),
	};
}
