import type { Hono } from "hono";
import type { AppEnv } from "../gateway/route.ts";
import { checkHealth } from "./health.ts";
import { openApiDocument } from "./openapi/document.ts";

let openApi: string | null = null;

export function opsRoutes(app: Hono<AppEnv>): void {
	app.get("/health", async (context) => {
		context.set("template", "/health");
		const health = await checkHealth(context.var.services);
		if (health.status !== "ok") context.var.log.warn("unhealthy", { parts: health.parts });
		return context.json(health, health.status === "down" ? 503 : 200, { "cache-control": "no-store" });
	});
	app.get("/openapi.json", (context) => {
		context.set("template", "/openapi.json");
		openApi ??= JSON.stringify(openApiDocument());
		return context.body(openApi, 200, { "content-type": "application/json; charset=utf-8", "cache-control": "public, max-age=300" });
	});
}
