import { and, eq, sql } from "drizzle-orm";
import { ProblemError } from "../../../contracts/problems/problem-error.ts";
import { commentNotFound } from "../../../contracts/problems/social.ts";
import { comments, videos } from "../../../db/schema/videos.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { mayDeleteComment } from "../../rules/people.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { takeBackFrom } from "../../videos/index.ts";
import { withdrawComment } from "./notice.ts";

/**
 * Deletes one's own comment, or one under one's own video; the count follows in the same statement.
 * Of whatever became of the video one's own can still be taken back; of what is not the viewer's to delete nothing is told.
 * @throws `not_found`
 */
export async function deleteComment(services: Services, viewer: UserViewer, reference: string, commentId: string): Promise<void> {
	const { videoId } = await takeBackFrom(services, viewer, reference).catch((error: unknown) => {
		throw error instanceof ProblemError && error.code === "video_not_found" ? commentNotFound() : error;
	});
	const database = services.db.video(videoId);
	const [found] = await database
		.select({ authorId: comments.userId, creatorId: videos.userId })
		.from(comments)
		.innerJoin(videos, eq(videos.id, comments.videoId))
		.where(and(eq(comments.id, commentId), eq(comments.videoId, videoId)));
	if (found === undefined || !mayDeleteComment(viewer.userId, found)) throw commentNotFound();
	await database.execute(sql`
		WITH removed AS (DELETE FROM comments WHERE id = ${commentId} AND video_id = ${videoId} RETURNING 1)
		UPDATE videos SET comment_count = comment_count - 1
		WHERE id = ${videoId} AND EXISTS (SELECT 1 FROM removed)`);
	await withdrawComment(services, { id: commentId, videoId, ...found });
	await emit(services, "acted", { viewer, videoId, kind: "uncommented" });
}
