import type { Hono } from "hono";
import * as contract from "../../contracts/live.ts";
import { upgradeRequired } from "../../contracts/problems/gateway.ts";
import { type AppEnv, route } from "../gateway/index.ts";
import { liveOf, VIEWER_HEADER } from "./protocol.ts";

export function liveRoutes(app: Hono<AppEnv>): void {
	route(app, contract.live, ({ services, viewer, context }) => {
		if (context.req.header("upgrade")?.toLowerCase() !== "websocket") throw upgradeRequired();
		const headers = { upgrade: "websocket", [VIEWER_HEADER]: JSON.stringify(viewer) };
		return liveOf(services, viewer.userId).fetch("https://inbox/live", { headers });
	});
}
