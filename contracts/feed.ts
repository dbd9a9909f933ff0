import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Cursor, Id, VideoRef } from "./ids.ts";
import { MuteScope } from "./preferences.ts";
import { VideoCard } from "./videos.ts";
import { hashtagKey } from "./words.ts";

export { INTERESTS } from "./interests.ts";

export const FeedPage = z.object({
	videos: z.array(VideoCard),
	nextCursor: Cursor.nullable(),
	isFallback: z.boolean().optional(),
});
export type FeedPage = z.infer<typeof FeedPage>;
const FeedQuery = z.object({ count: z.coerce.number().int().min(1).max(50).default(20), cursor: Cursor.optional() });

export const feed = endpoint({
	id: "feed",
	method: "GET",
	path: "/api/v1/feed",
	tag: "Feed",
	access: "viewer",
	status: 200,
	summary: "For You: the next page, learned from all watched so far",
	query: FeedQuery,
	answer: FeedPage,
});
export const followingFeed = endpoint({
	id: "followingFeed",
	method: "GET",
	path: "/api/v1/feed/following",
	tag: "Feed",
	access: "user",
	status: 200,
	summary: "Newest videos of those followed, and of hashtags followed",
	query: FeedQuery,
	answer: FeedPage,
});
export const friendsFeed = endpoint({
	...followingFeed,
	id: "friendsFeed",
	path: "/api/v1/feed/friends",
	summary: "Newest videos of friends: people who follow each other",
});
export const trendingFeed = endpoint({
	id: "trendingFeed",
	method: "GET",
	path: "/api/v1/feed/trending",
	tag: "Feed",
	access: "viewer",
	status: 200,
	summary: "What is popular now, the most watched first; looking at it takes nothing from For You",
	query: FeedQuery,
	answer: FeedPage,
});
export const notInterested = endpoint({
	id: "notInterested",
	method: "POST",
	path: "/api/v1/feed/:videoId/not-interested",
	tag: "Feed",
	access: "viewer",
	status: 200,
	summary: "Show less like this; a repeated call changes nothing",
	params: z.object({ videoId: VideoRef }),
	body: z.object({ scope: MuteScope.default("video"), undo: z.boolean().default(false) }),
	answer: z.object({ accepted: z.boolean() }),
	problems: ["video_not_found"],
});
/** One reason; the shares of all add up to 1. */
const Reason = z.object({
	code: z.string(),
	text: z.string(),
	share: z.number().min(0).max(1).describe("Its part of all that spoke for the video; 0 where chance decided and this did not"),
	about: z
		.object({ scope: MuteScope, key: z.string(), label: z.string() })
		.optional()
		.describe("What there can be more or less of: a topic, the creator, the sound"),
});
export const why = endpoint({
	id: "why",
	method: "GET",
	path: "/api/v1/feed/:videoId/why",
	tag: "Feed",
	access: "viewer",
	status: 200,
	summary: "Why this video was shown, in words true to the score's parts",
	params: z.object({ videoId: VideoRef }),
	answer: z.object({ videoId: Id, reasons: z.array(Reason) }),
	problems: ["video_not_found"],
});
export const resetFeed = endpoint({
	id: "resetFeed",
	method: "POST",
	path: "/api/v1/feed/reset",
	tag: "Feed",
	access: "viewer",
	status: 200,
	summary:
		"Forget what was learned and begin anew; interests, topic weights, filters and mutes stay, and what was shown is not shown again",
	answer: z.object({ reset: z.boolean() }),
});
export const setInterests = endpoint({
	id: "setInterests",
	method: "POST",
	path: "/api/v1/onboarding/interests",
	tag: "Feed",
	access: "viewer",
	status: 200,
	summary: "Start from interests",
	body: z.object({
		interests: z
			.array(
				z
					.string()
					.max(64)
					.transform((interest) => hashtagKey(interest.trim()))
					.pipe(z.string().min(1)),
			)
			.max(20),
	}),
	answer: z.object({ interests: z.array(z.string()) }),
	problems: ["feed_not_personal"],
});

/** What a player tells about one impression of one video. Times are milliseconds; `watchDuration` counts re-watching. */
export const WatchEvent = z.object({
	eventId: z.uuid().optional().describe("Client-made; a repeated id is counted once"),
	videoId: VideoRef,
	watchDuration: z.number().min(0).max(86_400_000),
	totalDuration: z.number().min(0).max(86_400_000),
	liked: z.boolean().default(false),
	commented: z.boolean().default(false),
	shared: z.boolean().default(false),
	followed: z.boolean().default(false),
	saved: z.boolean().default(false),
	profileVisited: z.boolean().default(false).describe("The creator's profile was opened from the video"),
	replayed: z.boolean().default(false),
	source: z.enum(["fyp", "following", "search", "hashtag", "profile", "share", "sound", "embed"]).default("fyp"),
	/** When the impression ended, by the client's clock, milliseconds since 1970. */
	at: z.number().optional(),
	/** Player health: milliseconds to the first frame, and stalls. */
	startupMs: z.number().min(0).optional(),
	stalls: z.int().min(0).optional(),
});
export type WatchEvent = z.infer<typeof WatchEvent>;
export const recordWatch = endpoint({
	id: "recordWatch",
	method: "POST",
	path: "/api/v1/analytics/watch",
	tag: "Analytics",
	access: "viewer",
	status: 202,
	summary: "One impression, or up to 100",
	body: z.union([WatchEvent, z.object({ events: z.array(WatchEvent).min(1).max(100) })]),
	answer: z.object({ accepted: z.int(), duplicates: z.int(), unknown: z.int() }),
});
