import { eq } from "drizzle-orm";
import type { Comment, createComment as contract } from "../../../contracts/comments.ts";
import type { BodyOf } from "../../../contracts/endpoint.ts";
import { fieldInvalid } from "../../../contracts/problems/gateway.ts";
import { commentGone } from "../../../contracts/problems/social.ts";
import { videoNotFound } from "../../../contracts/problems/videos.ts";
import { comments, videos } from "../../../db/schema/videos.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { returnAllowance, spendAllowance } from "../../quotas/index.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { floods, screenText } from "../../trust/index.ts";
import { visibleVideo } from "../../videos/index.ts";
import { isHeld, refuseUnlessOpen, rulesFor } from "./allowed.ts";
import { holdForCreator } from "./held.ts";
import { mentionsIn } from "./mentions.ts";
import { presentOne } from "./present.ts";
import { type CommentRow, commentFor } from "./rows.ts";
import { insertComment } from "./write.ts";

export interface CreatedComment {
	readonly comment: Comment;
	readonly commentCount: number;
	/** False when the same client id had made it before. */
	readonly isNew: boolean;
}

/**
 * Comments on a video the viewer may see, or answers a comment there: an answer to an answer is in the same thread. A repeated client id
 * answers the comment it made first.
 * @throws `video_not_found`; `not_found` for a comment that can't be answered; `comments_closed`; `daily_limit`; `invalid_fields` for a
 * client id that another comment has
 */
export async function createComment(
	services: Services,
	viewer: UserViewer,
	reference: string,
	input: BodyOf<typeof contract>,
): Promise<CreatedComment> {
	const video = await visibleVideo(services, viewer, reference);
	const id = services.newId();
	const clientId = input.clientId ?? crypto.randomUUID();
	const answered = input.replyTo === undefined ? null : await commentFor(services, viewer, video, input.replyTo, "answer");
	const rules = await rulesFor(services, video);
	await refuseUnlessOpen(services, viewer, video, rules.commentsFrom);
	await spendAllowance(
		services,
		viewer.userId,
		"comment",
		clientId,
		async () => (await readWritten(services, video.id, clientId)) !== null,
	);
	const rootId = answered === null ? null : (answered.rootId ?? answered.id);
	const held = video.userId !== viewer.userId && ((await floods(services, viewer.userId, input.text)) || isHeld(rules, input.text));
	if (held) await holdForCreator(services, { creatorId: video.userId, videoId: video.id, commentId: id });
	await insertComment(services, {
		id,
		videoId: video.id,
		userId: viewer.userId,
		text: input.text,
		mentions: await mentionsIn(services, viewer, input.text),
		rootId,
		replyToId: answered?.id ?? null,
		isHeld: held,
		clientId,
	});
	const written = await readWritten(services, video.id, clientId);
	if (written === null) {
		await returnAllowance(services, viewer.userId, "comment", clientId);
		throw answered === null ? videoNotFound() : commentGone();
	}
	const { row, commentCount } = written;
	if (row.userId !== viewer.userId || row.videoId !== video.id) {
		throw fieldInvalid("body.clientId", "This client id belongs to another comment. Send the comment under a new one.");
	}
	const isNew = row.id === id;
	if (isNew)
		screenText(services, { subject: { kind: "comment", id, ownerId: viewer.userId, videoId: video.id }, fields: { text: row.text } });
	if (isNew && !held) {
		await emit(services, "acted", { viewer, videoId: video.id, kind: "commented", creatorId: video.userId, comment: row });
	}
	return { comment: await presentOne(services, viewer, video, row), commentCount, isNew };
}

/** The comment under this client id, whoever made it, and how many its video has; null when there is none. */
async function readWritten(
	{ db }: Services,
	videoId: string,
	clientId: string,
): Promise<{ readonly row: CommentRow; readonly commentCount: number } | null> {
	const [found] = await db
		.video(videoId)
		.select({ row: comments, commentCount: videos.commentCount })
		.from(comments)
		.innerJoin(videos, eq(videos.id, videoId))
		.where(eq(comments.clientId, clientId));
	return found ?? null;
}
