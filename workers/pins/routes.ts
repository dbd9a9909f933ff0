import type { Hono } from "hono";
import * as contract from "../../contracts/pins.ts";
import { type AppEnv, route } from "../gateway/index.ts";
import { listPins } from "./list.ts";
import { pinVideo } from "./pin.ts";
import { unpinVideo } from "./unpin.ts";

export function pinRoutes(app: Hono<AppEnv>): void {
	route(app, contract.listPins, ({ services, viewer, params }) => listPins(services, viewer, params.userId));
	route(app, contract.pinVideo, ({ services, viewer, params }) => pinVideo(services, viewer, params.videoId));
	route(app, contract.unpinVideo, ({ services, viewer, params }) => unpinVideo(services, viewer, params.videoId));
}
