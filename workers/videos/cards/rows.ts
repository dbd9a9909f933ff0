import { inArray } from "drizzle-orm";
import { videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import type { VideoRecord } from "./record.ts";

/** The columns a record is made of. */
export const RECORD_COLUMNS = {
	id: videos.id,
	userId: videos.userId,
	title: videos.title,
	description: videos.description,
	alt: videos.alt,
	allowReposts: videos.allowReposts,
	allowDownload: videos.allowDownload,
	download: videos.download,
	hashtags: videos.hashtags,
	hashtagsWritten: videos.hashtagsWritten,
	soundId: videos.soundId,
	status: videos.status,
	visibility: videos.visibility,
	creatorPrivate: videos.creatorPrivate,
	creatorTeen: videos.creatorTeen,
	restriction: videos.restriction,
	generation: videos.generation,
	liveGeneration: videos.liveGeneration,
	manifest: videos.manifest,
	coverServed: videos.coverServed,
	blurhash: videos.blurhash,
	durationMs: videos.durationMs,
	width: videos.width,
	height: videos.height,
	viewCount: videos.viewCount,
	likeCount: videos.likeCount,
	commentCount: videos.commentCount,
	shareCount: videos.shareCount,
	impressionCount: videos.impressionCount,
	longViewCount: videos.longViewCount,
	expectedMilli: videos.expectedMilli,
	createdAt: videos.createdAt,
	publishedAt: videos.publishedAt,
	changedAt: videos.changedAt,
	embedding: videos.embedding,
	embeddingVersion: videos.embeddingVersion,
	servedVector: videos.servedVector,
	servedVectorVersion: videos.servedVectorVersion,
	country: videos.country,
	hiddenAt: videos.hiddenAt,
	viralAt: videos.viralAt,
} as const;

type Row = Omit<VideoRecord, "createdAt" | "publishedAt" | "changedAt" | "hiddenAt" | "viralAt"> & {
	readonly createdAt: Date;
	readonly publishedAt: Date | null;
	readonly changedAt: Date;
	readonly hiddenAt: Date | null;
	readonly viralAt: Date | null;
};

export const recordFrom = (row: Row): VideoRecord => ({
	...row,
	createdAt: row.createdAt.getTime(),
	publishedAt: row.publishedAt?.getTime() ?? null,
	changedAt: row.changedAt.getTime(),
	hiddenAt: row.hiddenAt?.getTime() ?? null,
	viralAt: row.viralAt?.getTime() ?? null,
});

/** Reads records from Postgres, one query per database. */
export async function readRecords(services: Services, videoIds: readonly string[]): Promise<VideoRecord[]> {
	const groups = [...services.db.byVideo(videoIds)];
	const rows = await Promise.all(
		groups.map(([database, ids]) => database.select(RECORD_COLUMNS).from(videos).where(inArray(videos.id, ids))),
	);
	return rows.flat().map(recordFrom);
}
