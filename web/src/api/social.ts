import type * as engagement from "../../../contracts/engagement.ts";
import type * as users from "../../../contracts/users.ts";
import { call } from "./request.ts";

export type { UserProfile, UserSummary } from "../../../contracts/users.ts";

export const like = (videoId: string) => call<typeof engagement.like>("POST", "/api/v1/videos/:videoId/like", { params: { videoId } });
export const unlike = (videoId: string) =>
	call<typeof engagement.unlike>("DELETE", "/api/v1/videos/:videoId/like", { params: { videoId } });
export const save = (videoId: string) => call<typeof engagement.save>("POST", "/api/v1/videos/:videoId/save", { params: { videoId } });
export const unsave = (videoId: string) =>
	call<typeof engagement.unsave>("DELETE", "/api/v1/videos/:videoId/save", { params: { videoId } });
export const listSaved = (cursor?: string) =>
	call<typeof engagement.listSaved>("GET", "/api/v1/users/me/saved", { query: { limit: 30, ...(cursor ? { cursor } : {}) } });
export const listLiked = (cursor?: string) =>
	call<typeof engagement.listLiked>("GET", "/api/v1/users/me/liked", { query: { limit: 30, ...(cursor ? { cursor } : {}) } });
export const share = (videoId: string, channel: "link" | "native" | "message") =>
	call<typeof engagement.share>("POST", "/api/v1/videos/:videoId/share", {
		params: { videoId },
		body: { eventId: crypto.randomUUID(), channel },
	});

/** `userId` is an id, or a user name with a leading @. */
export const getUser = (userId: string) => call<typeof users.getUser>("GET", "/api/v1/users/:userId", { params: { userId } });
export const follow = (userId: string) => call<typeof users.follow>("POST", "/api/v1/users/:userId/follow", { params: { userId } });
export const unfollow = (userId: string) => call<typeof users.unfollow>("DELETE", "/api/v1/users/:userId/follow", { params: { userId } });
export const block = (userId: string) => call<typeof users.block>("POST", "/api/v1/users/:userId/block", { params: { userId } });
export const unblock = (userId: string) => call<typeof users.unblock>("DELETE", "/api/v1/users/:userId/block", { params: { userId } });
export const listFollowers = (userId: string, cursor?: string) =>
	call<typeof users.listFollowers>("GET", "/api/v1/users/:userId/followers", {
		params: { userId },
		query: { limit: 30, ...(cursor ? { cursor } : {}) },
	});
export const listFollowing = (userId: string, cursor?: string) =>
	call<typeof users.listFollowing>("GET", "/api/v1/users/:userId/following", {
		params: { userId },
		query: { limit: 30, ...(cursor ? { cursor } : {}) },
	});
