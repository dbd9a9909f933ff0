import type { Hono } from "hono";
import { like, share, unlike } from "../../../contracts/engagement.ts";
import { type AppEnv, route } from "../../gateway/route.ts";
import { likeVideo, unlikeVideo } from "./like.ts";
import { shareVideo } from "./share.ts";

export function engagementRoutes(app: Hono<AppEnv>): void {
	route(app, like, ({ services, viewer, params }) => likeVideo(services, viewer, params.videoId));
	route(app, unlike, ({ services, viewer, params }) => unlikeVideo(services, viewer, params.videoId));
	route(app, share, ({ services, viewer, params, body, context }) =>
		shareVideo(services, viewer, params.videoId, body.eventId, new URL(context.req.url).origin),
	);
}
