import type { Hono } from "hono";
import { like, listSaved, save, share, unlike, unsave } from "../../../contracts/engagement.ts";
import { type AppEnv, route } from "../../gateway/route.ts";
import { likeVideo, unlikeVideo } from "./like.ts";
import { savedPage, saveVideo, unsaveVideo } from "./save.ts";
import { shareVideo } from "./share.ts";

export function engagementRoutes(app: Hono<AppEnv>): void {
	route(app, like, ({ services, viewer, params }) => likeVideo(services, viewer, params.videoId));
	route(app, unlike, ({ services, viewer, params }) => unlikeVideo(services, viewer, params.videoId));
	route(app, save, ({ services, viewer, params }) => saveVideo(services, viewer, params.videoId));
	route(app, unsave, ({ services, viewer, params }) => unsaveVideo(services, viewer, params.videoId));
	route(app, listSaved, ({ services, viewer, query }) => savedPage(services, viewer, query.limit, query.cursor));
	route(app, share, ({ services, viewer, params, body, context }) =>
		shareVideo(services, viewer, params.videoId, body.eventId, new URL(context.req.url).origin),
	);
}
