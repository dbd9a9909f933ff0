import { type SQL, sql } from "drizzle-orm";
import { countAdded, dayOf, holds } from "./held.ts";

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

/** `user` asks to follow `other`, on the asking one's shard; refused behind a block, and where it follows already. */
export const addSentRequest = (user: string, other: string): SQL => sql`
	INSERT INTO sent_requests (requester_id, user_id)
	SELECT ${user}::bigint, ${other}::bigint WHERE ${notBlocked(user, other)}
	AND NOT EXISTS (SELECT 1 FROM follows WHERE follower_id = ${user} AND followee_id = ${other})
	ON CONFLICT DO NOTHING RETURNING requester_id`;

export const removeSentRequest = (user: string, other: string): SQL => sql`
	DELETE FROM sent_requests WHERE requester_id = ${user} AND user_id = ${other} RETURNING requester_id`;

/** `user` is asked by `other`, on the asked one's shard. */
export const addRequest = (user: string, other: string): SQL => sql`
	INSERT INTO follow_requests (user_id, requester_id)
	SELECT ${user}::bigint, ${other}::bigint WHERE ${notBlocked(user, other)}
	AND NOT EXISTS (SELECT 1 FROM followers WHERE followee_id = ${user} AND follower_id = ${other})
	ON CONFLICT DO NOTHING RETURNING user_id`;

export const removeRequest = (user: string, other: string): SQL => sql`
	DELETE FROM follow_requests WHERE user_id = ${user} AND requester_id = ${other} RETURNING user_id`;

/** Requests of these to `user` become follows, on a shard of theirs; what was taken back meanwhile does not. */
export const acceptSent = (user: string, requesters: readonly string[]): SQL => sql`
	WITH gone AS (DELETE FROM sent_requests WHERE user_id = ${user} AND requester_id IN (${ids(requesters)}) RETURNING requester_id),
	added AS (
		INSERT INTO follows (follower_id, followee_id) SELECT requester_id, ${user}::bigint FROM gone
		ON CONFLICT DO NOTHING RETURNING follower_id
	),
	counted AS (
		UPDATE profiles SET following_count = following_count + 1 WHERE user_id IN (SELECT follower_id FROM added)
	)
	SELECT requester_id FROM gone`;

/** The same on the shard of who accepts. */
export const acceptRequests = (user: string, requesters: readonly string[]): SQL => sql`
	WITH gone AS (DELETE FROM follow_requests WHERE user_id = ${user} AND requester_id IN (${ids(requesters)}) RETURNING requester_id),
	${dayOf(user)},
	added AS (
		INSERT INTO followers (followee_id, follower_id, held)
		SELECT ${user}::bigint, requester_id, ${holds(sql`requester_id`, sql`place`)}
		-- Numbered here: within the question of each one's place all would be the first.
		FROM (SELECT requester_id, row_number() OVER (ORDER BY requester_id DESC) AS place FROM gone) AS ranked
		ON CONFLICT DO NOTHING RETURNING follower_id, held
	),
	counted AS (
		UPDATE profiles SET ${countAdded()} WHERE user_id = ${user} AND EXISTS (SELECT 1 FROM added)
	)
	SELECT requester_id FROM gone`;

const ids = (users: readonly string[]): SQL =>
	sql.join(
		users.map((id) => sql`${id}::bigint`),
		sql`, `,
	);

/** `user` is followed by `other`, on the followee's shard; refused behind a block. */
export const addFollower = (user: string, other: string): SQL => sql`
	WITH ${dayOf(user)},
	added AS (
		INSERT INTO followers (followee_id, follower_id, held)
		SELECT ${user}::bigint, ${other}::bigint, ${holds(sql`${other}::bigint`, sql`1`)} WHERE ${notBlocked(user, other)}
		ON CONFLICT DO NOTHING RETURNING follower_id, held
	)
	UPDATE profiles SET ${countAdded()}
	WHERE user_id = ${user} AND EXISTS (SELECT 1 FROM added) RETURNING user_id`;

export const removeFollower = (user: string, other: string): SQL => sql`
	WITH removed AS (DELETE FROM followers WHERE followee_id = ${user} AND follower_id = ${other} RETURNING held)
	UPDATE profiles SET followers_count = followers_count - (SELECT count(*) FROM removed WHERE NOT held)
	WHERE user_id = ${user} AND EXISTS (SELECT 1 FROM removed) RETURNING user_id`;

const notBlocked = (user: string, other: string): SQL => sql`
	NOT EXISTS (SELECT 1 FROM blocks WHERE user_id = ${user} AND blocked_id = ${other})
	AND NOT EXISTS (SELECT 1 FROM blocked_by WHERE user_id = ${user} AND blocker_id = ${other})`;

/** `user` blocks `other`, on the blocker's shard: follows and requests between them end on this side. */
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
	ended_follower AS (DELETE FROM followers WHERE followee_id = ${user} AND follower_id = ${other} RETURNING held),
	ended_request AS (DELETE FROM follow_requests WHERE user_id = ${user} AND requester_id = ${other}),
	ended_sent AS (DELETE FROM sent_requests WHERE requester_id = ${user} AND user_id = ${other})
	UPDATE profiles SET
		following_count = following_count - (SELECT count(*) FROM ended_following),
		followers_count = followers_count - (SELECT count(*) FROM ended_follower WHERE NOT held)
	WHERE user_id = ${user}`;
