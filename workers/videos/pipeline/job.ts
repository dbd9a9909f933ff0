import { mediaKeys } from "../../../contracts/media.ts";
import type { TranscodeJob } from "../../../contracts/transcode.ts";
import type { Config } from "../../platform/config.ts";
import { partSizes } from "../upload/parts.ts";
import { presign } from "../upload/presign.ts";
import type { VideoRow } from "./pending.ts";

/** What the transcoder is told: the original as the parts it was uploaded in, readable for an hour. */
export async function transcodeJob(config: Config, row: VideoRow, requestId: string): Promise<TranscodeJob> {
	const sizes = partSizes(row.originalBytes);
	const parts = await Promise.all(
		sizes.map(async (bytes, index) => ({
			url: await presign(config, config.MEDIA_S3_ENDPOINT, "GET", mediaKeys.part(row.id, index + 1)),
			bytes,
		})),
	);
	return {
		videoId: row.id,
		generation: row.generation,
		requestId,
		source: { parts, bytes: row.originalBytes },
		text: { title: row.title, description: row.description, hashtags: row.hashtags },
		outputPrefix: mediaKeys.generation(row.id, row.generation),
	};
}
