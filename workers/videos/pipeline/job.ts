import { mediaKeys, type Original } from "../../../contracts/media.ts";
import type { TranscodeJob } from "../../../contracts/transcode.ts";
import type { Config } from "../../platform/config.ts";
import { presignRead } from "../upload/presign.ts";
import { pinnedParts } from "./original.ts";
import type { VideoRow } from "./pending.ts";

/** What the transcoder is told: the original as the parts it was uploaded in, pinned, and readable for an hour. */
export async function transcodeJob(config: Config, row: VideoRow, original: Original, requestId: string): Promise<TranscodeJob> {
	const parts = await Promise.all(
		pinnedParts(row.id, original).map(async ({ key, bytes, etag }) => ({ url: await presignRead(config, key, etag), bytes, etag })),
	);
	return {
		videoId: row.id,
		generation: row.generation,
		requestId,
		source: { parts, bytes: row.originalBytes },
		text: { title: row.title, description: row.description, hashtags: row.hashtags },
		...(row.coverAtMs === null ? {} : { cover: { atMs: row.coverAtMs, number: row.coverAsked } }),
		outputPrefix: mediaKeys.generation(row.id, row.generation),
	};
}
