import { and, desc, gt, lte, sql } from "drizzle-orm";
import { among } from "../../db/among.ts";
import { reposts } from "../../db/schema/users.ts";
import type { Services } from "../platform/services.ts";
import { idAt, snowflakeTime } from "../platform/snowflake.ts";

/** Reposts come into a feed for so long, milliseconds: it is of what happens now. */
const FRESH_MS = 14 * 86_400_000;

/** A video that people passed on, placed by when the last of them did. */
export interface Repost {
	/** Its place among ids, which rise with time. */
	readonly place: string;
	readonly videoId: string;
	readonly by: string;
}

/** The latest reposts of these people, each video once, by who passed it on last. @param before a place */
export async function latestReposts(
	services: Services,
	userIds: readonly string[],
	before: string | null,
	limit: number,
): Promise<Repost[]> {
	if (userIds.length === 0) return [];
	const since = new Date(services.clock() - FRESH_MS);
	const until = before === null ? undefined : new Date(snowflakeTime(before));
	const rows = await Promise.all(
		[...services.db.byUser(userIds)].map(([database, ids]) =>
			database
				.select({
					videoId: reposts.videoId,
					at: sql<Date>`max(${reposts.createdAt})`.mapWith(reposts.createdAt),
					by: sql<string>`(array_agg(${reposts.userId} order by ${reposts.createdAt} desc))[1]`.mapWith(String),
				})
				.from(reposts)
				.where(and(among(reposts.userId, ids), gt(reposts.createdAt, since)))
				.groupBy(reposts.videoId)
				.having(until === undefined ? undefined : lte(sql`max(${reposts.createdAt})`, sql`${until.toISOString()}::timestamptz`))
				.orderBy(desc(sql`max(${reposts.createdAt})`))
				// Of one millisecond some may lie before the place.
				.limit(limit + 10),
		),
	);
	return rows
		.flat()
		.map(({ videoId, at, by }) => ({ place: idAt(at.getTime(), videoId), videoId, by }))
		.filter(({ place }) => before === null || BigInt(place) < BigInt(before))
		.sort((a, b) => (BigInt(b.place) > BigInt(a.place) ? 1 : -1))
		.slice(0, limit);
}
