import { eq, sql } from "drizzle-orm";
import type { likeComment as contract } from "../../../contracts/comments.ts";
import type { AnswerOf } from "../../../contracts/endpoint.ts";
import { comments } from "../../../db/schema/videos.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { takeBackFrom, visibleVideo } from "../../videos/index.ts";
import { commentFor } from "./rows.ts";

type Liked = AnswerOf<typeof contract>;

/** Row and count change in one statement; only the one that writes the row counts. @throws `video_not_found`, `not_found` */
export async function likeComment(services: Services, viewer: UserViewer, reference: string, commentId: string): Promise<Liked> {
	const video = await visibleVideo(services, viewer, reference);
	const comment = await commentFor(services, viewer, video, commentId, "answer");
	const { rows } = await services.db.video(video.id).execute<{ like_count: number }>(sql`
		WITH added AS (
			INSERT INTO comment_likes (comment_id, user_id, created_at)
			VALUES (${commentId}, ${viewer.userId}, ${new Date(services.clock()).toISOString()}::timestamptz)
			ON CONFLICT DO NOTHING RETURNING 1
		)
		UPDATE comments SET like_count = like_count + 1 WHERE id = ${commentId} AND EXISTS (SELECT 1 FROM added) RETURNING like_count`);
	const [counted] = rows;
	if (counted === undefined) return { liked: true, likeCount: await likesOf(services, video.id, commentId) };
	await emit(services, "commentLiked", { userId: viewer.userId, videoId: video.id, comment });
	return { liked: true, likeCount: Number(counted.like_count) };
}

/** Takes a like back, also from what can't be seen any more, of which no number is told. */
export async function unlikeComment(services: Services, viewer: UserViewer, reference: string, commentId: string): Promise<Liked> {
	const { videoId, record } = await takeBackFrom(services, viewer, reference);
	await services.db.video(videoId).execute(sql`
		WITH removed AS (DELETE FROM comment_likes WHERE comment_id = ${commentId} AND user_id = ${viewer.userId} RETURNING 1)
		UPDATE comments SET like_count = like_count - 1 WHERE id = ${commentId} AND EXISTS (SELECT 1 FROM removed)`);
	const isSeen = record !== null && (await commentFor(services, viewer, record, commentId, "see").catch(() => null)) !== null;
	return { liked: false, likeCount: isSeen ? await likesOf(services, videoId, commentId) : 0 };
}

async function likesOf({ db }: Services, videoId: string, commentId: string): Promise<number> {
	const [row] = await db.video(videoId).select({ likes: comments.likeCount }).from(comments).where(eq(comments.id, commentId));
	return row?.likes ?? 0;
}
