import { eq, sql } from "drizzle-orm";
import type { Embedding, TranscodeResult } from "../../../contracts/transcode.ts";
import { videos } from "../../../db/schema/index.ts";
import { quantise, toBase64 } from "../../../recommender/vectors.ts";
import type { Services } from "../../platform/services.ts";
import { requestGenerationPurge, requestStreamPurge } from "../cleanup/request.ts";
import { embedNewWords } from "./embed/request.ts";
import { stillPending, type VideoRow } from "./pending.ts";

/** Immutable copies of a replaced generation may be played for so long, milliseconds: the lifetime of what delivery caches. */
export const REPLACED_LIFETIME_MS = 86_400_000;

/** What a backend made, as it is stored. Durations in milliseconds, sizes in pixels. */
export type Outputs = Pick<VideoRow, "manifest" | "probe" | "blurhash" | "durationMs" | "width" | "height" | "backend" | "backendRef"> &
	Partial<StoredVector & Pick<VideoRow, "coverServed">>;

/** The outputs of a job the transcoder finished. Without an embedding the old one stays. */
export function outputsOf({ manifest, probe, blurhash, cover, embedding }: Omit<TranscodeResult, "videoId" | "generation">): Outputs {
	const top = manifest.renditions.reduce((best, next) => (next.height * next.width > best.height * best.width ? next : best));
	return {
		...{ manifest, probe, blurhash, durationMs: probe.durationMs, width: top.width, height: top.height },
		...{ backend: "container", backendRef: null, coverServed: cover },
		...(embedding === null ? {} : storedVector(embedding)),
	};
}

type StoredVector = Pick<VideoRow, "embedding" | "embeddingVersion">;

/** A vector as its row keeps it. */
export const storedVector = ({ vector, version }: Embedding): StoredVector => ({
	embedding: toBase64(quantise(vector)),
	embeddingVersion: version,
});

/**
 * Makes a finished generation the one that is served: one conditional update, so that a deleted video, an older generation
 * or a twin of this call can't publish. When it touches no row, the outputs are removed, unless a twin published them.
 * @param row the row as it was when the attempt began
 * @returns `published` to the one call that did it; `already` to its twins; `unwanted` when nobody may
 */
export async function publish(services: Services, row: VideoRow, outputs: Outputs): Promise<"published" | "already" | "unwanted"> {
	const { id: videoId, generation } = row;
	const now = new Date(services.clock());
	const database = services.db.video(videoId);
	const rows = await database
		.update(videos)
		.set({
			...{ coverServed: 0, ...outputs },
			status: "ready",
			liveGeneration: generation,
			// What follows publishing (index, notification) is still to be done; `done` says it was.
			stage: "publishing",
			progress: 100,
			failureCode: null,
			failureMessage: null,
			...keptVector(row, outputs),
			publishedAt: sql`coalesce(${videos.publishedAt}, ${now.toISOString()}::timestamptz)`,
			updatedAt: now,
		})
		.where(stillPending(videoId, generation))
		.returning({ title: videos.title, description: videos.description, hashtags: videos.hashtags });
	const [published] = rows;
	if (published !== undefined) {
		await purgeReplaced(services, row, outputs);
		if (!haveSameWords(row, published)) await embedNewWords(services, row);
		return "published";
	}
	const [other] = await database.select({ live: videos.liveGeneration }).from(videos).where(eq(videos.id, videoId)).limit(1);
	if (other?.live === generation) return "already";
	await requestGenerationPurge(services, videoId, generation);
	return "unwanted";
}

type Words = Pick<VideoRow, "title" | "description" | "hashtags">;

/** Words may have been changed while the attempt that was given them went on. */
const haveSameWords = (one: Words, other: Words): boolean =>
	one.title === other.title && one.description === other.description && one.hashtags.join() === other.hashtags.join();

/** A vector of another space does not replace the one the video is found by while its own space is the one that is served. */
export function keptVector({ embedding, embeddingVersion, servedVector }: VideoRow, next: Partial<StoredVector>): Partial<VideoRow> {
	const isOther = next.embeddingVersion != null && embeddingVersion !== null && next.embeddingVersion !== embeddingVersion;
	return isOther && servedVector === null ? { servedVector: embedding, servedVectorVersion: embeddingVersion } : {};
}

/** Has what was served until now removed, when nobody can be amid playing it any more. */
async function purgeReplaced(services: Services, row: VideoRow, outputs: Outputs): Promise<void> {
	const notBefore = services.clock() + REPLACED_LIFETIME_MS;
	if (row.liveGeneration !== null) await requestGenerationPurge(services, row.id, row.liveGeneration, notBefore);
	if (row.backendRef !== null && row.backendRef !== outputs.backendRef)
		await requestStreamPurge(services, row.id, row.backendRef, notBefore);
}
