import { and, count, desc, eq, gt, gte, isNull, lt, ne, or, type SQL } from "drizzle-orm";
import { isPublished } from "../../../../db/published.ts";
import { videos } from "../../../../db/schema/index.ts";
import type { Services } from "../../../platform/services.ts";
import { enqueueTranscode } from "../enqueue.ts";

/** Videos embedded at a time, per database: in the background of what people upload, some two seconds of a core each. */
const AT_ONCE = 20;
/** Asked for in one night: what an embedder that was down for hours left behind is made good in a few. */
const A_NIGHT = 1_000;
/**
 * One whose vector did not change with it is not tried again for so long, milliseconds: its container may be the previous one. Less than a
 * day, or what was tried one night would be left out the next.
 */
const TRIED_MS = 20 * 3_600_000;
/** A message that was not heard of for so long takes no place any more, milliseconds. */
const UNDER_WAY_MS = 10 * 60_000;
/** A file that defeats the embedder is not tried for ever, milliseconds after it was published. */
const TRIED_FOR_MS = 7 * 86_400_000;

/**
 * Embeds videos anew whose vectors are of the space served before, while the next one is being filled, the most watched first.
 * What is served of them goes on being served, and so does the vector they have.
 * @param next version of the space that is being filled, if one is
 * @returns how many were asked for
 */
export async function sweepOutdated(services: Services, next: string | undefined): Promise<number> {
	return next === undefined ? 0 : request(services, AT_ONCE, ne(videos.embeddingVersion, next));
}

/** Embeds videos that were published without a vector: the embedder was down, or Stream took them. @returns how many were asked for */
export function sweepUnembedded(services: Services): Promise<number> {
	return request(services, A_NIGHT, and(isNull(videos.embedding), gte(videos.publishedAt, new Date(services.clock() - TRIED_FOR_MS))));
}

/** @param most under way at a time, per database */
async function request(services: Services, most: number, wanted: SQL | undefined): Promise<number> {
	// Stream makes none, so there it would be in vain.
	if (services.config.TRANSCODE_BACKEND === "stream") return 0;
	const now = services.clock();
	const before = (ms: number) => new Date(now - ms);
	const served = and(isPublished, eq(videos.stage, "done"), eq(videos.liveGeneration, videos.generation), wanted);
	let swept = 0;
	for (const database of services.db.everyVideoShard()) {
		const [underWay] = await database
			.select({ many: count() })
			.from(videos)
			// Enqueued since it was published: for its embedding, that is, and not when it was uploaded.
			.where(and(served, gte(videos.enqueuedAt, before(UNDER_WAY_MS)), gt(videos.enqueuedAt, videos.publishedAt)));
		const outdated = await database
			.select({ videoId: videos.id, generation: videos.generation })
			.from(videos)
			.where(and(served, or(isNull(videos.enqueuedAt), lt(videos.enqueuedAt, before(TRIED_MS)))))
			.orderBy(desc(videos.longViewCount))
			.limit(Math.max(0, most - (underWay?.many ?? 0)));
		for (const { videoId, generation } of outdated) {
			const asked = { videoId, generation, requestId: `embedding-${videoId}-${now}`, only: "embedding" as const };
			if (await enqueueTranscode(services, asked)) swept += 1;
		}
	}
	return swept;
}
