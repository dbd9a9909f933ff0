import type { AnswerOf } from "../../../contracts/endpoint.ts";
import type * as contract from "../../../contracts/hashtags.ts";
import type * as trendingContract from "../../../contracts/trending.ts";
import { call } from "./request.ts";

export type { HashtagSort, HashtagSummary } from "../../../contracts/hashtags.ts";
export type { TrendingHashtag, TrendingTopic } from "../../../contracts/trending.ts";
export type HashtagPage = AnswerOf<typeof contract.getHashtag>;
export type Trending = AnswerOf<typeof trendingContract.trendingNow>;

export const getHashtag = (hashtag: string) => call<typeof contract.getHashtag>("GET", "/api/v1/hashtag/:hashtag", { params: { hashtag } });
export const hashtagVideos = (hashtag: string, sort: contract.HashtagSort, cursor?: string) =>
	call<typeof contract.hashtagVideos>("GET", "/api/v1/hashtag/:hashtag/videos", {
		params: { hashtag },
		query: { sort, limit: 30, ...(cursor ? { cursor } : {}) },
	});
export const followHashtag = (hashtag: string) =>
	call<typeof contract.followHashtag>("PUT", "/api/v1/hashtag/:hashtag/follow", { params: { hashtag } });
export const unfollowHashtag = (hashtag: string) =>
	call<typeof contract.unfollowHashtag>("DELETE", "/api/v1/hashtag/:hashtag/follow", { params: { hashtag } });
export const followedHashtags = () => call<typeof contract.followedHashtags>("GET", "/api/v1/hashtags/followed", {});
/** @param country two letters; null for everywhere */
export const trendingNow = (country: string | null) =>
	call<typeof trendingContract.trendingNow>("GET", "/api/v1/trending", { query: country === null ? {} : { country } });
