import { type SQL, sql } from "drizzle-orm";
import type { StoredMention } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";

/** The statements that add and remove comments. Row and counts change in one statement, so that counts are exact under any race. */

export interface CommentToWrite {
	readonly id: string;
	readonly videoId: string;
	readonly userId: string;
	readonly text: string;
	readonly mentions: readonly StoredMention[];
	readonly rootId: string | null;
	readonly replyToId: string | null;
	readonly isHeld: boolean;
	readonly clientId: string;
}

/**
 * Writes a comment, unless its video is not up, its thread is gone, or there is one under this client id. The thread's first comment
 * is locked before the video's row: everywhere in this order.
 */
export async function insertComment({ db, clock }: Services, comment: CommentToWrite): Promise<void> {
	const { id, videoId, userId, rootId, replyToId, isHeld, clientId } = comment;
	const at = sql`${new Date(clock()).toISOString()}::timestamptz`;
	const thread = rootId === null ? sql`` : sql`JOIN comments root ON root.id = ${rootId}::bigint AND root.deleted_at IS NULL`;
	const lock = rootId === null ? sql`` : sql`FOR UPDATE OF root`;
	await db.video(videoId).execute(sql`
		WITH added AS (
			INSERT INTO comments (id, video_id, user_id, text, mentions, root_id, reply_to_id, held_at, client_id, created_at)
			SELECT ${id}::bigint, videos.id, ${userId}::bigint, ${comment.text}, ${JSON.stringify(comment.mentions)}::jsonb,
				${rootId}::bigint, ${replyToId}::bigint, ${isHeld ? at : sql`NULL`}, ${clientId}::uuid, ${at}
			FROM videos ${thread}
			WHERE videos.id = ${videoId} AND videos.status = 'ready' ${lock}
			ON CONFLICT (client_id) DO NOTHING RETURNING held_at
		), ${counted("added", sql`${rootId}::bigint`, 1)}
		${countedOnVideo("added", videoId, 1)}`);
}

/** Shows everybody a comment that was held. @returns whether it was held until now */
export async function releaseComment({ db }: Services, videoId: string, commentId: string, rootId: string | null): Promise<boolean> {
	const { rows } = await db.video(videoId).execute(sql`
		WITH shown AS (
			UPDATE comments SET held_at = NULL
			WHERE id = ${commentId} AND video_id = ${videoId} AND held_at IS NOT NULL AND deleted_at IS NULL RETURNING held_at
		), ${counted("shown", sql`${rootId}::bigint`, 1)}
		${countedOnVideo("shown", videoId, 1)} RETURNING id`);
	return rows.length > 0;
}

/**
 * Deletes a comment. One with answers leaves an empty place, which goes with the last of them; answers that nobody has seen yet go with it.
 * @returns whether it was there
 */
export async function deleteRow({ db, clock }: Services, videoId: string, commentId: string, rootId: string | null): Promise<boolean> {
	const at = sql`${new Date(clock()).toISOString()}::timestamptz`;
	const database = db.video(videoId);
	const concerned = sql`(${commentId}::bigint, ${rootId}::bigint)`;
	const [gone] = await database.batch([
		database.execute(sql`
			WITH gone AS (
				UPDATE comments SET deleted_at = ${at}, text = '', mentions = '[]', pinned_at = NULL, hearted_at = NULL, edited_at = NULL
				WHERE id = ${commentId} AND video_id = ${videoId} AND deleted_at IS NULL RETURNING held_at
			), ${counted("gone", sql`${rootId}::bigint`, -1)}, counts AS (${countedOnVideo("gone", videoId, -1)} RETURNING 1)
			SELECT 1 FROM gone, (SELECT count(*) FROM counts) counted`),
		database.execute(sql`DELETE FROM comment_likes WHERE comment_id = ${commentId}`),
		database.execute(sql`DELETE FROM comment_edits WHERE comment_id = ${commentId}`),
		database.execute(sql`DELETE FROM comments WHERE root_id = ${commentId} AND held_at IS NOT NULL`),
		database.execute(sql`
			DELETE FROM comments WHERE id IN ${concerned} AND video_id = ${videoId} AND deleted_at IS NOT NULL AND reply_count = 0`),
	]);
	return gone.rows.length > 0;
}

/** Puts a deleted comment back, with its words, in a thread of its own where its own is gone. What stands is left alone. */
export async function restoreRow(
	{ db, newId, clock }: Services,
	{ id, videoId, userId, text }: Pick<CommentToWrite, "id" | "videoId" | "userId" | "text">,
): Promise<void> {
	const at = sql`${new Date(clock()).toISOString()}::timestamptz`;
	const clientId = uuidOf(newId());
	await db.video(videoId).execute(sql`
		WITH shown AS (
			INSERT INTO comments (id, video_id, user_id, text, client_id, created_at)
			SELECT ${id}::bigint, videos.id, ${userId}::bigint, ${text}, ${clientId}::uuid, ${at} FROM videos WHERE videos.id = ${videoId}
			ON CONFLICT (id) DO UPDATE SET text = excluded.text, deleted_at = NULL WHERE comments.deleted_at IS NOT NULL
			RETURNING held_at, root_id
		), ${counted("shown", sql`(SELECT root_id FROM shown)`, 1)}
		${countedOnVideo("shown", videoId, 1)}`);
}

/** A client's key for what no client sent. */
const uuidOf = (id: string): string => {
	const digits = BigInt(id).toString(16).padStart(32, "0");
	return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};

/** `of` names the statement that changed the comment and returns its `held_at`: what is held is not counted. */
const isCounted = (of: string): SQL => sql`EXISTS (SELECT 1 FROM ${sql.raw(of)} WHERE held_at IS NULL)`;

const counted = (of: string, rootId: SQL, by: 1 | -1): SQL => sql`thread AS (
	UPDATE comments SET reply_count = reply_count + ${sql.raw(String(by))} WHERE id = ${rootId} AND ${isCounted(of)} RETURNING 1
)`;

const countedOnVideo = (of: string, videoId: string, by: 1 | -1): SQL => sql`
	UPDATE videos SET comment_count = comment_count + ${sql.raw(String(by))}
	WHERE videos.id = ${videoId} AND ${isCounted(of)} AND (SELECT count(*) FROM thread) >= 0`;
