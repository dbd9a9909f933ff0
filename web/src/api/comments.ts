import type * as contract from "../../../contracts/comments.ts";
import { call } from "./request.ts";

export type {
	Comment,
	CommentRules,
	CommentSort,
	CommentsFrom,
	HeldComment,
	VideoCommentRules,
} from "../../../contracts/comments.ts";

export const listComments = (videoId: string, sort: "newest" | "top", cursor?: string) =>
	call<typeof contract.listComments>("GET", "/api/v1/videos/:videoId/comments", {
		params: { videoId },
		query: { limit: 20, sort, ...(cursor ? { cursor } : {}) },
	});
export const listReplies = (videoId: string, commentId: string, cursor?: string) =>
	call<typeof contract.listReplies>("GET", "/api/v1/videos/:videoId/comments/:commentId/replies", {
		params: { videoId, commentId },
		query: { limit: 10, ...(cursor ? { cursor } : {}) },
	});
export const getComment = (videoId: string, commentId: string) =>
	call<typeof contract.getComment>("GET", "/api/v1/videos/:videoId/comments/:commentId", { params: { videoId, commentId } });
export const createComment = (videoId: string, body: { text: string; clientId: string; replyTo?: string }) =>
	call<typeof contract.createComment>("POST", "/api/v1/videos/:videoId/comment", { params: { videoId }, body });
export const editComment = (videoId: string, commentId: string, text: string) =>
	call<typeof contract.editComment>("PATCH", "/api/v1/videos/:videoId/comments/:commentId", {
		params: { videoId, commentId },
		body: { text },
	});
export const deleteComment = (videoId: string, commentId: string) =>
	call<typeof contract.deleteComment>("DELETE", "/api/v1/videos/:videoId/comments/:commentId", { params: { videoId, commentId } });
export const likeComment = (videoId: string, commentId: string, on: boolean) =>
	call<typeof contract.likeComment | typeof contract.unlikeComment>(
		on ? "POST" : "DELETE",
		"/api/v1/videos/:videoId/comments/:commentId/like",
		{ params: { videoId, commentId } },
	);
export const heartComment = (videoId: string, commentId: string, on: boolean) =>
	call<typeof contract.heartComment | typeof contract.unheartComment>(
		on ? "POST" : "DELETE",
		"/api/v1/videos/:videoId/comments/:commentId/heart",
		{ params: { videoId, commentId } },
	);
export const pinComment = (videoId: string, commentId: string, on: boolean) =>
	call<typeof contract.pinComment | typeof contract.unpinComment>(
		on ? "POST" : "DELETE",
		"/api/v1/videos/:videoId/comments/:commentId/pin",
		{ params: { videoId, commentId } },
	);
export const approveComment = (videoId: string, commentId: string) =>
	call<typeof contract.approveComment>("POST", "/api/v1/videos/:videoId/comments/:commentId/approve", { params: { videoId, commentId } });

export const listHeldComments = (cursor?: string) =>
	call<typeof contract.listHeldComments>("GET", "/api/v1/users/me/comments/held", { query: { limit: 30, ...(cursor ? { cursor } : {}) } });
export const commentRules = () => call<typeof contract.commentRules>("GET", "/api/v1/users/me/comments/rules", {});
export const setCommentRules = (body: contract.CommentRules) =>
	call<typeof contract.setCommentRules>("PUT", "/api/v1/users/me/comments/rules", { body });
export const videoCommentRules = (videoId: string) =>
	call<typeof contract.videoCommentRules>("GET", "/api/v1/videos/:videoId/comment-rules", { params: { videoId } });
export const setVideoCommentRules = (videoId: string, body: contract.VideoCommentRules) =>
	call<typeof contract.setVideoCommentRules>("PUT", "/api/v1/videos/:videoId/comment-rules", { params: { videoId }, body });
/** People one may mean by the beginning of a name: whom one follows, and who commented on the video. */
export const suggestMentions = (q: string, videoId?: string) =>
	call<typeof contract.suggestMentions>("GET", "/api/v1/users/me/mentions", { query: { q, ...(videoId ? { videoId } : {}) } });
