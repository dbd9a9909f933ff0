import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Cursor, VideoRef } from "./ids.ts";
import { VideoCard } from "./videos.ts";

export const repost = endpoint({
	id: "repost",
	method: "PUT",
	path: "/api/v1/videos/:videoId/repost",
	tag: "Reposts",
	access: "user",
	status: 200,
	summary: "Pass a video on to one's followers; repeated, it changes nothing",
	params: z.object({ videoId: VideoRef }),
	answer: z.object({ reposted: z.boolean() }),
	problems: ["video_not_found", "not_allowed"],
});
export const unrepost = endpoint({
	...repost,
	id: "unrepost",
	method: "DELETE",
	summary: "Take a repost back, whatever became of the video",
	problems: ["video_not_found"],
});
export const listReposts = endpoint({
	id: "listReposts",
	method: "GET",
	path: "/api/v1/users/:userId/reposts",
	tag: "Reposts",
	access: "viewer",
	status: 200,
	summary: "What a user passed on, latest first, as far as the viewer may see it",
	params: z.object({ userId: z.string() }),
	query: z.object({ limit: z.coerce.number().int().min(1).max(60).default(30), cursor: Cursor.optional() }),
	answer: z.object({ videos: z.array(VideoCard), nextCursor: Cursor.nullable() }),
	problems: ["user_not_found", "account_private"],
});
