import type { Hono } from "hono";
import type { AppEnv } from "../gateway/index.ts";
import { limitRequests } from "../gateway/index.ts";
import { deadLetterRoutes } from "./dead-letters/routes.ts";
import { experimentRoutes } from "./experiments/routes.ts";
import { checkHealth } from "./health.ts";
import { openApiDocument } from "./openapi/document.ts";

let openApi: string | null = null;

export function opsRoutes(app: Hono<AppEnv>): void {
	app.get("/health", async (context) => {
		// Each look costs every part a little, and anybody may look.
		await limitRequests(context.var.services, null, context.req.raw.headers);
		const health = await checkHealth(context.var.services);
		if (health.status !== "ok") context.var.log.warn("unhealthy", { parts: health.parts });
		return context.json(health, health.status === "down" ? 503 : 200, { "cache-control": "no-store" });
	});
	experimentRoutes(app);
	deadLetterRoutes(app);
	app.get("/openapi.json", (context) => {
		openApi ??= JSON.stringify(openApiDocument());
		return context.body(openApi, 200, { "content-type": "application/json; charset=utf-8", "cache-control": "public, max-age=300" });
	});
}
