import type { Hono } from "hono";
import * as contract from "../../../contracts/videos.ts";
import { type AppEnv, route } from "../../gateway/index.ts";
import { resolveVideoRef } from "../references.ts";
import { reprocessVideo } from "./reprocess.ts";
import { streamRoutes } from "./stream/routes.ts";

export function pipelineRoutes(app: Hono<AppEnv>): void {
	streamRoutes(app);
	route(app, contract.reprocessVideo, async ({ params, viewer, services, requestId }) =>
		reprocessVideo(services, await resolveVideoRef(services, viewer, params.videoId), requestId),
	);
}
