import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Cursor, Timestamp, VideoRef } from "./ids.ts";
import { VideoCard } from "./videos.ts";

const Page = z.object({ limit: z.coerce.number().int().min(1).max(60).default(30), cursor: Cursor.optional() });

export const listHistory = endpoint({
	id: "listHistory",
	method: "GET",
	path: "/api/v1/users/me/history",
	tag: "Users",
	access: "viewer",
	status: 200,
	summary: "What one watched, latest first; private, kept for thirty days and 500 videos at most",
	query: Page,
	answer: z.object({ watched: z.array(z.object({ video: VideoCard, watchedAt: Timestamp })), nextCursor: Cursor.nullable() }),
});
export const clearHistory = endpoint({
	id: "clearHistory",
	method: "DELETE",
	path: "/api/v1/users/me/history",
	tag: "Users",
	access: "viewer",
	status: 204,
	summary: "Clear the history; what the feed learned from it stays (see resetFeed)",
});
export const forgetWatched = endpoint({
	id: "forgetWatched",
	method: "DELETE",
	path: "/api/v1/users/me/history/:videoId",
	tag: "Users",
	access: "viewer",
	status: 204,
	summary: "Take one video out of the history; repeated, it changes nothing",
	params: z.object({ videoId: VideoRef }),
	problems: ["video_not_found"],
});
