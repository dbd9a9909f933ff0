import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Cursor, Id, Timestamp } from "./ids.ts";
import { Page, UserList, UserParams, UserSummary } from "./users.ts";

/** How people keep others near and away: requests to follow, followers removed, mutes, blocks, friends. */

export const FollowRequest = z.object({ user: UserSummary, at: Timestamp.describe("When they asked") });
export type FollowRequest = z.infer<typeof FollowRequest>;
const OtherParams = z.object({ userId: Id });

export const listFollowRequests = endpoint({
	id: "listFollowRequests",
	method: "GET",
	path: "/api/v1/users/me/follow-requests",
	tag: "Users",
	access: "user",
	status: 200,
	summary: "Who asked to follow one's private account, latest first",
	query: Page,
	answer: z.object({
		requests: z.array(FollowRequest),
		total: z.int().describe("How many wait, those included that are not named here"),
		nextCursor: Cursor.nullable(),
	}),
});
export const acceptFollowRequest = endpoint({
	id: "acceptFollowRequest",
	method: "PUT",
	path: "/api/v1/users/me/follow-requests/:userId",
	tag: "Users",
	access: "user",
	status: 200,
	summary: "Let somebody follow who asked; repeated, it changes nothing",
	params: OtherParams,
	answer: z.object({ accepted: z.boolean(), followersCount: z.int() }),
	problems: ["not_found", "user_not_found"],
});
export const declineFollowRequest = endpoint({
	id: "declineFollowRequest",
	method: "DELETE",
	path: "/api/v1/users/me/follow-requests/:userId",
	tag: "Users",
	access: "user",
	status: 204,
	summary: "Decline a request to follow; they are not told, and may ask again. Repeated, it changes nothing",
	params: OtherParams,
	problems: ["user_not_found"],
});
export const removeFollower = endpoint({
	id: "removeFollower",
	method: "DELETE",
	path: "/api/v1/users/me/followers/:userId",
	tag: "Users",
	access: "user",
	status: 200,
	summary: "Take somebody off one's followers; they are not told. Repeated, it changes nothing",
	params: OtherParams,
	answer: z.object({ followersCount: z.int() }),
	problems: ["user_not_found"],
});
export const mute = endpoint({
	id: "mute",
	method: "POST",
	path: "/api/v1/users/:userId/mute",
	tag: "Users",
	access: "user",
	status: 200,
	summary: "Mute: their videos, comments, reposts and doings don't come to you any more; they are not told. Repeated, it changes nothing",
	params: UserParams,
	answer: z.object({ muted: z.boolean() }),
	problems: ["user_not_found", "forbidden", "mutes_full"],
});
export const unmute = endpoint({
	...mute,
	id: "unmute",
	method: "DELETE",
	summary: "Unmute; repeated, it changes nothing",
	problems: ["user_not_found", "forbidden"],
});
export const listMuted = endpoint({
	id: "listMuted",
	method: "GET",
	path: "/api/v1/users/me/muted",
	tag: "Users",
	access: "user",
	status: 200,
	summary: "Whom one muted, latest first",
	query: Page,
	answer: UserList,
});
export const listBlocked = endpoint({
	...listMuted,
	id: "listBlocked",
	path: "/api/v1/users/me/blocked",
	summary: "Whom one blocked, latest first",
});
export const listFriends = endpoint({
	...listMuted,
	id: "listFriends",
	path: "/api/v1/users/me/friends",
	summary: "People who follow one another with the viewer, those followed last first",
});
