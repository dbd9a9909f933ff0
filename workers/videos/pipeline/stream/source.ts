import { ingestKeys, type Original } from "../../../../contracts/media.ts";
import type { Services } from "../../../platform/services.ts";
import type { VideoRow } from "../../state/index.ts";
import { presignRead } from "../../upload/presign.ts";
import { OriginalChanged, pinnedParts } from "../original.ts";

/**
 * An address of the original in one piece, readable for an hour. The parts, one or many, are first joined within the bucket:
 * Stream asks without `If-Match`, and nobody holds an address to write the joined object to. None passes through memory whole.
 * @throws OriginalChanged when a part is missing or is not the one that was pinned
 */
export async function wholeSource(
	{ config, ingest }: Services,
	row: Pick<VideoRow, "id" | "originalBytes">,
	original: Original,
): Promise<string> {
	const key = ingestKeys.whole(row.id, original.folder);
	if ((await ingest.head(key))?.size !== row.originalBytes) await join(ingest, key, row, original);
	return presignRead(config, key);
}

async function join(bucket: R2Bucket, key: string, row: Pick<VideoRow, "id" | "originalBytes">, original: Original): Promise<void> {
	const { readable, writable } = new FixedLengthStream(row.originalBytes);
	const [poured, stored] = await Promise.allSettled([pour(bucket, row.id, original, writable), bucket.put(key, readable)]);
	// What went wrong with a part is the reason why storing went wrong, too.
	for (const outcome of [poured, stored]) if (outcome.status === "rejected") throw outcome.reason;
}

async function pour(bucket: R2Bucket, videoId: string, original: Original, into: WritableStream<Uint8Array>): Promise<void> {
	try {
		for (const { key, etag } of pinnedParts(videoId, original)) {
			const part = await bucket.get(key, { onlyIf: { etagMatches: etag } });
			if (part === null || !("body" in part)) throw new OriginalChanged(`${key} is gone or another than was pinned`);
			await part.body.pipeTo(into, { preventClose: true, preventAbort: true });
		}
		await into.close();
	} catch (error) {
		await into.abort(error).catch(() => undefined); // the reader may have gone first
		throw error;
	}
}
