import { and, eq, isNotNull, ne, sql } from "drizzle-orm";
import type { Comment } from "../../../contracts/comments.ts";
import { commentGone } from "../../../contracts/problems/social.ts";
import { comments } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { visibleVideo } from "../../videos/index.ts";
import { presentOne } from "./present.ts";
import { type CommentRow, commentFor } from "./rows.ts";

/** What a creator makes of comments under their own videos: a heart, and the one place on top. */

/** @throws `video_not_found`; `not_found`, also for who is not the creator */
export async function setHeart(
	services: Services,
	viewer: UserViewer,
	reference: string,
	commentId: string,
	on: boolean,
): Promise<Comment> {
	const video = await visibleVideo(services, viewer, reference);
	await commentFor(services, viewer, video, commentId, "prefer");
	const [row] = await services.db
		.video(video.id)
		.update(comments)
		.set({ heartedAt: on ? new Date(services.clock()) : null })
		.where(and(eq(comments.id, commentId), sql`deleted_at IS NULL`))
		.returning();
	if (row === undefined) throw commentGone();
	return presentOne(services, viewer, video, row);
}

/** Pins one that begins a thread, in place of the one that was pinned. @throws `video_not_found`; `not_found`, also for an answer, and for who is not the creator */
export async function setPin(services: Services, viewer: UserViewer, reference: string, commentId: string, on: boolean): Promise<Comment> {
	const video = await visibleVideo(services, viewer, reference);
	const { rootId } = await commentFor(services, viewer, video, commentId, "prefer");
	if (rootId !== null) throw commentGone();
	const row = on ? await pin(services, video.id, commentId) : await unpin(services, commentId, video.id);
	if (row === undefined) throw commentGone();
	return presentOne(services, viewer, video, row);
}

/** The index lets one be pinned: the one before is taken off in the same transaction. */
async function pin({ db, clock }: Services, videoId: string, commentId: string): Promise<CommentRow | undefined> {
	const database = db.video(videoId);
	const [, , [row]] = await database.batch([
		// Pins of one video wait for each other.
		database.execute(sql`SELECT 1 FROM videos WHERE id = ${videoId} FOR UPDATE`),
		database
			.update(comments)
			.set({ pinnedAt: null })
			.where(and(eq(comments.videoId, videoId), isNotNull(comments.pinnedAt), ne(comments.id, commentId))),
		database
			.update(comments)
			.set({ pinnedAt: new Date(clock()) })
			.where(and(eq(comments.id, commentId), sql`deleted_at IS NULL`))
			.returning(),
	]);
	return row;
}

async function unpin({ db }: Services, commentId: string, videoId: string): Promise<CommentRow | undefined> {
	const [row] = await db.video(videoId).update(comments).set({ pinnedAt: null }).where(eq(comments.id, commentId)).returning();
	return row;
}
