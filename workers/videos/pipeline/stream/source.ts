import { UPLOAD_PART_MAX_BYTES } from "../../../../contracts/limits.ts";
import { mediaKeys } from "../../../../contracts/media.ts";
import type { Services } from "../../../platform/services.ts";
import { arrivedParts, checkParts, partSizes } from "../../upload/parts.ts";
import { presign } from "../../upload/presign.ts";
import type { VideoRow } from "../pending.ts";

/** The original in one piece, made from its parts when a backend can't read parts. */
export const wholeKey = (videoId: string): string => `${mediaKeys.originals(videoId)}whole`;

/**
 * An address of the original in one piece, readable for an hour. Several parts are first joined within the bucket, by a
 * multipart upload, and none passes through memory whole.
 * @throws ProblemError upload_incomplete, part_mismatch or size_mismatch when the parts are not those that were uploaded
 */
export async function wholeSource(services: Services, row: Pick<VideoRow, "id" | "originalBytes">): Promise<string> {
	const { config } = services;
	const sizes = partSizes(row.originalBytes);
	const key = sizes.length === 1 ? mediaKeys.part(row.id, 1) : wholeKey(row.id);
	if (sizes.length > 1) await join(services.env.MEDIA, row.id, row.originalBytes, sizes);
	return presign(config, config.MEDIA_S3_ENDPOINT, "GET", key);
}

async function join(bucket: R2Bucket, videoId: string, bytes: number, sizes: readonly number[]): Promise<void> {
	const key = wholeKey(videoId);
	if ((await bucket.head(key))?.size === bytes) return;
	// Before anything is opened: a stream that ends early can't be taken back.
	checkParts(sizes, await arrivedParts(bucket, videoId));
	const upload = await bucket.createMultipartUpload(key);
	try {
		const joined: R2UploadedPart[] = [];
		for (const { first, lengths } of groups(sizes)) {
			const { readable, sent } = inOneStream(bucket, videoId, first, lengths);
			const [part] = await Promise.all([upload.uploadPart(joined.length + 1, readable), sent]);
			joined.push(part);
		}
		await upload.complete(joined);
	} catch (error) {
		await upload.abort();
		throw error;
	}
}

/** Which of an upload's parts go into one part of the joined object. R2 takes parts of one length, none below its least but the last. */
function groups(sizes: readonly number[]): { readonly first: number; readonly lengths: readonly number[] }[] {
	const perGroup = Math.ceil(UPLOAD_PART_MAX_BYTES / (sizes[0] ?? UPLOAD_PART_MAX_BYTES));
	return Array.from({ length: Math.ceil(sizes.length / perGroup) }, (_, index) => ({
		first: index * perGroup + 1,
		lengths: sizes.slice(index * perGroup, (index + 1) * perGroup),
	}));
}

/** Parts one after the other, as a stream of known length; `sent` fails with what stopped it. */
function inOneStream(bucket: R2Bucket, videoId: string, first: number, lengths: readonly number[]) {
	const { readable, writable } = new FixedLengthStream(lengths.reduce((sum, length) => sum + length, 0));
	const send = async () => {
		try {
			for (const [index] of lengths.entries()) {
				const part = await bucket.get(mediaKeys.part(videoId, first + index));
				if (part === null) throw new Error(`part ${first + index} of the original is gone`);
				await part.body.pipeTo(writable, { preventClose: true, preventAbort: true });
			}
			await writable.close();
		} catch (error) {
			await writable.abort(error).catch(() => undefined);
			throw error;
		}
	};
	return { readable, sent: send() };
}
