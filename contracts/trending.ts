import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { HashtagSummary } from "./hashtags.ts";
import { Timestamp } from "./ids.ts";
import { VideoCard } from "./videos.ts";

/** Why something rises: what is counted, and how many there were in the last hour; of `used`, of all time. */
export const TrendingReason = z.object({
	code: z
		.enum(["new_videos", "watching", "used"])
		.describe("People who posted; people who watched; videos of all time, where nothing rises"),
	count: z.int().min(0).describe("Of `new_videos` and `watching`, each person once"),
	text: z.string().describe("The same in a sentence"),
});
export type TrendingReason = z.infer<typeof TrendingReason>;

export const TrendingHashtag = HashtagSummary.extend({ because: TrendingReason });
export type TrendingHashtag = z.infer<typeof TrendingHashtag>;

/** What people are on about: a hashtag, those that stand beside it, and some of its videos. */
export const TrendingTopic = TrendingHashtag.extend({
	beside: z.array(z.string()).describe("Hashtags that rise with it on the same videos"),
	videos: z.array(VideoCard),
});
export type TrendingTopic = z.infer<typeof TrendingTopic>;

export const trendingNow = endpoint({
	id: "trendingNow",
	method: "GET",
	path: "/api/v1/trending",
	tag: "Feed",
	access: "viewer",
	status: 200,
	summary: "Topics and hashtags that rise now, counted by the hour; what the viewer filters is left out",
	query: z.object({
		country: z
			.string()
			.regex(/^[A-Za-z]{2}$/, "A country is two letters, as in ISO 3166-1.")
			.transform((code) => code.toUpperCase())
			.optional()
			.describe("Among the people there; left out: everywhere"),
	}),
	answer: z.object({
		hour: Timestamp.describe("The beginning of the hour that is counted"),
		country: z.string().nullable().describe("Null where it is counted everywhere, as for a country in which too little happens"),
		/** The viewer's own, where it is known: what to offer beside everywhere. */
		here: z.string().nullable().describe("The country the viewer asks from, where it is known"),
		topics: z.array(TrendingTopic),
		hashtags: z.array(TrendingHashtag),
	}),
});
