import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Cursor } from "./ids.ts";
import { HASHTAG_FOLLOWS_MAX } from "./limits.ts";
import { TopicKey, VideoCard } from "./videos.ts";

/** A hashtag as lists show it. */
export const HashtagSummary = z.object({
	tag: z.string().describe("As it is looked up, without its #: `hashtagKey` of whatever was typed"),
	videoCount: z.int().min(0).describe("Videos for everyone that bear it"),
});
export type HashtagSummary = z.infer<typeof HashtagSummary>;

export const HashtagSort = z.enum(["top", "newest"]);
export type HashtagSort = z.infer<typeof HashtagSort>;

const Params = z.object({ hashtag: TopicKey.describe("With or without its #, in any case and form") });

export const hashtagVideos = endpoint({
	id: "hashtagVideos",
	method: "GET",
	path: "/api/v1/hashtag/:hashtag/videos",
	tag: "Hashtags",
	access: "viewer",
	status: 200,
	summary: "Videos with a hashtag: those watched most first, or the newest",
	params: Params,
	query: z.object({
		limit: z.coerce.number().int().min(1).max(60).default(20),
		sort: HashtagSort.default("top"),
		cursor: Cursor.optional(),
	}),
	answer: z.object({ videos: z.array(VideoCard), nextCursor: Cursor.nullable() }),
});
export const getHashtag = endpoint({
	id: "getHashtag",
	method: "GET",
	path: "/api/v1/hashtag/:hashtag",
	tag: "Hashtags",
	access: "viewer",
	status: 200,
	summary: "What its page says of a hashtag; one that nobody used yet has no videos",
	params: Params,
	answer: HashtagSummary.extend({
		followed: z.boolean(),
		related: z.array(HashtagSummary).describe("Hashtags that stand beside it more often than elsewhere, the closest first"),
	}),
});
const Follow = z.object({ tag: z.string(), followed: z.boolean() });
export const followHashtag = endpoint({
	id: "followHashtag",
	method: "PUT",
	path: "/api/v1/hashtag/:hashtag/follow",
	tag: "Hashtags",
	access: "user",
	status: 200,
	summary: `Follow a hashtag: its videos come to Following, and some to For You; at most ${HASHTAG_FOLLOWS_MAX}. Repeated, it changes nothing`,
	params: Params,
	answer: Follow,
	problems: ["hashtags_full"],
});
export const unfollowHashtag = endpoint({
	id: "unfollowHashtag",
	method: "DELETE",
	path: "/api/v1/hashtag/:hashtag/follow",
	tag: "Hashtags",
	access: "user",
	status: 200,
	summary: "Follow a hashtag no more; repeated, it changes nothing",
	params: Params,
	answer: Follow,
});
export const followedHashtags = endpoint({
	id: "followedHashtags",
	method: "GET",
	path: "/api/v1/hashtags/followed",
	tag: "Hashtags",
	access: "user",
	status: 200,
	summary: "The hashtags one follows, the latest first",
	answer: z.object({ hashtags: z.array(HashtagSummary).max(HASHTAG_FOLLOWS_MAX) }),
});
