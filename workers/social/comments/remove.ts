import { and, eq } from "drizzle-orm";
import { ProblemError } from "../../../contracts/problems/problem-error.ts";
import { commentNotFound } from "../../../contracts/problems/social.ts";
import { comments, videos } from "../../../db/schema/videos.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { mayDoToComment } from "../../rules/comments.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { takeBackFrom } from "../../videos/index.ts";
import { releaseFromQueue } from "./held.ts";
import { withdrawComment } from "./notice.ts";
import { deleteRow } from "./write.ts";

/**
 * Deletes one's own comment, or one under one's own video.
 * Of whatever became of the video one's own can still be taken back; of what is not the viewer's to delete nothing is told.
 * @throws `not_found`
 */
export async function deleteComment(services: Services, viewer: UserViewer, reference: string, commentId: string): Promise<void> {
	const { videoId } = await takeBackFrom(services, viewer, reference).catch((error: unknown) => {
		throw error instanceof ProblemError && error.code === "video_not_found" ? commentNotFound() : error;
	});
	const [found] = await services.db
		.video(videoId)
		.select({ row: comments, creatorId: videos.userId })
		.from(comments)
		.innerJoin(videos, eq(videos.id, comments.videoId))
		.where(and(eq(comments.id, commentId), eq(comments.videoId, videoId)));
	if (found === undefined) throw commentNotFound();
	const { row, creatorId } = found;
	if (!mayDoToComment("delete", row, { userId: viewer.userId, creatorId })) throw commentNotFound();
	await deleteRow(services, videoId, commentId, row.rootId);
	if (row.heldAt !== null) await releaseFromQueue(services, creatorId, [commentId]);
	await withdrawComment(services, row, creatorId);
	const removed = row.heldAt === null ? { id: row.id, userId: row.userId } : undefined;
	await emit(services, "acted", { viewer, videoId, kind: "uncommented", ...(removed === undefined ? {} : { removed }) });
}
