import { and, eq, sql } from "drizzle-orm";
import type { Comment } from "../../../contracts/comments.ts";
import { commentGone, editExpired, editWouldBeHeld } from "../../../contracts/problems/social.ts";
import { comments } from "../../../db/schema/videos.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { spendAllowance } from "../../quotas/index.ts";
import { isEditable } from "../../rules/comments.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { screenText } from "../../trust/index.ts";
import { visibleVideo } from "../../videos/index.ts";
import { isHeld, refuseUnlessOpen, rulesFor } from "./allowed.ts";
import { mentionsIn } from "./mentions.ts";
import { presentOne } from "./present.ts";
import { commentFor } from "./rows.ts";

/**
 * Changes one's own comment for a while after it was written; what it said is kept. Words that would have to be approved are refused:
 * what everybody sees already can't be made to wait.
 * @throws `video_not_found`, `not_found`, `edit_expired`, `comments_closed`, `daily_limit`, `invalid_fields`
 */
export async function editComment(
	services: Services,
	viewer: UserViewer,
	reference: string,
	commentId: string,
	text: string,
): Promise<Comment> {
	const video = await visibleVideo(services, viewer, reference);
	const before = await commentFor(services, viewer, video, commentId, "edit");
	const now = services.clock();
	if (!isEditable(before, now)) throw editExpired();
	if (before.text === text) return presentOne(services, viewer, video, before);
	const rules = await rulesFor(services, video);
	// Who may no longer comment says nothing new by editing.
	await refuseUnlessOpen(services, viewer, video, rules.commentsFrom);
	const needsApproval = video.userId !== viewer.userId && isHeld(rules, text);
	if (needsApproval && before.heldAt === null) throw editWouldBeHeld();
	// It is kept, told and may mention others like a comment, and counts like one.
	await spendAllowance(services, viewer.userId, "comment", `${commentId} edited ${now}`, () => Promise.resolve(false));
	const mentions = await mentionsIn(services, viewer, text);
	const database = services.db.video(video.id);
	const editedAt = new Date(now);
	const [, [after]] = await database.batch([
		// The words that stand at this moment, whatever another request made of them.
		database.execute(sql`
			INSERT INTO comment_edits (comment_id, edited_at, text)
			SELECT id, ${editedAt.toISOString()}::timestamptz, text FROM comments WHERE id = ${commentId} AND deleted_at IS NULL
			ON CONFLICT DO NOTHING`),
		database
			.update(comments)
			.set({ text, mentions, editedAt })
			.where(and(eq(comments.id, commentId), sql`deleted_at IS NULL`))
			.returning(),
	]);
	if (after === undefined) throw commentGone();
	screenText(services, { subject: { kind: "comment", id: commentId, ownerId: viewer.userId, videoId: video.id }, fields: { text } });
	await emit(services, "commentEdited", { authorId: viewer.userId, videoId: video.id, creatorId: video.userId, before, comment: after });
	return presentOne(services, viewer, video, after);
}
