import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { Id, Timestamp } from "./ids.ts";
import { FILTER_LENGTH_MAX, FILTERS_MAX, TOPIC_WEIGHTS_MAX } from "./limits.ts";
import { Hashtag, TopicKey } from "./videos.ts";
import { foldKeyword } from "./word-filters.ts";

/** What a viewer can say "not interested" to. */
export const MuteScope = z.enum(["video", "creator", "topic", "sound"]);
export type MuteScope = z.infer<typeof MuteScope>;

/** A word or phrase never to be shown; kept as it was typed, compared by `foldKeyword`. */
const Keyword = z
	.string()
	.transform((text) => text.normalize("NFC").trim().replace(/\s+/gu, " "))
	.pipe(
		z
			.string()
			.max(FILTER_LENGTH_MAX, `A filter has at most ${FILTER_LENGTH_MAX} characters.`)
			.refine((text) => foldKeyword(text) !== "", "Write a word to filter: signs alone match nothing."),
	);

/** How much of a topic: 0 none, below 1 less, 1 as learned (which takes a setting back), up to 2 more. */
const TopicWeight = z.number().min(0).max(2);

/** A thing muted, by its id: of a topic, the hashtag. */
export const MuteKey = z.discriminatedUnion("scope", [
	z.object({ scope: z.enum(["video", "creator", "sound"]), key: Id }),
	z.object({ scope: z.literal("topic"), key: TopicKey }),
]);

const Filters = z.object({ keywords: z.array(z.string()), hashtags: z.array(z.string()) });
const FilterChange = z.object({
	keywords: z.array(Keyword).max(FILTERS_MAX).default([]),
	hashtags: z.array(Hashtag).max(FILTERS_MAX).default([]),
});

export const FeedPreferences = z.object({
	personal: z.boolean().describe("Whether the feed learns from what is watched; off: what is popular and new, and nothing learned is kept"),
	interests: z.array(z.string()).describe("Chosen to begin with"),
	topics: z
		.array(
			z.object({
				topic: z.string(),
				weight: TopicWeight.describe("0 none, 1 as learned, 2 much more"),
				learned: z.number().min(-1).max(1).describe("What was watched says: −1 skipped, 0 nothing, 1 loved"),
				picked: z.boolean().describe("Known from the interests chosen, hardly from watching yet"),
			}),
		)
		.describe("Those set by hand first, then those watched most"),
	filters: Filters.describe("Videos with these words or hashtags are in no list that is fed"),
	muted: z
		.array(
			z.object({
				scope: MuteScope,
				key: z.string(),
				label: z.string().describe("What it is, in words"),
				at: Timestamp,
				videoId: Id.nullable(),
			}),
		)
		.describe("Latest first"),
});
export type FeedPreferences = z.infer<typeof FeedPreferences>;

export const feedPreferences = endpoint({
	id: "feedPreferences",
	method: "GET",
	path: "/api/v1/feed/preferences",
	tag: "Feed",
	access: "viewer",
	status: 200,
	summary: "What the viewer told the feed: topics, filters, mutes",
	answer: FeedPreferences,
});

/** Changes rather than lists, so that two devices at once lose nothing of each other; each may be repeated. */
export const PreferencesChange = z.object({
	personal: z.boolean().optional().describe("false forgets all that was learned, interests and topic weights too; filters and mutes hold"),
	topicWeights: z.record(TopicKey, TopicWeight).optional(),
	filters: z.object({ add: FilterChange.optional(), remove: FilterChange.optional() }).optional(),
	muted: z.object({ add: z.array(MuteKey).max(100).default([]), remove: z.array(MuteKey).max(500).default([]) }).optional(),
});
export type PreferencesChange = z.infer<typeof PreferencesChange>;

export const changeFeedPreferences = endpoint({
	id: "changeFeedPreferences",
	method: "PATCH",
	path: "/api/v1/feed/preferences",
	tag: "Feed",
	access: "viewer",
	status: 200,
	summary: `Change them, all or nothing: at most ${FILTERS_MAX} filters and ${TOPIC_WEIGHTS_MAX} topics; what waits in the queue follows at once`,
	body: PreferencesChange,
	answer: FeedPreferences,
	problems: ["preferences_full", "feed_not_personal"],
});
