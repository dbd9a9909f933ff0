import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Cursor, Id, Timestamp, VideoRef } from "./ids.ts";
import { COMMENT_MAX, COMMENT_WORDS_MAX, FILTER_LENGTH_MAX } from "./limits.ts";
import { VISIBLE } from "./text.ts";
import { UserSummary } from "./users.ts";

/** Comments in threads two levels deep: a comment, and the answers to it or to each other. */

const VideoParams = z.object({ videoId: VideoRef });
const CommentParams = z.object({ videoId: VideoRef, commentId: Id });
const Text = z.string().trim().regex(VISIBLE, "Write something first.").max(COMMENT_MAX);

export const Mention = z.object({
	start: z.int().min(0).describe("Where the @ stands, in UTF-16 code units"),
	length: z.int().min(2),
	user: UserSummary,
});

export const Comment = z.object({
	id: Id,
	videoId: Id,
	rootId: Id.nullable().describe("The comment whose thread this is in; null for one that begins a thread"),
	replyToId: Id.nullable().describe("The comment that is answered: the first of its thread, or another answer"),
	user: UserSummary.nullable().describe("Null for an empty place"),
	text: z.string().describe("With the names that those mentioned have now"),
	mentions: z.array(Mention),
	createdAt: Timestamp,
	editedAt: Timestamp.nullable(),
	isYours: z.boolean(),
	likeCount: z.int(),
	liked: z.boolean(),
	replyCount: z.int().describe("Answers in its thread that everybody sees"),
	hearted: z.boolean().describe("The video's creator gave it a heart"),
	pinned: z.boolean(),
	held: z.boolean().describe("Waits for the creator's approval; seen by them and its author alone"),
	deleted: z.boolean().describe("An empty place: it was deleted, and its answers stand"),
});
export type Comment = z.infer<typeof Comment>;

export const CommentSort = z.enum(["newest", "top"]);
export type CommentSort = z.infer<typeof CommentSort>;
/** Who may comment on a video. Its creator always may. */
export const CommentsFrom = z.enum(["everyone", "followers", "off"]);
export type CommentsFrom = z.infer<typeof CommentsFrom>;

export const createComment = endpoint({
	id: "createComment",
	method: "POST",
	path: "/api/v1/videos/:videoId/comment",
	tag: "Comments",
	access: "user",
	status: 201,
	alsoStatus: [200],
	summary: "Comment, or answer a comment; @names of people become mentions",
	params: VideoParams,
	body: z.object({ text: Text, clientId: z.uuid().optional(), replyTo: Id.optional().describe("The comment that is answered") }),
	answer: z.object({ comment: Comment, commentCount: z.int() }),
	problems: ["video_not_found", "not_found", "comments_closed", "daily_limit"],
});
export const listComments = endpoint({
	id: "listComments",
	method: "GET",
	path: "/api/v1/videos/:videoId/comments",
	tag: "Comments",
	access: "viewer",
	status: 200,
	summary: "Comments that begin a thread, newest or best first; the pinned one is on top",
	params: VideoParams,
	query: z.object({
		limit: z.coerce.number().int().min(1).max(100).default(20),
		cursor: Cursor.optional(),
		sort: CommentSort.default("newest").describe(
			"`top`: by likes and answers, which count less the older the comment; stable while it is paged",
		),
	}),
	answer: z.object({
		comments: z.array(Comment),
		nextCursor: Cursor.nullable(),
		commentCount: z.int().describe("Of all that everybody sees, answers included"),
		commentsFrom: CommentsFrom,
		mayComment: z.boolean().describe("False where comments are off, or for followers only and the viewer is none"),
	}),
	problems: ["video_not_found"],
});
export const listReplies = endpoint({
	id: "listReplies",
	method: "GET",
	path: "/api/v1/videos/:videoId/comments/:commentId/replies",
	tag: "Comments",
	access: "viewer",
	status: 200,
	summary: "The answers in a thread, oldest first",
	params: CommentParams,
	query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), cursor: Cursor.optional() }),
	answer: z.object({ comments: z.array(Comment), nextCursor: Cursor.nullable() }),
	problems: ["video_not_found", "not_found"],
});
export const getComment = endpoint({
	id: "getComment",
	method: "GET",
	path: "/api/v1/videos/:videoId/comments/:commentId",
	tag: "Comments",
	access: "viewer",
	status: 200,
	summary: "One comment, and the one whose thread it is in",
	params: CommentParams,
	answer: z.object({ thread: Comment, reply: Comment.nullable() }),
	problems: ["video_not_found", "not_found"],
});
export const editComment = endpoint({
	id: "editComment",
	method: "PATCH",
	path: "/api/v1/videos/:videoId/comments/:commentId",
	tag: "Comments",
	access: "user",
	status: 200,
	summary: "Change one's own comment, within 15 minutes; it is marked as edited, and what it said is kept",
	params: CommentParams,
	body: z.object({ text: Text }),
	answer: z.object({ comment: Comment }),
	problems: ["video_not_found", "not_found", "edit_expired", "comments_closed", "daily_limit"],
});
export const deleteComment = endpoint({
	id: "deleteComment",
	method: "DELETE",
	path: "/api/v1/videos/:videoId/comments/:commentId",
	tag: "Comments",
	access: "user",
	status: 204,
	summary: "Delete one's own comment, or one under one's own video; one with answers leaves an empty place",
	params: CommentParams,
	problems: ["not_found"],
});
export const likeComment = endpoint({
	id: "likeComment",
	method: "POST",
	path: "/api/v1/videos/:videoId/comments/:commentId/like",
	tag: "Comments",
	access: "user",
	status: 200,
	summary: "Like a comment; repeated, it changes nothing",
	params: CommentParams,
	answer: z.object({ liked: z.boolean(), likeCount: z.int() }),
	problems: ["video_not_found", "not_found"],
});
export const unlikeComment = endpoint({ ...likeComment, id: "unlikeComment", method: "DELETE", summary: "Take a comment's like back" });
export const heartComment = endpoint({
	id: "heartComment",
	method: "POST",
	path: "/api/v1/videos/:videoId/comments/:commentId/heart",
	tag: "Comments",
	access: "user",
	status: 200,
	summary: "Give a comment under one's own video the creator's heart",
	params: CommentParams,
	answer: z.object({ comment: Comment }),
	problems: ["video_not_found", "not_found"],
});
export const unheartComment = endpoint({
	...heartComment,
	id: "unheartComment",
	method: "DELETE",
	summary: "Take the creator's heart back",
});
export const pinComment = endpoint({
	...heartComment,
	id: "pinComment",
	path: "/api/v1/videos/:videoId/comments/:commentId/pin",
	summary: "Put a comment under one's own video on top, in place of the one that was there",
});
export const unpinComment = endpoint({ ...pinComment, id: "unpinComment", method: "DELETE", summary: "Take a comment off the top" });
export const approveComment = endpoint({
	id: "approveComment",
	method: "POST",
	path: "/api/v1/videos/:videoId/comments/:commentId/approve",
	tag: "Comments",
	access: "user",
	status: 200,
	summary: "Show everybody a comment that waited for approval; repeated, it changes nothing",
	params: CommentParams,
	answer: z.object({ comment: Comment, commentCount: z.int() }),
	problems: ["video_not_found", "not_found"],
});

export const HeldComment = z.object({
	comment: Comment,
	video: z.object({ id: Id, title: z.string(), thumbnail: z.string() }),
});
export type HeldComment = z.infer<typeof HeldComment>;
export const listHeldComments = endpoint({
	id: "listHeldComments",
	method: "GET",
	path: "/api/v1/users/me/comments/held",
	tag: "Comments",
	access: "user",
	status: 200,
	summary: "Comments on one's videos that wait for approval, latest first",
	query: z.object({ limit: z.coerce.number().int().min(1).max(60).default(30), cursor: Cursor.optional() }),
	answer: z.object({ held: z.array(HeldComment), nextCursor: Cursor.nullable() }),
});

const Words = z
	.array(z.string().trim().regex(VISIBLE, "Write a word first.").max(FILTER_LENGTH_MAX))
	.max(COMMENT_WORDS_MAX)
	.transform((words) => [...new Set(words)]);
/** Who may comment on all of a creator's videos, and what waits for their approval. */
export const CommentRules = z.object({
	commentsFrom: CommentsFrom,
	holdAll: z.boolean().describe("Every comment waits for approval"),
	words: Words.describe("Comments with one of these wait for approval; matched like a viewer's word filters"),
});
export type CommentRules = z.infer<typeof CommentRules>;
export const commentRules = endpoint({
	id: "commentRules",
	method: "GET",
	path: "/api/v1/users/me/comments/rules",
	tag: "Comments",
	access: "user",
	status: 200,
	summary: "Who may comment on one's videos, and what waits for approval",
	answer: CommentRules,
});
export const setCommentRules = endpoint({
	...commentRules,
	id: "setCommentRules",
	method: "PUT",
	summary: "Say who may comment on all of one's videos, and what waits for approval; a teen's are not for everyone",
	body: CommentRules,
	problems: ["not_allowed"],
});
/** The same for one video; null is as for all. Its words come on top of those of all videos. */
export const VideoCommentRules = z.object({
	commentsFrom: CommentsFrom.nullable(),
	holdAll: z.boolean().nullable(),
	words: Words,
});
export type VideoCommentRules = z.infer<typeof VideoCommentRules>;
export const videoCommentRules = endpoint({
	id: "videoCommentRules",
	method: "GET",
	path: "/api/v1/videos/:videoId/comment-rules",
	tag: "Comments",
	access: "user",
	status: 200,
	summary: "Who may comment on one of one's videos, where that differs from all of them",
	params: VideoParams,
	answer: VideoCommentRules,
	problems: ["video_not_found"],
});
export const setVideoCommentRules = endpoint({
	...videoCommentRules,
	id: "setVideoCommentRules",
	method: "PUT",
	summary: "Say who may comment on one of one's videos, and what waits for approval; a teen's are not for everyone",
	body: VideoCommentRules,
	problems: ["video_not_found", "not_allowed"],
});

export const suggestMentions = endpoint({
	id: "suggestMentions",
	method: "GET",
	path: "/api/v1/users/me/mentions",
	tag: "Comments",
	access: "user",
	status: 200,
	summary: "People one may mean by the beginning of a name: those who commented on the video, and those one follows",
	query: z.object({ q: z.string().max(40).default(""), videoId: Id.optional() }),
	answer: z.object({ users: z.array(UserSummary) }),
});
