import type { Hono } from "hono";
import type { AppEnv } from "../../gateway/index.ts";
import { limitMedia } from "../../gateway/index.ts";
import { inBackground } from "../../platform/background.ts";
import { noteManifest } from "../../trust/index.ts";
import { serveMedia } from "./serve.ts";

/** `GET` and `HEAD /videos/{region}/{id}/…`: playlists, segments, covers. */
export function deliveryRoutes(app: Hono<AppEnv>): void {
	app.get("/videos/*", async (context) => {
		const { services, log } = context.var;
		await limitMedia(services, context.req.raw.headers);
		const answer = await serveMedia(services, context.req.raw, {
			cache: caches.default,
			waitUntil: (promise) => context.executionCtx.waitUntil(promise),
		});
		if (answer.status < 400 && context.req.method === "GET")
			inBackground(log, "manifest_not_noted", noteManifest(services, context.req.raw, context.var.identify));
		return answer;
	});
}
