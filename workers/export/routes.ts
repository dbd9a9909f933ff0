import type { Hono } from "hono";
import * as contract from "../../contracts/exports.ts";
import { type AppEnv, limitMedia, route } from "../gateway/index.ts";
import { askForExport, readExport } from "./ask.ts";
import { serveExport } from "./serve.ts";

export function exportRoutes(app: Hono<AppEnv>): void {
	route(app, contract.readExport, ({ services, viewer }) => readExport(services, viewer));
	route(app, contract.askForExport, ({ services, viewer, context }) =>
		askForExport(services, viewer, services.config.APP_ORIGIN ?? new URL(context.req.url).origin),
	);
	app.get("/downloads/:token", async (context) => {
		const { services } = context.var;
		await limitMedia(services, context.req.raw.headers);
		return serveExport(services, context.req.param("token"), context.req.raw);
	});
}
