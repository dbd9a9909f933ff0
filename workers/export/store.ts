/** Parts of an upload into R2 are all of this size but the last, bytes: at most ten thousand of them, at least 5 MiB each. */
const PART_BYTES = 16 * 1024 * 1024;

/**
 * Stores what is being read under a key, part by part: of any length, in the memory of one part. Nothing is there until all is.
 * @returns bytes
 */
export async function storeStream(bucket: R2Bucket, key: string, stream: ReadableStream<Uint8Array>, contentType: string): Promise<number> {
	const upload = await bucket.createMultipartUpload(key, { httpMetadata: { contentType } });
	try {
		const parts: R2UploadedPart[] = [];
		const part = new Uint8Array(PART_BYTES);
		let [filled, bytes] = [0, 0];
		const flush = async () => {
			parts.push(await upload.uploadPart(parts.length + 1, part.subarray(0, filled)));
			bytes += filled;
			filled = 0;
		};
		for await (const chunk of stream) {
			for (let from = 0; from < chunk.byteLength; ) {
				const some = chunk.subarray(from, from + PART_BYTES - filled);
				part.set(some, filled);
				filled += some.byteLength;
				from += some.byteLength;
				if (filled === PART_BYTES) await flush();
			}
		}
		if (filled > 0 || parts.length === 0) await flush();
		await upload.complete(parts);
		return bytes;
	} catch (error) {
		// What can't be given up now R2 itself forgets within a week.
		await upload.abort().catch(() => undefined);
		throw error;
	}
}
