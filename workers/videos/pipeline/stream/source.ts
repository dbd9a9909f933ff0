import { UPLOAD_PART_BYTES } from "../../../../contracts/limits.ts";
import { mediaKeys } from "../../../../contracts/media.ts";
import type { Services } from "../../../platform/services.ts";
import { partSizes } from "../../upload/parts.ts";
import { presign } from "../../upload/presign.ts";
import type { VideoRow } from "../pending.ts";

/** The original in one piece, made from its parts when a backend can't read parts. */
export const wholeKey = (videoId: string): string => `${mediaKeys.originals(videoId)}whole`;

/**
 * An address of the original in one piece, readable for an hour. Several parts are first joined within the bucket, by a
 * multipart upload: all parts but the last are of one size, as R2 demands, and none passes through memory whole.
 * @throws when a part is missing
 */
export async function wholeSource(services: Services, row: Pick<VideoRow, "id" | "originalBytes">): Promise<string> {
	const { config } = services;
	const sizes = partSizes(row.originalBytes, UPLOAD_PART_BYTES);
	const key = sizes.length === 1 ? mediaKeys.part(row.id, 1) : wholeKey(row.id);
	if (sizes.length > 1) await join(services.env.MEDIA, row.id, row.originalBytes, sizes.length);
	return presign(config, config.MEDIA_S3_ENDPOINT, "GET", key);
}

async function join(bucket: R2Bucket, videoId: string, bytes: number, count: number): Promise<void> {
	const key = wholeKey(videoId);
	if ((await bucket.head(key))?.size === bytes) return;
	const upload = await bucket.createMultipartUpload(key);
	try {
		const parts: R2UploadedPart[] = [];
		for (let partNumber = 1; partNumber <= count; partNumber++) {
			const part = await bucket.get(mediaKeys.part(videoId, partNumber));
			if (part === null) throw new Error(`part ${partNumber} of the original is gone`);
			parts.push(await upload.uploadPart(partNumber, part.body));
		}
		await upload.complete(parts);
	} catch (error) {
		await upload.abort();
		throw error;
	}
}
