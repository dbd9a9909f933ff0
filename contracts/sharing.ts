import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { VideoRef } from "./ids.ts";

/** How what is here is shown elsewhere: oEmbed 1.0 (oembed.com), and what a share sheet offers. */

/** Longest side of an embedded player that is not asked for another size, pixels. */
export const EMBED_HEIGHT = 640;

export const OEmbed = z.object({
	version: z.literal("1.0"),
	type: z.enum(["video", "link"]),
	title: z.string(),
	author_name: z.string().optional(),
	author_url: z.string().optional(),
	provider_name: z.string(),
	provider_url: z.string(),
	cache_age: z.int().describe("Seconds"),
	thumbnail_url: z.string().optional(),
	thumbnail_width: z.int().optional(),
	thumbnail_height: z.int().optional(),
	html: z.string().optional().describe("Of a video: the player, as an iframe"),
	width: z.int().optional(),
	height: z.int().optional(),
});
export type OEmbed = z.infer<typeof OEmbed>;

const Pixels = z.coerce.number().int().min(1).max(10_000);
export const oembed = endpoint({
	id: "oembed",
	method: "GET",
	path: "/oembed",
	tag: "Sharing",
	access: "public",
	status: 200,
	summary: "How another site shows a video, profile, hashtag, sound or shared collection of ours (oEmbed 1.0, JSON)",
	query: z.object({
		url: z.string().max(2_048),
		format: z.string().max(20).default("json"),
		maxwidth: Pixels.optional(),
		maxheight: Pixels.optional(),
	}),
	answer: OEmbed,
	problems: ["not_found", "not_public", "format_unknown", "rate_limited"],
});

export const sharing = endpoint({
	id: "sharing",
	method: "GET",
	path: "/api/v1/videos/:videoId/sharing",
	tag: "Sharing",
	access: "viewer",
	status: 200,
	summary: "What the viewer can do to pass a video on",
	params: z.object({ videoId: VideoRef }),
	answer: z.object({
		url: z.string(),
		embed: z.object({ url: z.string(), html: z.string() }).nullable().describe("Null for what not everyone may see"),
		mayRepost: z.boolean(),
		reposted: z.boolean(),
		mayDownload: z.boolean(),
	}),
	problems: ["video_not_found"],
});

export const Download = z.object({
	state: z
		.enum(["absent", "preparing", "ready"])
		.describe("`absent`: it was not asked for, or what was asked for came to nothing and can be asked for again"),
	url: z.string().nullable().describe("Where the MP4 is served as an attachment, once it is ready"),
});
export type Download = z.infer<typeof Download>;

const download = {
	path: "/api/v1/videos/:videoId/download",
	tag: "Sharing",
	access: "viewer",
	params: z.object({ videoId: VideoRef }),
	answer: Download,
} as const;
export const getDownload = endpoint({
	...download,
	id: "getDownload",
	method: "GET",
	status: 200,
	alsoStatus: [202],
	summary: "Whether there is a copy of a video to be downloaded, and where; 202 while it is made, with Retry-After",
	problems: ["video_not_found", "download_not_allowed"],
});
export const askForDownload = endpoint({
	...download,
	id: "askForDownload",
	method: "POST",
	status: 202,
	alsoStatus: [200],
	summary: "Have a copy with a watermark made of a video whose creator allows it, once for all who ask; 200 when it is there",
	problems: ["video_not_found", "download_not_allowed", "daily_limit", "unavailable"],
});
