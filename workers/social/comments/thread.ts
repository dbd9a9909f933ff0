import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import type { listReplies as contract, getComment } from "../../../contracts/comments.ts";
import type { AnswerOf } from "../../../contracts/endpoint.ts";
import { commentGone } from "../../../contracts/problems/social.ts";
import { comments } from "../../../db/schema/videos.ts";
import { idCursor } from "../../lists/cursor.ts";
import { listPage, type PageQuery, peeking, through } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import { mayMeet } from "../../rules/people.ts";
import { userIdOf, type Viewer } from "../../rules/viewer.ts";
import { visibleVideo } from "../../videos/index.ts";
import { commentSteps } from "./present.ts";
import { commentFor, readComment } from "./rows.ts";

/** The answers in a thread, oldest first, with those of the viewer's own that wait for approval. @throws `video_not_found`, `not_found` */
export async function listReplies(
	services: Services,
	viewer: Viewer,
	reference: string,
	commentId: string,
	query: PageQuery,
): Promise<AnswerOf<typeof contract>> {
	const video = await visibleVideo(services, viewer, reference);
	const { id: rootId } = await commentFor(services, viewer, video, commentId, "see");
	const read = (after: { readonly id: string } | null, limit: number) =>
		services.db
			.video(video.id)
			.select()
			.from(comments)
			.where(
				and(
					eq(comments.rootId, rootId),
					gt(comments.id, after?.id ?? "0"),
					or(isNull(comments.heldAt), eq(comments.userId, userIdOf(viewer) ?? "0")),
				),
			)
			.orderBy(asc(comments.id))
			.limit(limit);
	const skeleton = peeking(read, ({ id }) => ({ id }));
	const { items, nextCursor } = await listPage({ ...commentSteps(services, viewer, video), skeleton }, idCursor, query);
	return { comments: items, nextCursor };
}

/** One comment with the one whose thread it is in: what a link to a comment opens. @throws `video_not_found`, `not_found` */
export async function loadThread(
	services: Services,
	viewer: Viewer,
	reference: string,
	commentId: string,
): Promise<AnswerOf<typeof getComment>> {
	const video = await visibleVideo(services, viewer, reference);
	const row = await commentFor(services, viewer, video, commentId, "see");
	const root = row.rootId === null ? row : await readComment(services, video.id, row.rootId);
	if (root === null) throw commentGone();
	const shown = await through(commentSteps(services, viewer, video, mayMeet), root === row ? [root] : [root, row]);
	const thread = shown.find(({ id }) => id === root.id);
	const reply = shown.find(({ id }) => id === row.id);
	if (thread === undefined || reply === undefined) throw commentGone();
	return { thread, reply: root === row ? null : reply };
}
