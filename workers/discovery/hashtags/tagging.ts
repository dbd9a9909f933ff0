import { and, eq, sql } from "drizzle-orm";
import { hashtags, hashtagVideos } from "../../../db/schema/directory.ts";
import { videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import { isRecommendable } from "../../rules/videos.ts";

/** What a hashtag's page lists and counts follows the video: the steps of `workers/events.ts` that keep it so. */

type OfVideo = { readonly videoId: string };

/** A change that comes while one is written is written after it; more at once is not waited for: each brings its own call. */
const ROUNDS = 3;
/** Videos of a person that are looked at side by side. */
const AT_ONCE = 10;

/** Puts a video under its hashtags, as its row stands; one that is brought to nobody, or is gone, under none. Idempotent. */
export async function tagVideo(services: Services, { videoId }: OfVideo): Promise<void> {
	let written: Tagged | null = null;
	for (let round = 0; round < ROUNDS; round++) {
		const now = await read(services, videoId);
		if (written !== null && written.tags.join() === now.tags.join()) return;
		await write(services, videoId, now);
		written = now;
	}
}

/** Takes a video from under all its hashtags. Idempotent. */
export const untagVideo = (services: Services, { videoId }: OfVideo): Promise<void> => write(services, videoId, { userId: "0", tags: [] });

/** All videos of somebody who leaves, comes back, or turned private or public, or came of age. Idempotent. */
export async function tagVideosOf(services: Services, userId: string): Promise<void> {
	for (const database of services.db.everyVideoShard()) {
		const up = and(eq(videos.userId, userId), eq(videos.status, "ready"));
		const rows = await database.select({ videoId: videos.id }).from(videos).where(up);
		for (let from = 0; from < rows.length; from += AT_ONCE) {
			await Promise.all(rows.slice(from, from + AT_ONCE).map((row) => tagVideo(services, row)));
		}
	}
}

interface Tagged {
	readonly userId: string;
	readonly tags: readonly string[];
}

/** From the row, not from a copy: a copy may be from before the change that is followed up. */
async function read({ db }: Services, videoId: string): Promise<Tagged> {
	const {
		userId,
		hashtags: tags,
		status,
		visibility,
		creatorPrivate,
		creatorTeen,
		restriction,
		liveGeneration,
		manifest,
		hiddenAt,
	} = videos;
	const [row] = await db
		.video(videoId)
		.select({ userId, tags, status, visibility, creatorPrivate, creatorTeen, restriction, liveGeneration, manifest, hiddenAt })
		.from(videos)
		.where(eq(videos.id, videoId));
	if (row === undefined || !isRecommendable(row)) return { userId: "0", tags: [] };
	return { userId: row.userId, tags: row.tags };
}

/**
 * One statement: what comes and goes and the counts of it are one commit, and a repetition finds nothing to change. In one order, so that
 * two of them never wait for each other in a circle.
 */
async function write({ db }: Services, videoId: string, { userId, tags }: Tagged): Promise<void> {
	await db.directory().execute(sql`
		with wanted as (
			select distinct value as tag from jsonb_array_elements_text(${JSON.stringify(tags)}::jsonb)
		), gone as (
			delete from ${hashtagVideos} where video_id = ${videoId}::bigint and tag not in (select tag from wanted) returning tag
		), came as (
			insert into ${hashtagVideos} (tag, video_id, user_id)
			select tag, ${videoId}::bigint, ${userId}::bigint from wanted order by tag
			on conflict do nothing returning tag
		)
		insert into ${hashtags} as held (tag, video_count)
		select tag, sum(change)::int from (select tag, -1 as change from gone union all select tag, 1 from came) as changes
		group by tag order by tag
		on conflict (tag) do update set video_count = held.video_count + excluded.video_count`);
}
