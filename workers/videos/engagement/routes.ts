import type { Hono } from "hono";
import { like, listLiked, listSaved, save, share, unlike, unsave } from "../../../contracts/engagement.ts";
import { listLikedOf } from "../../../contracts/profile.ts";
import { type AppEnv, route } from "../../gateway/index.ts";
import { networkOf } from "../../trust/index.ts";
import { likedPage, likedPageOf, savedPage } from "./kept.ts";
import { likeVideo, unlikeVideo } from "./like.ts";
import { saveVideo, unsaveVideo } from "./save.ts";
import { shareVideo } from "./share.ts";

export function engagementRoutes(app: Hono<AppEnv>): void {
	route(app, like, ({ services, viewer, params }) => likeVideo(services, viewer, params.videoId));
	route(app, unlike, ({ services, viewer, params }) => unlikeVideo(services, viewer, params.videoId));
	route(app, save, ({ services, viewer, params }) => saveVideo(services, viewer, params.videoId));
	route(app, unsave, ({ services, viewer, params }) => unsaveVideo(services, viewer, params.videoId));
	route(app, listSaved, ({ services, viewer, query }) => savedPage(services, viewer, query));
	route(app, listLiked, ({ services, viewer, query }) => likedPage(services, viewer, query));
	route(app, listLikedOf, ({ services, viewer, params, query }) => likedPageOf(services, viewer, params.userId, query));
	route(app, share, ({ services, viewer, params, context }) =>
		shareVideo(services, viewer, params.videoId, networkOf(services, context.req.raw.headers), new URL(context.req.url).origin),
	);
}
