import { and, desc, eq, sql } from "drizzle-orm";
import type { HashtagSummary } from "../../../contracts/hashtags.ts";
import { HASHTAG_FOLLOWS_MAX } from "../../../contracts/limits.ts";
import { hashtagsFull } from "../../../contracts/problems/social.ts";
import { hashtagFollows } from "../../../db/schema/users.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { summariesOf } from "./counts.ts";

/** What a change of it answers. */
interface Follow {
	readonly tag: string;
	readonly followed: boolean;
}

/** @param tag as it is looked up. @throws ProblemError hashtags_full */
export async function followHashtag(services: Services, { userId }: UserViewer, tag: string): Promise<Follow> {
	const { rows } = await services.db.user(userId).execute<{ readonly held: number }>(sql`
		with held as (select count(*)::int as held from ${hashtagFollows} where user_id = ${userId}::bigint and tag <> ${tag}),
		come as (
			insert into ${hashtagFollows} (user_id, tag, created_at)
			select ${userId}::bigint, ${tag}, ${new Date(services.clock()).toISOString()}::timestamptz
			from held where held < ${HASHTAG_FOLLOWS_MAX}::int
			on conflict do nothing
		)
		select held from held`);
	if ((rows[0]?.held ?? 0) >= HASHTAG_FOLLOWS_MAX) throw hashtagsFull();
	await emit(services, "hashtagFollowed", { userId });
	return { tag, followed: true };
}

export async function unfollowHashtag(services: Services, { userId }: UserViewer, tag: string): Promise<Follow> {
	await services.db
		.user(userId)
		.delete(hashtagFollows)
		.where(and(eq(hashtagFollows.userId, userId), eq(hashtagFollows.tag, tag)));
	await emit(services, "hashtagFollowed", { userId });
	return { tag, followed: false };
}

/** The latest first. Asked each time: there are as many answers as people, and one's own change shows at once. */
export async function followedTags({ db }: Pick<Services, "db">, userId: string): Promise<string[]> {
	const rows = await db
		.user(userId)
		.select({ tag: hashtagFollows.tag })
		.from(hashtagFollows)
		.where(eq(hashtagFollows.userId, userId))
		.orderBy(desc(hashtagFollows.createdAt), hashtagFollows.tag)
		.limit(HASHTAG_FOLLOWS_MAX);
	return rows.map(({ tag }) => tag);
}

export async function followsTag({ db }: Pick<Services, "db">, userId: string, tag: string): Promise<boolean> {
	const rows = await db
		.user(userId)
		.select({ tag: hashtagFollows.tag })
		.from(hashtagFollows)
		.where(and(eq(hashtagFollows.userId, userId), eq(hashtagFollows.tag, tag)));
	return rows.length > 0;
}

export async function listFollowed(services: Services, { userId }: UserViewer): Promise<{ hashtags: HashtagSummary[] }> {
	return { hashtags: await summariesOf(services, await followedTags(services, userId)) };
}

/** What follows from a person's erasure. */
export async function forgetHashtagsOf({ db }: Pick<Services, "db">, userId: string): Promise<void> {
	await db.user(userId).delete(hashtagFollows).where(eq(hashtagFollows.userId, userId));
}
