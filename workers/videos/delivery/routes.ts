import type { Hono } from "hono";
import type { AppEnv } from "../../gateway/route.ts";
import { serveMedia } from "./serve.ts";

/** `GET` and `HEAD /videos/{region}/{id}/…`: playlists, segments, covers. */
export function deliveryRoutes(app: Hono<AppEnv>): void {
	app.get("/videos/*", (context) =>
		serveMedia(context.var.services, context.req.raw, {
			cache: caches.default,
			waitUntil: (promise) => context.executionCtx.waitUntil(promise),
		}),
	);
}
