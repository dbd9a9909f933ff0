import { and, eq, sql } from "drizzle-orm";
import { comments, videos } from "../../../db/schema/videos.ts";
import { ProblemError } from "../../gateway/problem.ts";
import type { UserViewer } from "../../gateway/viewer.ts";
import { inBackground } from "../../platform/background.ts";
import type { Services } from "../../platform/services.ts";
import { invalidateVideo } from "../../videos/cards/index.ts";
import { resolveVideoRef } from "../../videos/index.ts";

/**
 * Deletes one's own comment, or one under one's own video; the count follows in the same statement.
 * @throws `not_found`, `forbidden`
 */
export async function deleteComment(services: Services, viewer: UserViewer, reference: string, commentId: string): Promise<void> {
	const videoId = await resolveVideoRef(services, viewer, reference);
	const database = services.db.video(videoId);
	const [found] = await database
		.select({ authorId: comments.userId, creatorId: videos.userId })
		.from(comments)
		.innerJoin(videos, eq(videos.id, comments.videoId))
		.where(and(eq(comments.id, commentId), eq(comments.videoId, videoId)));
	if (found === undefined) throw new ProblemError("not_found", "There is no such comment. It may have been deleted already.");
	if (viewer.userId !== found.authorId && viewer.userId !== found.creatorId) {
		throw new ProblemError("forbidden", "Only who wrote a comment, or whose video it is, can delete it.");
	}
	await database.execute(sql`
		WITH removed AS (DELETE FROM comments WHERE id = ${commentId} AND video_id = ${videoId} RETURNING 1)
		UPDATE videos SET comment_count = comment_count - 1
		WHERE id = ${videoId} AND EXISTS (SELECT 1 FROM removed)`);
	inBackground(services.log, "comment_count_not_refreshed", invalidateVideo(services, videoId));
}
