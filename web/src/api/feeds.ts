import type { CallInput } from "../../../contracts/call.ts";
import type * as contract from "../../../contracts/feed.ts";
import { call } from "./request.ts";

export type { FeedPage } from "../../../contracts/feed.ts";
export type { VideoCard } from "../../../contracts/videos.ts";
export type WatchEvent = Extract<CallInput<typeof contract.recordWatch>["body"], { videoId: string }>;
export type WatchSource = NonNullable<WatchEvent["source"]>;
export type NotInterestedScope = "video" | "creator" | "topic" | "sound";

export const forYou = (count: number, cursor?: string) =>
	call<typeof contract.feed>("GET", "/api/v1/feed", { query: { count, ...(cursor ? { cursor } : {}) } });
export const following = (count: number, cursor?: string) =>
	call<typeof contract.followingFeed>("GET", "/api/v1/feed/following", { query: { count, ...(cursor ? { cursor } : {}) } });
export const friends = (count: number, cursor?: string) =>
	call<typeof contract.friendsFeed>("GET", "/api/v1/feed/friends", { query: { count, ...(cursor ? { cursor } : {}) } });
/** What is popular; unlike {@link forYou} it takes nothing from the person's own queue. */
export const trending = (count: number, cursor?: string) =>
	call<typeof contract.trendingFeed>("GET", "/api/v1/feed/trending", { query: { count, ...(cursor ? { cursor } : {}) } });
export const recordWatch = (events: WatchEvent[]) =>
	call<typeof contract.recordWatch>("POST", "/api/v1/analytics/watch", { body: { events } });
export const notInterested = (videoId: string, scope: NotInterestedScope, undo = false) =>
	call<typeof contract.notInterested>("POST", "/api/v1/feed/:videoId/not-interested", { params: { videoId }, body: { scope, undo } });
export const why = (videoId: string) => call<typeof contract.why>("GET", "/api/v1/feed/:videoId/why", { params: { videoId } });
export const resetFeed = () => call<typeof contract.resetFeed>("POST", "/api/v1/feed/reset", {});
