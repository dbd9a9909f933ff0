import type { Hono } from "hono";
import type { AppEnv } from "../gateway/index.ts";
import { copyrightRoutes } from "./copyright/routes.ts";
import { downloadRoutes } from "./download/routes.ts";
import { lifecycleRoutes } from "./lifecycle/routes.ts";
import { pipelineRoutes } from "./pipeline/routes.ts";
import { statusRoutes } from "./status/routes.ts";
import { uploadRoutes } from "./upload/routes.ts";

/** Upload, processing and the life of a video. */
export function videoRoutes(app: Hono<AppEnv>): void {
	uploadRoutes(app);
	statusRoutes(app);
	lifecycleRoutes(app);
	pipelineRoutes(app);
	downloadRoutes(app);
	copyrightRoutes(app);
}
