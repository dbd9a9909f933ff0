import { and, desc, type SQL, sql } from "drizzle-orm";
import type { HashtagSort } from "../../../contracts/hashtags.ts";
import type { VideoCard } from "../../../contracts/videos.ts";
import { isPublished } from "../../../db/published.ts";
import { hashtagVideos } from "../../../db/schema/directory.ts";
import { videos } from "../../../db/schema/videos.ts";
import { idCursor, rankCursor } from "../../lists/cursor.ts";
import { listPage, type PageQuery, peeking } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import { relationsOf } from "../../rules/relations.ts";
import { isRecommendable } from "../../rules/videos.ts";
import type { Viewer } from "../../rules/viewer.ts";
import { cardSteps, type VideoRecord } from "../../videos/cards/index.ts";

/** What a viewer filters was asked for here by its name; people they muted were not. */
const ROUNDS = 10;

interface Page {
	videos: VideoCard[];
	nextCursor: string | null;
}

/** Videos with a hashtag, as far as this viewer may see them. @param tag as it is looked up */
export async function hashtagVideosPage(
	services: Services,
	viewer: Viewer,
	tag: string,
	{ sort, ...query }: PageQuery & { readonly sort: HashtagSort },
): Promise<Page> {
	const { muted } = await relationsOf(services, viewer);
	const unwanted = (record: VideoRecord) => !isRecommendable(record) || muted.has(record.userId) || !record.hashtags.includes(tag);
	const list = { ...cardSteps<{ readonly id: string }>(services, viewer, unwanted), rounds: ROUNDS };
	const { items, nextCursor } =
		sort === "newest"
			? await listPage({ ...list, skeleton: newest(services, tag) }, idCursor, query)
			: await listPage(
					{ ...cardSteps<Ranked>(services, viewer, unwanted), rounds: ROUNDS, skeleton: mostWatched(services, tag) },
					rankCursor,
					query,
				);
	return { videos: items.map(({ card }) => card), nextCursor };
}

interface ById {
	readonly id: string;
}

const newest = (services: Services, tag: string) =>
	peeking(
		(after: ById | null, limit: number): Promise<ById[]> => newestOfTags(services, [tag], after?.id ?? null, limit),
		({ id }) => ({ id }),
	);

/** Newest videos with any of these hashtags, each once and with the first of them it bears; read by hashtag in order, so that each takes as long as a page. */
export async function newestOfTags(
	{ db }: Pick<Services, "db">,
	tags: readonly string[],
	before: string | null,
	limit: number,
): Promise<{ id: string; tag: string }[]> {
	if (tags.length === 0) return [];
	const earlier: SQL = before === null ? sql`true` : sql`video_id < ${before}::bigint`;
	const { rows } = await db.directory().execute<{ readonly id: string; readonly tag: string }>(sql`
		select distinct on (found.video_id) found.video_id::text as id, asked.tag
		from jsonb_array_elements_text(${JSON.stringify(tags)}::jsonb) with ordinality as asked (tag, place)
		cross join lateral (
			select video_id from ${hashtagVideos} where tag = asked.tag and ${earlier} order by video_id desc limit ${limit}::int
		) as found
		order by found.video_id desc, asked.place limit ${limit}::int`);
	return rows.map(({ id, tag }) => ({ id, tag }));
}

/** Ids of the newest videos of each of these hashtags, by hashtag. */
export async function newestOfEach({ db }: Pick<Services, "db">, tags: readonly string[], limit: number): Promise<Map<string, string[]>> {
	const found = new Map<string, string[]>(tags.map((tag) => [tag, []]));
	if (tags.length === 0) return found;
	const { rows } = await db.directory().execute<{ readonly id: string; readonly tag: string }>(sql`
		select asked.tag, found.video_id::text as id
		from jsonb_array_elements_text(${JSON.stringify(tags)}::jsonb) as asked (tag)
		cross join lateral (
			select video_id from ${hashtagVideos} where tag = asked.tag order by video_id desc limit ${limit}::int
		) as found`);
	for (const { tag, id } of rows) found.get(tag)?.push(id);
	return found;
}

/** A video and its long views when it was read: where the next page begins. */
interface Ranked extends ById {
	readonly count: number;
}

/** By long views of all time, as what is popular. They rise while somebody turns the pages: a video may come twice then, and none is lost. */
const mostWatched = (services: Services, tag: string) =>
	peeking(
		async (after: Ranked | null, limit: number): Promise<Ranked[]> => {
			const below =
				after === null ? undefined : sql`(${videos.longViewCount}, ${videos.id}) < (${after.count}::bigint, ${after.id}::bigint)`;
			const answers = await Promise.all(
				services.db.everyVideoShard().map((database) =>
					database
						.select({ id: videos.id, count: videos.longViewCount })
						.from(videos)
						.where(and(isPublished, sql`${videos.hashtags} @> array[${tag}]::text[]`, below))
						.orderBy(desc(videos.longViewCount), desc(videos.id))
						.limit(limit),
				),
			);
			return answers
				.flat()
				.sort((a, b) => b.count - a.count || (BigInt(b.id) > BigInt(a.id) ? 1 : -1))
				.slice(0, limit);
		},
		({ id, count }) => ({ id, count }),
	);
