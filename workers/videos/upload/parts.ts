import { UPLOAD_PART_MAX_BYTES, UPLOAD_PART_MIN_BYTES, UPLOAD_PARTS_WANTED } from "../../../contracts/limits.ts";
import { ingestKeys, type Original } from "../../../contracts/media.ts";
import {
	lastPartDiffers,
	partDiffers,
	partNotSentLast,
	partsMissing,
	partTooMany,
	partUnknown,
} from "../../../contracts/problems/uploads.ts";

/** A part as it lies in the bucket. */
export interface ArrivedPart {
	readonly partNumber: number;
	readonly bytes: number;
	/** Without quotes. */
	readonly etag: string;
}

/** How long a file's parts are, bytes: a tenth of it, within the bounds. The client is told, and the last part may be shorter. */
export const partBytesOf = (filesize: number): number =>
	Math.min(UPLOAD_PART_MAX_BYTES, Math.max(UPLOAD_PART_MIN_BYTES, Math.ceil(filesize / UPLOAD_PARTS_WANTED)));

/** Bytes of each part, from part 1 on: all as long as `partBytes`, but for the last. */
export function partSizes(filesize: number, partBytes: number = partBytesOf(filesize)): number[] {
	const count = Math.ceil(filesize / partBytes);
	return Array.from({ length: count }, (_, index) => (index < count - 1 ? partBytes : filesize - partBytes * (count - 1)));
}

/** Where an upload's parts lie. */
export type PartsFolder = { readonly videoId: string; readonly folder: string };

/** The parts that lie in the bucket, in their order. The bucket is the only record of what arrived. */
export async function arrivedParts(bucket: R2Bucket, { videoId, folder }: PartsFolder): Promise<ArrivedPart[]> {
	const prefix = ingestKeys.parts(videoId, folder);
	const parts: ArrivedPart[] = [];
	let cursor: string | undefined;
	do {
		const page = await bucket.list({ prefix, cursor });
		for (const object of page.objects) {
			const partNumber = Number(object.key.slice(prefix.length));
			if (Number.isInteger(partNumber)) parts.push({ partNumber, bytes: object.size, etag: object.etag });
		}
		cursor = page.truncated ? page.cursor : undefined;
	} while (cursor !== undefined);
	return parts.sort((a, b) => a.partNumber - b.partNumber);
}

/** What is kept of an upload that was checked: its parts as they are now. */
export const originalOf = ({ folder }: PartsFolder, arrived: readonly ArrivedPart[]): Original => ({
	folder,
	parts: arrived.map(({ bytes, etag }) => ({ bytes, etag })),
});

/** What the client says it sent: each part's number and the ETag it was answered. */
export type ClaimedPart = { readonly partNumber: number; readonly etag: string };

/**
 * Checks what arrived against what was announced.
 * @throws ProblemError upload_incomplete, part_mismatch or size_mismatch, naming the parts to send again
 */
export function checkParts(expected: readonly number[], arrived: readonly ArrivedPart[], claimed: readonly ClaimedPart[] = []): void {
	const found = new Map(arrived.map((part) => [part.partNumber, part]));
	const missing = expected.map((_, index) => index + 1).filter((partNumber) => !found.has(partNumber));
	if (missing.length > 0) {
		throw partsMissing(missing);
	}
	for (const { partNumber, bytes } of arrived) {
		const size = expected[partNumber - 1];
		if (size === bytes) continue;
		if (size === undefined) throw partTooMany(expected.length, partNumber);
		if (partNumber === expected.length) {
			throw lastPartDiffers(bytes, size);
		}
		throw partDiffers(partNumber, bytes, size);
	}
	for (const { partNumber, etag } of claimed) {
		const part = found.get(partNumber);
		if (part === undefined) throw partUnknown(partNumber, expected.length);
		if (part.etag !== bareTag(etag)) throw partNotSentLast(partNumber);
	}
}

/** An ETag without weakness mark and quotes: clients pass on what the header said, with or without them. */
const bareTag = (etag: string): string => etag.replace(/^W\//, "").replaceAll('"', "").toLowerCase();
