import type * as profile from "../../../contracts/profile.ts";
import type * as relations from "../../../contracts/relations.ts";
import { call } from "./request.ts";

export type { FollowRequest } from "../../../contracts/relations.ts";

const page = (cursor?: string) => ({ query: { limit: 30, ...(cursor ? { cursor } : {}) } });

export const listFollowRequests = (cursor?: string) =>
	call<typeof relations.listFollowRequests>("GET", "/api/v1/users/me/follow-requests", page(cursor));
export const acceptFollowRequest = (userId: string) =>
	call<typeof relations.acceptFollowRequest>("PUT", "/api/v1/users/me/follow-requests/:userId", { params: { userId } });
export const declineFollowRequest = (userId: string) =>
	call<typeof relations.declineFollowRequest>("DELETE", "/api/v1/users/me/follow-requests/:userId", { params: { userId } });
export const removeFollower = (userId: string) =>
	call<typeof relations.removeFollower>("DELETE", "/api/v1/users/me/followers/:userId", { params: { userId } });
export const mute = (userId: string) => call<typeof relations.mute>("POST", "/api/v1/users/:userId/mute", { params: { userId } });
export const unmute = (userId: string) => call<typeof relations.unmute>("DELETE", "/api/v1/users/:userId/mute", { params: { userId } });
export const listMuted = (cursor?: string) => call<typeof relations.listMuted>("GET", "/api/v1/users/me/muted", page(cursor));
export const listBlocked = (cursor?: string) => call<typeof relations.listBlocked>("GET", "/api/v1/users/me/blocked", page(cursor));
export const listLikedOf = (userId: string, cursor?: string) =>
	call<typeof profile.listLikedOf>("GET", "/api/v1/users/:userId/liked", { params: { userId }, ...page(cursor) });
export const setAvatar = (file: Blob) => call<typeof profile.setAvatar>("PUT", "/api/v1/auth/me/avatar", { file });
export const removeAvatar = () => call<typeof profile.removeAvatar>("DELETE", "/api/v1/auth/me/avatar", {});
export const changeUsername = (username: string) =>
	call<typeof profile.changeUsername>("PUT", "/api/v1/auth/username", { body: { username } });
