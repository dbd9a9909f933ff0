import { describe, expect, it } from "vitest";
import type { Endpoint } from "./endpoint.ts";
import * as hashtags from "./hashtags.ts";
import * as trending from "./trending.ts";

const ofOneTag: readonly Endpoint[] = [hashtags.hashtagVideos, hashtags.getHashtag, hashtags.followHashtag, hashtags.unfollowHashtag];

describe("a hashtag in an address", () => {
	it.each([
		["#Dance", "dance"],
		["STRASSE", "straße".toUpperCase().toLowerCase()],
		["ｄａｎｃｅ", "dance"],
		["Καλημέρας", "καλημέρασ"],
		["שָׁלוֹם", "שלום"],
	])("%s is the one that %s is looked up by", (typed, key) => {
		for (const { params } of ofOneTag) expect(params?.parse({ hashtag: typed })).toEqual({ hashtag: key });
	});

	it.each(["", "#", "a b", "a/b", "__", "x".repeat(65)])("%j is none", (typed) => {
		for (const { params } of ofOneTag) expect(params?.safeParse({ hashtag: typed }).success).toBe(false);
	});
});

it("each operation has an address of its own, and says what it does", () => {
	const all = [hashtags, trending].flatMap((module) => Object.values(module));
	const endpoints = all.flatMap((value) => ("method" in value ? [value as Endpoint] : []));
	expect(new Set(endpoints.map(({ method, path }) => `${method} ${path}`)).size).toBe(endpoints.length);
	expect(endpoints.every(({ summary }) => summary.length > 0)).toBe(true);
});

it("a country is two letters, however they are typed", () => {
	const { query } = trending.trendingNow;
	expect(query.parse({ country: "de" })).toEqual({ country: "DE" });
	expect(query.safeParse({ country: "DEU" }).success).toBe(false);
});
