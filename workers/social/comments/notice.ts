import { and, asc, eq } from "drizzle-orm";
import type { UserSummary } from "../../../contracts/users.ts";
import { comments } from "../../../db/schema/videos.ts";
import { loadSummaries } from "../../lists/people.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import type { Rewording } from "../notifications/inbox-store.ts";
import { notify } from "../notifications/notify.ts";
import { withdrawNotices } from "../notifications/withdraw.ts";

/** How much of a comment its notice quotes, characters. */
const QUOTE_LENGTH = 80;
/** At most this many that stand are offered in place of a deleted one: some of them may be being deleted in the same moment. */
const OFFERED = 20;

interface CommentText {
	readonly id: string;
	readonly text: string;
	readonly createdAt: Date;
}

/** All notices of one commenter and video begin alike. */
const noticeKey = (videoId: string, userId: string, commentId: string): string => `comment:${userId}:${videoId}:${commentId}`;

function wording(videoId: string, { id: userId, username }: UserSummary, { id, text, createdAt }: CommentText): Rewording {
	const quote = text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH - 1)}…` : text;
	return { key: noticeKey(videoId, userId, id), text: `@${username} commented: “${quote}”`, at: createdAt.getTime() };
}

/** Tells a creator of a comment: one notice per commenter and video, however much they write. */
export async function tellOfComment(
	services: Services,
	videoId: string,
	creatorId: string,
	authorId: string,
	comment: CommentText,
): Promise<void> {
	const author = (await loadSummaries(services, [authorId])).get(authorId);
	if (author === undefined) return;
	const { key, text } = wording(videoId, author, comment);
	const group = noticeKey(videoId, authorId, "");
	await notify(services, { userId: creatorId, type: "comment", text, actorId: authorId, videoId, key, group });
}

/**
 * Withdraws what was told of a deleted comment. Where it stood for others of the same person that still stand, the notice quotes the
 * first of those instead. Never throws.
 */
export async function withdrawComment(
	services: Services,
	{ id, videoId, authorId, creatorId }: { id: string; videoId: string; authorId: string; creatorId: string },
): Promise<void> {
	// Quoting nothing instead is better than quoting what was deleted.
	const instead = await standingOf(services, videoId, authorId).catch((error: unknown) => {
		services.log.warn("comment_notice_not_reworded", { videoId, commentId: id, ...errorFields(error) });
		return [];
	});
	await withdrawNotices(services, creatorId, { key: noticeKey(videoId, authorId, id), instead });
}

/** What would be told of somebody's comments on a video, the first first. */
async function standingOf(services: Services, videoId: string, authorId: string): Promise<Rewording[]> {
	const author = (await loadSummaries(services, [authorId])).get(authorId);
	if (author === undefined) return [];
	const rows = await services.db
		.video(videoId)
		.select({ id: comments.id, text: comments.text, createdAt: comments.createdAt })
		.from(comments)
		.where(and(eq(comments.videoId, videoId), eq(comments.userId, authorId)))
		.orderBy(asc(comments.id))
		.limit(OFFERED);
	return rows.map((comment) => wording(videoId, author, comment));
}
