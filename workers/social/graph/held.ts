import { type SQL, sql } from "drizzle-orm";
import { SNOWFLAKE_EPOCH, SNOWFLAKE_LOW_BITS } from "../../platform/snowflake.ts";

/**
 * Follows that do not count yet. Whoever follows follows at once, in every list and feed; but the number beside a name, by which others judge
 * it and search orders people, is told by those who have been here for a while. A ring makes accounts by the hundred, and can't make them old.
 */

/** An account younger than this is of those that a ring makes for the purpose, milliseconds. */
export const YOUNG_MS = 7 * 86_400_000;
/** Of a day's (UTC) new followers so many young ones count at once … */
export const YOUNG_COUNTED = 8;
/** … and as many more as half of those who are not young: of an audience that comes by itself fewer are. */
const YOUNG_PER_SETTLED = 0.5;

/** New followers of one account in a day that count, before this one. */
export interface DayOfFollowers {
	readonly young: number;
	readonly settled: number;
}

/** Whether a young account's follow waits until it is no longer young. The statements say the same in SQL (`graph/statements.ts`). */
export const isHeld = ({ young, settled }: DayOfFollowers): boolean => young + 1 > YOUNG_COUNTED + YOUNG_PER_SETTLED * settled;

/** The first number of accounts that are young, as SQL: numbers are Snowflakes, whose upper bits are milliseconds since 2024. */
export const youngFrom = (): SQL =>
	sql`(((extract(epoch from now()) * 1000)::bigint - ${sql.raw(String(SNOWFLAKE_EPOCH))} - ${sql.raw(String(YOUNG_MS))}) << ${sql.raw(String(SNOWFLAKE_LOW_BITS))})`;

/** Days since 1970, UTC. */
const today = (): SQL => sql`floor(extract(epoch from now()) / 86400)::int`;

/** What `user`'s day has room for, as the CTE `day`: a profile that is not made yet has no day, and holds nobody. */
export const dayOf = (user: string): SQL => sql`
	day AS (
		SELECT CASE WHEN followed_day = ${today()} THEN young_followers ELSE 0 END AS young,
			CASE WHEN followed_day = ${today()} THEN settled_followers ELSE 0 END AS settled
		FROM profiles WHERE user_id = ${user}::bigint
	)`;

/** Whether a follower is held, of those whose `place` (from 1) among the young of this statement it is. */
export const holds = (follower: SQL, place: SQL): SQL => sql`
	coalesce(${follower} >= ${youngFrom()}
		AND (SELECT young + ${place} > ${sql.raw(String(YOUNG_COUNTED))} + ${sql.raw(String(YOUNG_PER_SETTLED))} * settled FROM day), false)`;

/** What the rows of the CTE `added` (`follower_id`, `held`) change of a profile. */
export const countAdded = (): SQL => sql`
	followers_count = followers_count + (SELECT count(*) FROM added WHERE NOT held),
	followed_day = ${today()},
	young_followers = CASE WHEN followed_day = ${today()} THEN young_followers ELSE 0 END
		+ (SELECT count(*) FROM added WHERE NOT held AND follower_id >= ${youngFrom()}),
	settled_followers = CASE WHEN followed_day = ${today()} THEN settled_followers ELSE 0 END
		+ (SELECT count(*) FROM added WHERE follower_id < ${youngFrom()})`;
