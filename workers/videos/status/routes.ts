import type { Hono } from "hono";
import * as contract from "../../../contracts/videos.ts";
import { type AppEnv, route } from "../../gateway/route.ts";
import { resolveVideoRef } from "../references.ts";
import { processingStatus } from "./status.ts";
import { statusStream } from "./stream.ts";

export function statusRoutes(app: Hono<AppEnv>): void {
	route(app, contract.videoStatus, async ({ params, viewer, services, context }) => {
		const videoId = await resolveVideoRef(services, viewer, params.videoId);
		const load = () => processingStatus(services, viewer.userId, videoId);
		const first = await load();
		const wantsStream = context.req.header("accept")?.includes("text/event-stream") === true || context.req.query("stream") === "1";
		if (!wantsStream) {
			context.header("cache-control", "no-store");
			return first;
		}
		const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
		return new Response(statusStream(first, load, { clock: services.clock, sleep }), {
			headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store", "x-accel-buffering": "no" },
		});
	});
}
