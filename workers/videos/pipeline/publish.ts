import { eq, sql } from "drizzle-orm";
import type { TranscodeResult } from "../../../contracts/transcode.ts";
import { videos } from "../../../db/schema/index.ts";
import { quantise, toBase64 } from "../../../recommender/vectors.ts";
import type { Services } from "../../platform/services.ts";
import { requestGenerationPurge } from "../cleanup/request.ts";
import { stillPending, type VideoRow } from "./pending.ts";

/** Immutable copies of a replaced generation may be played for so long, milliseconds: the lifetime of what delivery caches. */
const REPLACED_LIFETIME_MS = 86_400_000;

/**
 * Makes a finished generation the one that is served: one conditional update, so that a deleted video, an older generation
 * or a twin of this call can't publish. When it touches no row, the outputs are removed, unless a twin published them.
 * @param row the row as it was when the attempt began
 * @returns `published` to the one call that did it; `already` to its twins; `unwanted` when nobody may
 */
export async function publish(services: Services, row: VideoRow, result: TranscodeResult): Promise<"published" | "already" | "unwanted"> {
	const { id: videoId, generation } = row;
	const now = new Date(services.clock());
	const top = result.manifest.renditions.reduce((best, next) => (next.height * next.width > best.height * best.width ? next : best));
	const rows = await services.db
		.video(videoId)
		.update(videos)
		.set({
			status: "ready",
			liveGeneration: generation,
			manifest: result.manifest,
			probe: result.probe,
			blurhash: result.blurhash,
			durationMs: result.probe.durationMs,
			width: top.width,
			height: top.height,
			...(result.embedding === null ? {} : storedEmbedding(result.embedding)),
			// What follows publishing (index, notification) is still to be done; `done` says it was.
			stage: "publishing",
			progress: 100,
			failureCode: null,
			failureMessage: null,
			publishedAt: sql`coalesce(${videos.publishedAt}, ${now.toISOString()}::timestamptz)`,
			updatedAt: now,
		})
		.where(stillPending(videoId, generation))
		.returning({ id: videos.id });
	if (rows.length > 0) {
		if (row.liveGeneration !== null) {
			await requestGenerationPurge(services, videoId, row.liveGeneration, services.clock() + REPLACED_LIFETIME_MS);
		}
		return "published";
	}
	const [now_] = await services.db
		.video(videoId)
		.select({ live: videos.liveGeneration })
		.from(videos)
		.where(eq(videos.id, videoId))
		.limit(1);
	if (now_?.live === generation) return "already";
	await requestGenerationPurge(services, videoId, generation);
	return "unwanted";
}

const storedEmbedding = (embedding: { readonly version: string; readonly vector: readonly number[] }) => ({
	embedding: toBase64(quantise(embedding.vector)),
	embeddingVersion: embedding.version,
});
