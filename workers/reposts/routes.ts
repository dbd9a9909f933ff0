import type { Hono } from "hono";
import * as contract from "../../contracts/reposts.ts";
import { type AppEnv, route } from "../gateway/index.ts";
import { listReposts } from "./list.ts";
import { repostVideo, unrepostVideo } from "./repost.ts";

export function repostRoutes(app: Hono<AppEnv>): void {
	route(app, contract.repost, ({ services, viewer, params }) => repostVideo(services, viewer, params.videoId));
	route(app, contract.unrepost, ({ services, viewer, params }) => unrepostVideo(services, viewer, params.videoId));
	route(app, contract.listReposts, ({ services, viewer, params, query }) => listReposts(services, viewer, params.userId, query));
}
