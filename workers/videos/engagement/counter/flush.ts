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

/** Numbers that are to be written, under a version of their own. */
export interface Due {
	readonly numbers: Numbers;
	readonly version: number;
}

/**
 * The same for many videos, in one statement per database. Rows are locked in the order of their ids, so that two batches that
 * share videos can't wait for each other for ever.
 * @returns the videos whose rows took the numbers. @throws when a database can't be asked: those of the others may be written
 */
export async function writeManyNumbers(services: Services, due: ReadonlyMap<string, Due>): Promise<Set<string>> {
	const answers = await Promise.all(
		[...services.db.byVideo([...due.keys()])].map(([database, ids]) => {
			const rows = ids.flatMap((id) => {
				const one = due.get(id);
				return one === undefined ? [] : [{ id, version: one.version, ...one.numbers }];
			});
			return database.execute<{ id: string }>(sql`
				with due as (
					select * from json_to_recordset(${JSON.stringify(rows)}::json)
					as row (id bigint, version bigint, views bigint, likes bigint, shares bigint, impressions bigint, "longViews" bigint, expected bigint)
				), held as (
					select ${videos.id} from ${videos} where ${videos.id} in (select id from due) order by ${videos.id} for no key update
				)
				update ${videos} set view_count = due.views, like_count = due.likes, share_count = due.shares,
					impression_count = due.impressions, long_view_count = due."longViews", expected_milli = due.expected,
					counter_version = due.version
				from due join held on held.id = due.id
				where ${videos.id} = due.id and ${videos.counterVersion} < due.version
				returning ${videos.id}::text as id`);
		}),
	);
	return new Set(answers.flatMap(({ rows }) => rows.map(({ id }) => id)));
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

/** Leaves videos' numbers where every isolate's cards look for them. */
export async function shareNumbers(services: Services, all: ReadonlyMap<string, Numbers>): Promise<void> {
	if (all.size === 0) return;
	for (const [videoId, numbers] of all) countsOf(services).put(videoId, numbers);
	const values = Object.fromEntries([...all].map(([videoId, numbers]): [string, Counts] => [countsKey(videoId), numbers]));
	await services.redis.soft((redis) => redis.mset(values));
}
