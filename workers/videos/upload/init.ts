import { eq } from "drizzle-orm";
import { MAX_DURATION_MS, MAX_UPLOAD_BYTES, MIN_DURATION_MS, UPLOAD_LIFETIME_MS, VIDEO_EXTENSIONS } from "../../../contracts/limits.ts";
import {
	durationOutOfRange,
	extensionUnknown,
	fileEmpty,
	fileTooLarge,
	uploadConflict,
	uploadNotBegun,
} from "../../../contracts/problems/uploads.ts";
import type { Upload } from "../../../contracts/videos.ts";
import { uploadKeys, uploads } from "../../../db/schema/index.ts";
import type { Services } from "../../platform/services.ts";
import { spendAllowance } from "../../quotas/index.ts";
import { videoOfKey } from "../references.ts";
import { partBytesOf } from "./parts.ts";
import { presentUpload, refuseClosed, type UploadRecord } from "./record.ts";

export interface UploadPlan {
	readonly filename: string;
	/** Bytes. */
	readonly filesize: number;
	readonly durationMs: number;
	/** The client's idempotency key; made up when it brings none. */
	readonly clientKey: string | undefined;
}

/**
 * Begins an upload, or finds the one begun under the same key.
 * @param endpoint the S3 API as the client reaches it
 * @returns the upload, and whether it is new
 * @throws ProblemError file_too_large, unsupported_type, duration_out_of_range, invalid_fields, daily_limit; upload_conflict when the key belongs to another file
 */
export async function beginUpload(
	services: Services,
	userId: string,
	plan: UploadPlan,
	endpoint: string,
): Promise<{ readonly upload: Upload; readonly created: boolean }> {
	checkPlan(plan);
	const clientKey = plan.clientKey ?? crypto.randomUUID();
	const videoId = await claimKey(services, userId, clientKey);
	const now = services.clock();
	const fresh: UploadRecord = {
		videoId,
		userId,
		clientKey,
		filename: plan.filename,
		filesize: plan.filesize,
		declaredDurationMs: Math.round(plan.durationMs),
		partBytes: partBytesOf(plan.filesize),
		folder: newFolder(),
		state: "open",
		createdAt: new Date(now),
		expiresAt: new Date(now + UPLOAD_LIFETIME_MS),
	};
	const inserted = await services.db
		.video(videoId)
		.insert(uploads)
		.values(fresh)
		.onConflictDoNothing()
		.returning({ videoId: uploads.videoId });
	if (inserted.length > 0) return { upload: await presentUpload(services, fresh, [], endpoint), created: true };
	return { upload: await repeatUpload(services, fresh, endpoint), created: false };
}

/** The video id behind a key: the one it has, or a new one. Of two at once, one wins and both answer the same. */
async function claimKey(services: Services, userId: string, clientKey: string): Promise<string> {
	const known = await videoOfKey(services, userId, clientKey);
	if (known !== null) return known;
	// Of what is begun twice at once, the second finds the first's place in the day's count.
	await spendAllowance(services, userId, "upload", clientKey, async () => false);
	const won = await services.db
		.user(userId)
		.insert(uploadKeys)
		.values({ userId, clientKey, videoId: services.newId() })
		.onConflictDoNothing()
		.returning({ videoId: uploadKeys.videoId });
	const videoId = won[0]?.videoId ?? (await videoOfKey(services, userId, clientKey));
	if (videoId === null) throw uploadNotBegun();
	return videoId;
}

/** 122 random bits: nobody guesses where another's parts lie. */
const newFolder = (): string => crypto.randomUUID().replaceAll("-", "");

async function repeatUpload(services: Services, wanted: UploadRecord, endpoint: string): Promise<Upload> {
	const [known] = await services.db.video(wanted.videoId).select().from(uploads).where(eq(uploads.videoId, wanted.videoId)).limit(1);
	if (known === undefined) throw uploadNotBegun();
	if (known.filesize !== wanted.filesize) {
		throw uploadConflict();
	}
	if (known.state !== "completed") refuseClosed(known, services.clock());
	return presentUpload(services, known, undefined, endpoint);
}

function checkPlan({ filename, filesize, durationMs }: UploadPlan): void {
	const extension = /\.([A-Za-z0-9]+)$/.exec(filename)?.[1]?.toLowerCase();
	if (!VIDEO_EXTENSIONS.some((known) => known === extension)) {
		throw extensionUnknown();
	}
	if (filesize < 1) {
		throw fileEmpty();
	}
	if (filesize > MAX_UPLOAD_BYTES) {
		throw fileTooLarge();
	}
	if (durationMs < MIN_DURATION_MS || durationMs > MAX_DURATION_MS) {
		throw durationOutOfRange();
	}
}
