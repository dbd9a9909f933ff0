import { desc, gt, inArray, sql } from "drizzle-orm";
import type { HashtagSummary } from "../../../contracts/hashtags.ts";
import { hashtags, hashtagVideos } from "../../../db/schema/directory.ts";
import type { Services } from "../../platform/services.ts";

/** Of a hashtag, so many of its newest videos say what stands beside it. */
const SAMPLE = 300;
/** A hashtag that hardly anybody uses is not close to all that stands beside it once: as if it had this many videos more. */
const PRIOR_VIDEOS = 5;

/** In the order they are named; one that nobody used has no videos. @param tags as they are looked up */
export async function summariesOf({ db }: Pick<Services, "db">, tags: readonly string[]): Promise<HashtagSummary[]> {
	if (tags.length === 0) return [];
	const rows = await db
		.directory()
		.select()
		.from(hashtags)
		.where(inArray(hashtags.tag, [...tags]));
	const counts = new Map(rows.map(({ tag, videoCount }) => [tag, videoCount]));
	return tags.map((tag) => ({ tag, videoCount: counts.get(tag) ?? 0 }));
}

/** Those with the most videos of all time. */
export async function mostUsed({ db }: Pick<Services, "db">, limit: number): Promise<HashtagSummary[]> {
	return db
		.directory()
		.select()
		.from(hashtags)
		.where(gt(hashtags.videoCount, 0))
		.orderBy(desc(hashtags.videoCount), desc(hashtags.tag))
		.limit(limit);
}

/**
 * Hashtags that stand beside this one, the closest first: by how many people use both, against how common the other is (the cosine of
 * the two, but for what is the same for all). Whoever posts it a hundred times is one person.
 */
export async function relatedTo({ db }: Pick<Services, "db">, tag: string, limit: number): Promise<HashtagSummary[]> {
	const { rows } = await db.directory().execute<{ readonly tag: string; readonly videoCount: number }>(sql`
		with sample as (
			select video_id from ${hashtagVideos} where tag = ${tag} order by video_id desc limit ${SAMPLE}::int
		), beside as (
			select other.tag, count(distinct other.user_id)::float8 as people
			from sample join ${hashtagVideos} other on other.video_id = sample.video_id
			where other.tag <> ${tag} group by other.tag
		)
		select beside.tag, held.video_count as "videoCount" from beside join ${hashtags} held on held.tag = beside.tag
		where held.video_count > 0
		order by beside.people / sqrt(held.video_count + ${PRIOR_VIDEOS}::int) desc, held.video_count desc, beside.tag
		limit ${limit}::int`);
	return rows.map(({ tag: other, videoCount }) => ({ tag: other, videoCount: Number(videoCount) }));
}
