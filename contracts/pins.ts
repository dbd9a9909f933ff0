import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Id, VideoRef } from "./ids.ts";
import { PINS_MAX } from "./limits.ts";
import { VideoCard } from "./videos.ts";

/** The ids of one's own pinned videos, the one pinned last first. */
export const Pins = z.object({ pinned: z.array(Id).max(PINS_MAX) });
export type Pins = z.infer<typeof Pins>;

export const listPins = endpoint({
	id: "listPins",
	method: "GET",
	path: "/api/v1/users/:userId/pins",
	tag: "Users",
	access: "viewer",
	status: 200,
	summary: "The videos a user pinned to their profile, as far as the viewer may see them, the one pinned last first",
	params: z.object({ userId: z.string() }),
	answer: z.object({ videos: z.array(VideoCard).max(PINS_MAX) }),
	problems: ["user_not_found", "account_private"],
});

export const pinVideo = endpoint({
	id: "pinVideo",
	method: "PUT",
	path: "/api/v1/videos/:videoId/pin",
	tag: "Users",
	access: "user",
	status: 200,
	summary: "Pins one's own video to the top of one's profile; one that is pinned already stays where it is",
	params: z.object({ videoId: VideoRef }),
	answer: Pins,
	problems: ["video_not_found", "not_ready", "pins_full"],
});

export const unpinVideo = endpoint({
	id: "unpinVideo",
	method: "DELETE",
	path: "/api/v1/videos/:videoId/pin",
	tag: "Users",
	access: "user",
	status: 200,
	summary: "Takes a video off the top of one's profile, whatever became of it",
	params: z.object({ videoId: VideoRef }),
	answer: Pins,
	problems: ["video_not_found"],
});
