import { and, eq, sql } from "drizzle-orm";
import { fileKind, SIGNATURE_BYTES } from "../../../contracts/file-kind.ts";
import { ingestKeys, type Original } from "../../../contracts/media.ts";
import { notAVideo, partChanged, uploadGivenUpMeanwhile, uploadNotFound } from "../../../contracts/problems/uploads.ts";
import { type AddedSound, SOUND_MIX_DEFAULT, type SoundMix } from "../../../contracts/sound-files.ts";
import type { VideoStatus, Visibility } from "../../../contracts/videos.ts";
import { uploads, userVideos, videos } from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";
import { hashtagColumns } from "../hashtags.ts";
import { askStore } from "../media-store.ts";
import { enqueueTranscode } from "../pipeline/enqueue.ts";
import { addSound } from "../sounds/add.ts";
import { firstState } from "../state/index.ts";
import { arrivedParts, type ClaimedPart, checkParts, originalOf, partSizes } from "./parts.ts";
import { loadUpload, refuseClosed, type UploadRecord } from "./record.ts";

/** The words and rights a video is published under. */
export interface Publication {
	readonly title: string;
	readonly description: string;
	readonly hashtags: readonly string[];
	readonly musicId?: string | null | undefined;
	readonly soundMix?: SoundMix | undefined;
	readonly visibility: Visibility;
	readonly alt?: string | undefined;
	readonly allowReposts?: boolean | undefined;
	readonly allowDownload?: boolean | undefined;
	readonly parts?: readonly ClaimedPart[] | undefined;
	/** Where it is uploaded from, two letters; null when unknown. */
	readonly country?: string | null | undefined;
}

/**
 * Turns a finished upload into a video that is being processed. Repeated, it answers where that video stands.
 * The row is the promise: when the enqueue fails, the sweeper enqueues it.
 * @throws ProblemError upload_not_found, upload_expired, upload_closed, upload_incomplete, part_mismatch, size_mismatch, unsupported_type,
 * sound_not_available, unavailable
 */
export async function completeUpload(
	services: Services,
	userId: string,
	videoId: string,
	publication: Publication,
	requestId: string,
): Promise<{ readonly videoId: string; readonly status: VideoStatus }> {
	const record = await loadUpload(services, userId, videoId);
	if (record.state === "completed") return { videoId, status: await statusOf(services, videoId) };
	refuseClosed(record, services.clock());
	const original = await checkArrived(services, record, publication.parts);
	const sound = await soundFor(services, record, publication);
	if (!(await writeVideo(services, record, publication, original, sound))) {
		throw uploadGivenUpMeanwhile();
	}
	services.log.info("upload_completed", {
		requestId,
		videoId,
		userId,
		bytes: record.filesize,
		ms: services.clock() - record.createdAt.getTime(),
	});
	await enqueueTranscode(services, { videoId, generation: 1, requestId });
	return { videoId, status: "processing" };
}

async function statusOf(services: Services, videoId: string): Promise<VideoStatus> {
	const [row] = await services.db.video(videoId).select({ status: videos.status }).from(videos).where(eq(videos.id, videoId)).limit(1);
	if (row === undefined || row.status === "deleted") throw uploadNotFound();
	return row.status;
}

async function soundFor(services: Services, record: UploadRecord, publication: Publication): Promise<AddedSound | null> {
	const { musicId, soundMix = SOUND_MIX_DEFAULT, country = null } = publication;
	return musicId == null ? null : addSound(services, record, musicId, soundMix, country);
}

/** @returns what was checked, pinned: parts that are changed from now on are not of this video */
async function checkArrived(services: Services, record: UploadRecord, claimed: readonly ClaimedPart[] | undefined): Promise<Original> {
	const { videoId, filesize, partBytes } = record;
	const arrived = await askStore(services, "ingest", videoId, (ingest) => arrivedParts(ingest, record));
	checkParts(partSizes(filesize, partBytes), arrived, claimed);
	const original = originalOf(record, arrived);
	const range = { offset: 0, length: Math.min(SIGNATURE_BYTES, filesize) };
	const onlyIf = { etagMatches: original.parts[0]?.etag };
	const first = ingestKeys.part(videoId, record.folder, 1);
	const object = await askStore(services, "ingest", videoId, (ingest) => ingest.get(first, { range, onlyIf }));
	if (object === null || !("body" in object)) {
		throw partChanged();
	}
	const kind = fileKind(new Uint8Array(await object.arrayBuffer()));
	if (kind.video) return original;
	throw notAVideo(kind.looksLike);
}

/**
 * Writes the video's row, its place on the profile, and closes the upload.
 * @returns false when the upload was closed by somebody else first and there is no row
 */
async function writeVideo(
	services: Services,
	record: UploadRecord,
	publication: Publication,
	original: Original,
	addedSound: AddedSound | null,
): Promise<boolean> {
	const { videoId, userId } = record;
	const now = new Date(services.clock());
	// On the profile first: an id without a row is passed over by readers, a row without its id would be lost to its creator.
	await services.db.user(userId).insert(userVideos).values({ userId, videoId, createdAt: now }).onConflictDoNothing();
	const database = services.db.video(videoId);
	const values = {
		id: videoId,
		userId,
		title: publication.title,
		description: publication.description,
		...hashtagColumns(publication.hashtags),
		soundId: publication.musicId ?? null,
		addedSound,
		visibility: publication.visibility,
		alt: publication.alt ?? "",
		allowReposts: publication.allowReposts ?? true,
		allowDownload: publication.allowDownload ?? false,
		country: publication.country ?? null,
		originalBytes: record.filesize,
		original,
		declaredDurationMs: record.declaredDurationMs,
		...firstState(now),
	};
	// One transaction. The row goes back out when the upload was not this call's to close, so an abort in between wins whole.
	const [, , rows] = await database.batch([
		database.insert(videos).values(values).onConflictDoNothing(),
		database
			.update(uploads)
			.set({ state: "completed" })
			.where(and(eq(uploads.videoId, videoId), eq(uploads.state, "open"))),
		database
			.delete(videos)
			.where(
				and(
					eq(videos.id, videoId),
					sql`not exists (select 1 from ${uploads} where ${uploads.videoId} = ${videos.id} and ${uploads.state} = 'completed')`,
				),
			)
			.returning({ id: videos.id }),
	]);
	return rows.length === 0;
}
