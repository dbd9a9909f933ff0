import { and, eq, inArray } from "drizzle-orm";
import type { Comment } from "../../../contracts/comments.ts";
import { accountGone } from "../../../contracts/problems/accounts.ts";
import type { UserSummary } from "../../../contracts/users.ts";
import { commentLikes } from "../../../db/schema/videos.ts";
import { loadSummaries } from "../../lists/people.ts";
import { type Steps, through } from "../../lists/pipeline.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { mayDoToComment } from "../../rules/comments.ts";
import { mayMeet, mayReach } from "../../rules/people.ts";
import { type Relations, relationsOf } from "../../rules/relations.ts";
import { userIdOf, type Viewer } from "../../rules/viewer.ts";
import { presentMentions } from "./mentions.ts";
import type { CommentedVideo, CommentRow } from "./rows.ts";

interface KnownOfComments {
	readonly users: ReadonlyMap<string, UserSummary>;
	readonly liked: ReadonlySet<string>;
	readonly relations: Relations;
}

/**
 * From rows to comments as a viewer may see them.
 * @param isShown whose: lists leave out those muted, a comment that was asked for is shown
 */
export function commentSteps(
	services: Services,
	viewer: Viewer,
	video: CommentedVideo,
	isShown: typeof mayReach = mayReach,
): Steps<CommentRow, KnownOfComments, Comment> {
	const who = { userId: userIdOf(viewer), creatorId: video.userId };
	return {
		async hydrate(rows) {
			const people = rows.flatMap(({ userId, mentions }) => [userId, ...mentions.map((mention) => mention.userId)]);
			const [users, liked, relations] = await Promise.all([
				loadSummaries(services, new Set(people)),
				likedAmong(
					services,
					viewer,
					video.id,
					rows.map(({ id }) => id),
				),
				relationsOf(services, viewer),
			]);
			return { users, liked, relations };
		},
		rule: (row, { users, relations }) =>
			mayDoToComment("see", row, who) && isShown(relations, row.userId) && (users.has(row.userId) || row.replyCount > 0),
		present: (rows, known) => rows.map((row) => presentComment(row, known, who.userId)),
	};
}

/** One comment as its reader sees it. @throws when its author's account is gone */
export async function presentOne(services: Services, viewer: Viewer, video: CommentedVideo, row: CommentRow): Promise<Comment> {
	const [comment] = await through(commentSteps(services, viewer, video, mayMeet), [row]);
	if (comment === undefined) throw accountGone();
	return comment;
}

/** A comment that was deleted, or whose author left, is an empty place: its answers stand. */
function presentComment(row: CommentRow, { users, liked, relations }: KnownOfComments, viewerId: string | null): Comment {
	const user = row.deletedAt === null ? (users.get(row.userId) ?? null) : null;
	const named = row.mentions.filter(({ userId }) => mayMeet(relations, userId));
	return {
		id: row.id,
		videoId: row.videoId,
		rootId: row.rootId,
		replyToId: row.replyToId,
		user,
		...(user === null ? { text: "", mentions: [] } : presentMentions(row.text, named, users)),
		createdAt: row.createdAt.toISOString(),
		editedAt: user === null ? null : (row.editedAt?.toISOString() ?? null),
		isYours: user !== null && row.userId === viewerId,
		likeCount: user === null ? 0 : row.likeCount,
		liked: liked.has(row.id),
		replyCount: row.replyCount,
		hearted: row.heartedAt !== null,
		pinned: row.pinnedAt !== null,
		held: row.heldAt !== null,
		deleted: user === null,
	};
}

/** Which of these comments the viewer likes. Without an answer hearts show empty rather than the page not at all. */
async function likedAmong(services: Services, viewer: Viewer, videoId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
	const userId = userIdOf(viewer);
	if (userId === null || ids.length === 0) return new Set();
	try {
		const rows = await services.db
			.video(videoId)
			.select({ id: commentLikes.commentId })
			.from(commentLikes)
			.where(and(inArray(commentLikes.commentId, [...ids]), eq(commentLikes.userId, userId)));
		return new Set(rows.map(({ id }) => id));
	} catch (error) {
		services.log.warn("comment_likes_unavailable", { userId, videoId, ...errorFields(error) });
		return new Set();
	}
}
