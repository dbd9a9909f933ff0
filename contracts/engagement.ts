import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Cursor, VideoRef } from "./ids.ts";
import { VideoCard } from "./videos.ts";

const VideoParams = z.object({ videoId: VideoRef });

export const like = endpoint({
	id: "like",
	method: "POST",
	path: "/api/v1/videos/:videoId/like",
	tag: "Engagement",
	access: "user",
	status: 200,
	summary: "Like; repeated, it changes nothing",
	params: VideoParams,
	answer: z.object({ liked: z.boolean(), likeCount: z.int(), alreadyLiked: z.boolean() }),
	problems: ["video_not_found", "daily_limit"],
});
export const unlike = endpoint({
	...like,
	id: "unlike",
	method: "DELETE",
	summary: "Take a like back",
	problems: ["video_not_found"],
});
export const save = endpoint({
	id: "save",
	method: "POST",
	path: "/api/v1/videos/:videoId/save",
	tag: "Engagement",
	access: "user",
	status: 200,
	summary: "Keep among one's favourites, which nobody else sees; repeated, it changes nothing",
	params: VideoParams,
	answer: z.object({ saved: z.boolean() }),
	problems: ["video_not_found"],
});
export const unsave = endpoint({ ...save, id: "unsave", method: "DELETE", summary: "Take out of one's favourites" });
export const listSaved = endpoint({
	id: "listSaved",
	method: "GET",
	path: "/api/v1/users/me/saved",
	tag: "Users",
	access: "user",
	status: 200,
	summary: "One's favourites, latest first; private",
	query: z.object({ limit: z.coerce.number().int().min(1).max(60).default(30), cursor: Cursor.optional() }),
	answer: z.object({ videos: z.array(VideoCard), nextCursor: Cursor.nullable() }),
});
export const listLiked = endpoint({
	...listSaved,
	id: "listLiked",
	path: "/api/v1/users/me/liked",
	summary: "What one likes, latest first; private",
});
export const share = endpoint({
	id: "share",
	method: "POST",
	path: "/api/v1/videos/:videoId/share",
	tag: "Engagement",
	access: "viewer",
	status: 200,
	summary: "Count a share",
	params: VideoParams,
	body: z.object({ eventId: z.uuid().optional(), channel: z.enum(["link", "native", "embed", "message"]).default("link") }),
	answer: z.object({ shareCount: z.int(), url: z.string() }),
	problems: ["video_not_found"],
});
