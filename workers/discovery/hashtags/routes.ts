import type { Hono } from "hono";
import * as contract from "../../../contracts/hashtags.ts";
import { type AppEnv, route } from "../../gateway/index.ts";
import { followHashtag, listFollowed, unfollowHashtag } from "./follow.ts";
import { hashtagPage } from "./page.ts";
import { hashtagVideosPage } from "./videos.ts";

export function hashtagRoutes(app: Hono<AppEnv>): void {
	route(app, contract.getHashtag, ({ services, viewer, params }) => hashtagPage(services, viewer, params.hashtag));
	route(app, contract.hashtagVideos, ({ services, viewer, params, query }) => hashtagVideosPage(services, viewer, params.hashtag, query));
	route(app, contract.followHashtag, ({ services, viewer, params }) => followHashtag(services, viewer, params.hashtag));
	route(app, contract.unfollowHashtag, ({ services, viewer, params }) => unfollowHashtag(services, viewer, params.hashtag));
	route(app, contract.followedHashtags, ({ services, viewer }) => listFollowed(services, viewer));
}
