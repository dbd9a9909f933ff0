import { and, eq, lt, ne, sql } from "drizzle-orm";
import { profiles } from "../../../../db/schema/users.ts";
import { videos } from "../../../../db/schema/videos.ts";
import type { Services } from "../../../platform/services.ts";
import { type Counts, countsKey, countsOf } from "../../cards/index.ts";
import type { Numbers } from "./deltas.ts";

/** What Postgres has of a video's numbers; null when the video is gone. */
export async function readBase(services: Services, videoId: string): Promise<{ base: Numbers; version: number } | null> {
	const [row] = await services.db
		.video(videoId)
		.select({
			views: videos.viewCount,
			likes: videos.likeCount,
			shares: videos.shareCount,
			impressions: videos.impressionCount,
			longViews: videos.longViewCount,
			expected: videos.expectedMilli,
			version: videos.counterVersion,
		})
		.from(videos)
		.where(eq(videos.id, videoId))
		.limit(1);
	if (row === undefined) return null;
	const { version, ...base } = row;
	return { base, version };
}

/**
 * Writes absolute numbers. Repeated it changes nothing, and one that comes late can't overwrite a newer one.
 * @returns the creator; null when the video is gone or a newer version is there
 */
export async function writeNumbers(services: Services, videoId: string, numbers: Numbers, version: number): Promise<string | null> {
	const [row] = await services.db
		.video(videoId)
		.update(videos)
		.set({
			viewCount: numbers.views,
			likeCount: numbers.likes,
			shareCount: numbers.shares,
			impressionCount: numbers.impressions,
			longViewCount: numbers.longViews,
			expectedMilli: numbers.expected,
			counterVersion: version,
		})
		.where(and(eq(videos.id, videoId), lt(videos.counterVersion, version)))
		.returning({ userId: videos.userId });
	return row?.userId ?? null;
}

/** All likes of a creator's videos, added up anew: repeated it changes nothing. */
export async function writeCreatorLikes(services: Services, userId: string): Promise<void> {
	const sums = await Promise.all(
		services.db.everyVideoShard().map((database) =>
			database
				.select({ likes: sql<string>`coalesce(sum(${videos.likeCount}), 0)` })
				.from(videos)
				.where(and(eq(videos.userId, userId), ne(videos.status, "deleted"))),
		),
	);
	const likesCount = sums.flat().reduce((total, { likes }) => total + Number(likes), 0);
	await services.db.user(userId).update(profiles).set({ likesCount }).where(eq(profiles.userId, userId));
}

/** Leaves the numbers where every isolate's cards look for them. */
export async function shareNumbers(services: Services, videoId: string, numbers: Numbers): Promise<void> {
	const counts: Counts = numbers;
	countsOf(services).put(videoId, counts);
	await services.redis.soft((redis) => redis.set(countsKey(videoId), counts));
}
