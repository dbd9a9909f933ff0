import { and, asc, eq, gt, inArray, ne } from "drizzle-orm";
import { videoScreenings } from "../../../db/schema/screening.ts";
import { uploads, videoCommentRules, videos } from "../../../db/schema/videos.ts";
import { type Exported, type ExportedFile, isoOf, mapped, pages } from "../../platform/export.ts";
import type { Services } from "../../platform/services.ts";
import { isOriginalThere, pinnedParts } from "../pipeline/original.ts";

type Shard = ReturnType<Services["db"]["everyVideoShard"]>[number];
type Row = Awaited<ReturnType<typeof read>>[number];

/** What videos give to their creator's archive: what is known of each, and the file as it was uploaded. */
export const exportVideos = (services: Services, userId: string): Exported => ({
	files: { videos: rowsOf(services, userId) },
	media: originalsOf(services, userId),
});

const read = (shard: Shard, userId: string, after: { readonly id: string } | null, limit: number) =>
	shard
		.select({ video: videos, filename: uploads.filename, id: videos.id })
		.from(videos)
		.leftJoin(uploads, eq(uploads.videoId, videos.id))
		.where(and(eq(videos.userId, userId), ne(videos.status, "deleted"), after === null ? undefined : gt(videos.id, after.id)))
		.orderBy(asc(videos.id))
		.limit(limit);

/** By the ending of the file that was uploaded. */
function nameOf({ id, filename }: Row): string {
	const ending = /\.([a-z0-9]{2,4})$/i.exec(filename ?? "")?.[1]?.toLowerCase() ?? "mp4";
	return `media/videos/${id}.${ending}`;
}

async function* rowsOf(services: Services, userId: string) {
	for (const shard of services.db.everyVideoShard()) {
		yield* mapped(
			pages((after: Row | null, limit) => read(shard, userId, after, limit)),
			async (rows) => {
				const ids = rows.map(({ id }) => id);
				const [rules, screenings] = await shard.batch([
					shard.select().from(videoCommentRules).where(inArray(videoCommentRules.videoId, ids)),
					shard.select().from(videoScreenings).where(inArray(videoScreenings.videoId, ids)),
				]);
				const rulesOf = new Map(rules.map((rule) => [rule.videoId, rule]));
				const checksOf = Map.groupBy(screenings, ({ videoId }) => videoId);
				return rows.map((row) => present(row, rulesOf.get(row.id), checksOf.get(row.id) ?? []));
			},
		);
	}
}

function present(
	row: Row,
	rules: typeof videoCommentRules.$inferSelect | undefined,
	checks: readonly (typeof videoScreenings.$inferSelect)[],
) {
	const { video } = row;
	return {
		id: video.id,
		file: video.original === null ? null : nameOf(row),
		title: video.title,
		description: video.description,
		alt: video.alt,
		hashtags: video.hashtagsWritten ?? video.hashtags,
		soundId: video.soundId,
		status: video.status,
		visibility: video.visibility,
		restriction: video.restriction,
		allowReposts: video.allowReposts,
		allowDownload: video.allowDownload,
		country: video.country,
		originalBytes: video.originalBytes,
		durationMs: video.durationMs,
		width: video.width,
		height: video.height,
		viewCount: video.viewCount,
		likeCount: video.likeCount,
		commentCount: video.commentCount,
		shareCount: video.shareCount,
		createdAt: video.createdAt.toISOString(),
		publishedAt: isoOf(video.publishedAt),
		comments: rules === undefined ? null : { from: rules.commentsFrom, holdAll: rules.holdAll, words: rules.words },
		checks: checks.map(({ at, verdict, policy, transcript }) => ({ at: at.toISOString(), verdict, policy, transcript })),
	};
}

async function* originalsOf(services: Services, userId: string): AsyncGenerator<ExportedFile> {
	for (const shard of services.db.everyVideoShard())
		for await (const rows of pages((after: Row | null, limit) => read(shard, userId, after, limit)))
			for (const row of rows) {
				if (row.video.original === null) continue;
				yield { name: nameOf(row), at: row.video.createdAt, open: () => openOriginal(services, row.video) };
			}
}

/** The parts in their order, each asked for when the one before has been read. Null where one of them is gone. */
async function openOriginal(
	services: Services,
	{ id, original }: Pick<typeof videos.$inferSelect, "id" | "original">,
): Promise<ReadableStream<Uint8Array> | null> {
	if (original === null || !(await isOriginalThere(services, { id, original }))) return null;
	const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
	const pour = async () => {
		for (const { key } of pinnedParts(id, original)) {
			const part = await services.ingest.get(key);
			if (part === null) throw new Error(`a part of ${id} is gone`);
			await part.body.pipeTo(writable, { preventClose: true });
		}
		await writable.close();
	};
	// Who reads is told.
	pour().catch((error: unknown) => writable.abort(error));
	return readable;
}
