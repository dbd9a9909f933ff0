import { type SQL, sql } from "drizzle-orm";

/**
 * Halves of follows and blocks, each one statement: rows and counters change together or not at all, and a repeated one
 * changes nothing. Raw SQL, because a count that follows from a row's being new needs a data-modifying CTE.
 */

/** `user` follows `other`, on the follower's shard; refused behind a block. */
export const addFollow = (user: string, other: string): SQL => sql`
	WITH added AS (
		INSERT INTO follows (follower_id, followee_id)
		SELECT ${user}::bigint, ${other}::bigint WHERE ${notBlocked(user, other)}
		ON CONFLICT DO NOTHING RETURNING 1
	)
	UPDATE profiles SET following_count = following_count + 1
	WHERE user_id = ${user} AND EXISTS (SELECT 1 FROM added) RETURNING user_id`;

export const removeFollow = (user: string, other: string): SQL => sql`
	WITH removed AS (DELETE FROM follows WHERE follower_id = ${user} AND followee_id = ${other} RETURNING 1)
	UPDATE profiles SET following_count = following_count - 1
	WHERE user_id = ${user} AND EXISTS (SELECT 1 FROM removed) RETURNING user_id`;

/** `user` is followed by `other`, on the followee's shard; refused behind a block. */
export const addFollower = (user: string, other: string): SQL => sql`
	WITH added AS (
		INSERT INTO followers (followee_id, follower_id)
		SELECT ${user}::bigint, ${other}::bigint WHERE ${notBlocked(user, other)}
		ON CONFLICT DO NOTHING RETURNING 1
	)
	UPDATE profiles SET followers_count = followers_count + 1
	WHERE user_id = ${user} AND EXISTS (SELECT 1 FROM added) RETURNING user_id`;

export const removeFollower = (user: string, other: string): SQL => sql`
	WITH removed AS (DELETE FROM followers WHERE followee_id = ${user} AND follower_id = ${other} RETURNING 1)
	UPDATE profiles SET followers_count = followers_count - 1
	WHERE user_id = ${user} AND EXISTS (SELECT 1 FROM removed) RETURNING user_id`;

const notBlocked = (user: string, other: string): SQL => sql`
	NOT EXISTS (SELECT 1 FROM blocks WHERE user_id = ${user} AND blocked_id = ${other})
	AND NOT EXISTS (SELECT 1 FROM blocked_by WHERE user_id = ${user} AND blocker_id = ${other})`;

/** `user` blocks `other`, on the blocker's shard: follows between them end on this side. */
export const addBlock = (user: string, other: string): SQL => sql`
	WITH added AS (INSERT INTO blocks (user_id, blocked_id) VALUES (${user}, ${other}) ON CONFLICT DO NOTHING RETURNING 1),
	${endFollows(user, other)}
	RETURNING user_id`;

export const removeBlock = (user: string, other: string): SQL => sql`
	DELETE FROM blocks WHERE user_id = ${user} AND blocked_id = ${other} RETURNING user_id`;

/** `user` is blocked by `other`, on the blocked one's shard. */
export const addBlockedBy = (user: string, other: string): SQL => sql`
	WITH added AS (INSERT INTO blocked_by (user_id, blocker_id) VALUES (${user}, ${other}) ON CONFLICT DO NOTHING RETURNING 1),
	${endFollows(user, other)}
	RETURNING user_id`;

export const removeBlockedBy = (user: string, other: string): SQL => sql`
	DELETE FROM blocked_by WHERE user_id = ${user} AND blocker_id = ${other} RETURNING user_id`;

const endFollows = (user: string, other: string): SQL => sql`
	ended_following AS (DELETE FROM follows WHERE follower_id = ${user} AND followee_id = ${other} RETURNING 1),
	ended_follower AS (DELETE FROM followers WHERE followee_id = ${user} AND follower_id = ${other} RETURNING 1)
	UPDATE profiles SET
		following_count = following_count - (SELECT count(*) FROM ended_following),
		followers_count = followers_count - (SELECT count(*) FROM ended_follower)
	WHERE user_id = ${user}`;
