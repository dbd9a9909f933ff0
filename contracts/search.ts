import * as z from "zod";
import { endpoint } from "./endpoint.ts";
import { HashtagSummary } from "./hashtags.ts";
import { Cursor } from "./ids.ts";
import { SEARCH_MAX } from "./limits.ts";
import { SoundSummary } from "./sounds.ts";
import { UserSummary } from "./users.ts";
import { VideoCard } from "./videos.ts";

export const SearchType = z.enum(["videos", "users", "hashtags", "sounds"]);
export type SearchType = z.infer<typeof SearchType>;

const Q = z.string().trim().min(1, "Type what you are looking for.").max(SEARCH_MAX);

export const SearchedUser = UserSummary.extend({ following: z.boolean(), followersCount: z.int() });
export type SearchedUser = z.infer<typeof SearchedUser>;

export const SearchPage = z.object({
	videos: z.array(VideoCard),
	users: z.array(SearchedUser),
	hashtags: z.array(HashtagSummary),
	sounds: z.array(SoundSummary),
	nextCursor: Cursor.nullable().describe("With a type: where its list goes on"),
	didYouMean: z
		.string()
		.nullable()
		.describe("The query as it was likely meant, where some word of it is in no video; what it finds is among the videos"),
	nothingFound: z.boolean().describe("Nothing matches: the videos are what many watch, so that one can go on from here"),
});
export type SearchPage = z.infer<typeof SearchPage>;

export const search = endpoint({
	id: "search",
	method: "GET",
	path: "/api/v1/search",
	tag: "Search",
	access: "viewer",
	status: 200,
	summary: "What a text finds, the best first: videos, people, hashtags and sounds, a few of each, or page after page of one type",
	query: z.object({
		q: Q,
		type: SearchType.optional(),
		limit: z.coerce.number().int().min(1).max(50).default(20),
		cursor: Cursor.optional().describe("Only with a type"),
	}),
	answer: SearchPage,
	problems: ["daily_limit"],
});

export const completeSearch = endpoint({
	id: "completeSearch",
	method: "GET",
	path: "/api/v1/search/complete",
	tag: "Search",
	access: "viewer",
	status: 200,
	summary: "What a text may become while it is typed: queries that find something, people, hashtags",
	query: z.object({ q: Q }),
	answer: z.object({
		queries: z.array(z.string()),
		users: z.array(UserSummary),
		hashtags: z.array(z.string()).describe("Without #"),
	}),
});
export type Completions = z.infer<typeof completeSearch.answer>;

export const rebuildSearch = endpoint({
	id: "rebuildSearch",
	method: "POST",
	path: "/internal/search/rebuild",
	tag: "Operators",
	access: "admin",
	status: 200,
	summary: "Make the search documents of a thousand videos anew, after an id; call it until `next` is null (`npm run search:rebuild` does)",
	query: z.object({
		after: z
			.string()
			.regex(/^\d{1,19}$/)
			.optional(),
	}),
	answer: z.object({ documents: z.int(), next: z.string().nullable() }),
});
