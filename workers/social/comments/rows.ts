import { and, eq } from "drizzle-orm";
import { commentGone } from "../../../contracts/problems/social.ts";
import { comments } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import { type MayDoToComment, mayDoToComment } from "../../rules/comments.ts";
import { mayMeet } from "../../rules/people.ts";
import { relationsOf } from "../../rules/relations.ts";
import { userIdOf, type Viewer } from "../../rules/viewer.ts";

export type CommentRow = typeof comments.$inferSelect;

/** A video as comments need to know it. */
export interface CommentedVideo {
	readonly id: string;
	/** Its creator. */
	readonly userId: string;
	/** Whether that is a teen. */
	readonly creatorTeen: boolean;
}

/** The row of a comment, whatever became of it; null when there is none under this video. */
export async function readComment({ db }: Pick<Services, "db">, videoId: string, commentId: string): Promise<CommentRow | null> {
	const [row] = await db
		.video(videoId)
		.select()
		.from(comments)
		.where(and(eq(comments.id, commentId), eq(comments.videoId, videoId)));
	return row ?? null;
}

/**
 * A comment under a video the viewer may see, if they may do this to it: every handler that is given a comment's id takes it from here.
 * @throws `not_found`, by the same words for what is not there, what is held and whose author and the viewer blocked each other
 */
export async function commentFor(
	services: Services,
	viewer: Viewer,
	video: CommentedVideo,
	commentId: string,
	act: MayDoToComment,
): Promise<CommentRow> {
	const [row, relations] = await Promise.all([readComment(services, video.id, commentId), relationsOf(services, viewer)]);
	const who = { userId: userIdOf(viewer), creatorId: video.userId };
	if (row === null || !mayDoToComment(act, row, who) || !mayMeet(relations, row.userId)) throw commentGone();
	return row;
}
